import { type Plant, unit } from '../plant.ts'

const COORDINATOR = 'coordinator/changes/changes.spec.ts'
const FEED = 'client/changes/change-feed.spec.ts'

export const changes: readonly Plant[] = [
  {
    name: 'watchers-asleep',
    breaks: 'who watches is told of a change as it is made',
    edits: [
      {
        file: 'coordinator/changes/change-waits.ts',
        takenOut: 'for (const wake of this.#wakes) wake()',
        insteadStands: 'void this.#wakes',
      },
    ],
    catchers: [unit(COORDINATOR, 'a call waits until there is one', /the commit woke nobody/)],
  },
  {
    name: 'other-life-watched',
    breaks: 'who watched before a restore is told that something may have been missed',
    edits: [
      {
        file: 'coordinator/changes/read-log.ts',
        takenOut: 'after < oldest || epochOf(after) !== context.swarm.epoch',
        insteadStands: 'after < oldest || epochOf(after) === 0',
      },
    ],
    catchers: [unit(COORDINATOR, 'a coordinator that is started again', /deep-equal/)],
  },
  {
    name: 'own-as-others',
    breaks: 'what a client changes itself is not taken for a change of another',
    edits: [
      {
        file: 'client/changes/change-feed.ts',
        takenOut: 'await coordinator.answered(OWN_ANSWERS_MS)',
        insteadStands: 'await Promise.resolve(OWN_ANSWERS_MS)',
      },
    ],
    catchers: [unit(FEED, 'knows its own changes from those of others', /deep-equal/)],
  },
]
