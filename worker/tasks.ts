import { cidFromBytes } from '../shared/cid.ts'
import type { Clock } from '../shared/clock/clock.ts'
import { HiroError, toHiroError } from '../shared/errors.ts'
import { CALL_TIMEOUT_MS, HOP_STALL_MS, STALL_MS } from '../shared/limits.ts'
import type { Task, TaskOutcome } from '../shared/protocol/membership/membership.js'
import { greet, put } from '../shared/protocol/piece/piece-client.ts'
import { reach } from '../shared/protocol/piece/reach.ts'
import { step } from '../shared/steps.ts'
import { mapOrdered } from '../shared/work/ordered-window.ts'
import { LinkedController } from '../shared/work/signal.ts'
import type { BadCopies } from './bad-copies.ts'
import type { ForwardPorts } from './forwarder.ts'
import type { MembershipCalls } from './membership-calls.ts'
import type { ShardsWorker } from './shards/shards-task.ts'
import type { PieceStore } from './store/piece-store.ts'

/** How long the coordinator may look for something to do before it answers that there is nothing. */
const WAIT_MS = 8_000
/** Pieces sent at once for one answer, and answers worked on at once: enough of the small ones for their targets to share an fsync, and the next ones are there when these are done. */
const SENT_AT_ONCE = 16
const LANES = 2

export interface TaskPorts extends ForwardPorts {
  readonly store: PieceStore
  readonly clock: Clock
  readonly bad: BadCopies
  readonly shards: Pick<ShardsWorker, 'run'>
}

/** Sends what the coordinator says is missing elsewhere, and tells with the next call how it went. Ends by throwing. */
export async function doTasks(ports: TaskPorts, calls: MembershipCalls, signal: AbortSignal): Promise<never> {
  using lanes = new LinkedController(signal)
  const working = Array.from({ length: LANES }, () => doSome(ports, calls, lanes.signal))
  try {
    return await Promise.race(working)
  } finally {
    lanes.abort(new HiroError('aborted', 'the other lane ended'))
    await Promise.allSettled(working)
  }
}

async function doSome(ports: TaskPorts, calls: MembershipCalls, signal: AbortSignal): Promise<never> {
  let outcomes: TaskOutcome[] = []
  for (;;) {
    const options = { signal, timeoutMs: WAIT_MS + CALL_TIMEOUT_MS }
    const { tasks, checks } = await calls.call(
      'tasks',
      { outcomes, waitMs: outcomes.length > 0 ? 0 : WAIT_MS },
      options,
    )
    outcomes = []
    const send = async (task: Task, signal: AbortSignal): Promise<TaskOutcome> =>
      task.shards ? await ports.shards.run(task, task.shards, signal) : await sendPiece(ports, task, signal)
    for await (const outcome of mapOrdered(tasks, SENT_AT_ONCE, send, signal)) outcomes.push(outcome)
    for (const cid of checks) await ports.bad.check(cidFromBytes(cid))
  }
}

/** Failure is a result: the other tasks go on. The targets check the bytes against the CID, so that a copy that rotted here does not spread. */
async function sendPiece(ports: TaskPorts, task: Task, signal: AbortSignal): Promise<TaskOutcome> {
  const { store, pool, clock } = ports
  const [first, ...behind] = task.targets
  const cid = cidFromBytes(task.cid)
  if (first === undefined) return { cid: task.cid, code: 'usage', peer: '', shards: [] }
  try {
    const order = { cid, sizeBytes: task.sizeBytes, grant: task.grant, forward: behind.map(({ peer }) => peer) }
    const reachMs = STALL_MS + behind.length * HOP_STALL_MS
    const to = { id: first.peer, addresses: first.addresses }
    step('piece-sending')
    const outcomes = await reach(pool, to, { clock, reachMs, signal }, async (channel, signal) => {
      await greet(channel, ports.pass())
      return await put(channel, order, store.read(cid), { clock, signal })
    })
    step('piece-sent')
    const failed = outcomes.find(({ code }) => code !== '')
    return { cid: task.cid, code: failed?.code ?? '', peer: failed?.peer ?? '', shards: [] }
  } catch (error) {
    return { cid: task.cid, code: toHiroError(error).code, peer: first.peer, shards: [] }
  }
}
