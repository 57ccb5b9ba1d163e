import { type Plant, processes, unit } from '../plant.ts'

const FENCE = 'coordinator/locks/fence.spec.ts'
const SESSIONS = 'coordinator/locks/sessions.spec.ts'
const LOCK = 'coordinator/locks/lock.spec.ts'
const CLIENT = 'client/locks/locks.spec.ts'
const STORY = 'testnet/simulator/locks.spec.ts'

export const locks: readonly Plant[] = [
  {
    name: 'fence-at-commit',
    breaks: 'what is published under a lock is published while it is held',
    edits: [
      {
        file: 'coordinator/operations/commit.ts',
        takenOut: 'await requireFence(tx, context, client, fence)',
        insteadStands: 'void [fence, requireFence]',
      },
    ],
    catchers: [
      unit(FENCE, 'on memory is refused when the lock is given back:', /Missing expected rejection/),
      unit(STORY, 'seeds 1 …', /after \d+ was granted|raises were lost/),
      processes('testnet/specs/locks.spec.ts', 'the first stands still for longer', /Missing expected rejection/),
    ],
  },
  {
    name: 'lapsed-is-lapsed',
    breaks: 'a lease that is over is over for ever',
    edits: [
      {
        file: 'coordinator/locks/sessions.ts',
        takenOut: 'if (session && this.alive(id))',
        insteadStands: 'if (session)',
      },
      {
        file: 'coordinator/locks/require-session.ts',
        takenOut: 'row === undefined || !sessions.alive(session)',
        insteadStands: 'row === undefined',
      },
    ],
    catchers: [unit(SESSIONS, 'on memory that were silent for a lease', /Missing expected rejection/)],
  },
  {
    name: 'older-life',
    breaks: 'a lock that was given back after the backup is not held by whoever had it',
    edits: [
      {
        file: 'coordinator/locks/session.ts',
        takenOut: 'if (epochOf(revision) !== context.swarm.epoch) sessions.lapse(session)',
        insteadStands: 'epochOf(revision)',
      },
    ],
    catchers: [unit(SESSIONS, 'on memory of a life of the swarm', /Missing expected rejection/)],
  },
  {
    name: 'queue-without-order',
    breaks: 'who wants a lock alone is not kept waiting by those that share it',
    edits: [
      {
        file: 'coordinator/locks/lock.ts',
        takenOut: 'if (isHeld || (await mustYield(context, place)))',
        insteadStands: 'if (isHeld || [mustYield].length === 0)',
      },
    ],
    catchers: [unit(LOCK, 'on memory that are waited for alone, are not kept waiting', /Missing expected rejection/)],
  },
  {
    name: 'circle-unseen',
    breaks: 'who would wait for itself is told so',
    edits: [
      {
        file: 'coordinator/locks/deadlock.ts',
        takenOut: 'return await waitsFor(context, place, place.wanted)',
        insteadStands: 'return (await waitsFor(context, place, place.wanted)) && place.calls === 0',
      },
    ],
    catchers: [unit(LOCK, 'on memory that are waited for in a circle by 2 owners', /'deadlock'/)],
  },
  {
    name: 'cancelled-and-granted',
    breaks: 'a request that was given up is not granted when a copy of it comes late',
    edits: [
      {
        file: 'coordinator/locks/lock.ts',
        takenOut: "if (before === 0) throw new HiroError('aborted', 'this request for a lock was cancelled')",
        insteadStands: 'if (before === 0) sessions.answerTo(session, request)',
      },
      {
        file: 'coordinator/locks/lock.ts',
        takenOut: 'if (before !== undefined) return before',
        insteadStands: 'if (before !== undefined && before > 0) return before',
      },
    ],
    catchers: [unit(LOCK, 'on memory that are asked for again are not, once they were cancelled', /'aborted'/)],
  },
  {
    name: 'lease-from-the-answer',
    breaks: 'a client knows that it has lost a lock before anyone else can have it',
    edits: [
      {
        file: 'client/locks/lock-session.ts',
        takenOut: 'this.#untilMs = sentMs + leaseMs',
        insteadStands: 'this.#untilMs = clock.now() + leaseMs',
      },
    ],
    catchers: [unit(CLIENT, 'before anyone else can have them', /ms too late/)],
  },
]
