import { sleep } from '../../../shared/clock/sleep.ts'
import type { SimulatedSwarm } from '../swarm/simulated-swarm.ts'

/** Leases of dead clients run out, readers' delays pass, removals are confirmed: all of it within this, once everything is up. */
const QUIET_WITHIN_MS = 120_000
const LOOK_AGAIN_MS = 500
const QUIET_LOOKS = 12
/** Rows that stand for work that is still to be done. */
const WORK_PREFIXES = ['open/', 'garbage/', 'detached/', 'removal/', 'purge/', 'listed/', 'loose/', 'recount/']
/** What stays in the trash for longer than this stays there to the end of the story. */
const TRASH_WAITED_FOR_MS = 60_000

/** Lets time run until nothing is left to do. */
export async function waitUntilQuiet(swarm: SimulatedSwarm): Promise<void> {
  const { clock, story } = swarm
  const untilMs = clock.now() + QUIET_WITHIN_MS
  let left: string[]
  let quietLooks = 0
  // Some seconds in a row: what workers were told when they joined, of copies that may go, is begun by then, and done.
  do {
    await sleep(clock, LOOK_AGAIN_MS)
    left = await workLeft(swarm)
    quietLooks = left.length === 0 ? quietLooks + 1 : 0
  } while (quietLooks < QUIET_LOOKS && clock.now() < untilMs)
  if (left.length > 0) story.violated(`never quiet: ${left.slice(0, 10).join(', ')}`)
  story.tell('judge', 'it is quiet')
}

async function workLeft(swarm: SimulatedSwarm): Promise<string[]> {
  const rows = [...swarm.coordinator.history.state.keys()]
  const prefixes = swarm.trashMs <= TRASH_WAITED_FOR_MS ? [...WORK_PREFIXES, 'expiry/'] : WORK_PREFIXES
  const left = rows.filter((key) => prefixes.some((prefix) => key.startsWith(prefix)))
  for (const worker of swarm.workers) {
    if (worker.store === undefined) left.push(`${worker.name} is not up`)
    else if ((await worker.store.receiptsDue(1)).length > 0) left.push(`receipts of ${worker.name}`)
  }
  return left
}
