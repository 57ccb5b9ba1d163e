import { type Plant, processes, unit } from '../plant.ts'

const COORDINATOR = 'coordinator/changes/changes.spec.ts'
const MOUNT = 'testnet/simulator/files/mount-news.spec.ts'
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
  {
    name: 'kernel-untold',
    breaks: 'a mount shows what others change though it keeps what it knows',
    edits: [
      {
        file: 'client/mount/engine/news.ts',
        takenOut: 'for (const change of changes) if (!change.own) this.#tell(change)',
        insteadStands: 'for (const change of changes) if (change.own) this.#tell(change)',
      },
    ],
    catchers: [
      unit(MOUNT, 'the kernel keeps names and attributes for long', /deep-equal/),
      processes('testnet/specs/mount.spec.ts', 'what one changes the other shows', /was not seen/),
    ],
  },
  {
    name: 'late-answer-believed',
    breaks: 'what was looked up before a change is not kept after it was told',
    edits: [
      {
        file: 'client/mount/engine/trust.ts',
        takenOut: 'this.kernelListens && this.#feed.alive && mark === this.#changes',
        insteadStands: 'this.kernelListens && this.#feed.alive && mark !== undefined',
      },
    ],
    catchers: [unit(MOUNT, 'what was looked up while something changed', /deep-equal/)],
  },
]
