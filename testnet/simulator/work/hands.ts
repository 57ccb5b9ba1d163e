import { sleep } from '../../../shared/clock/sleep.ts'
import { HiroError } from '../../../shared/errors.ts'
import { pick } from '../../../shared/random/choose.ts'
import type { Random } from '../../../shared/random/random.ts'
import type { LiveClient, SimulatedClient } from '../swarm/simulated-client.ts'
import type { World } from '../swarm/simulated-process.ts'
import { chooseOperation, type Habits } from './choose-operation.ts'
import type { Ledger } from './ledger.ts'
import type { Wanted } from './operation.ts'
import { perform } from './perform.ts'

export interface HandOptions {
  readonly operations: number
  /** The longest rest before each. */
  readonly restMs: number
  /** One operation in so many is given up by its caller; 0 for none. */
  readonly abortOneIn: number
  readonly habits: Habits
  /** Called when an operation has begun: those who crash clients listen. */
  readonly onBegin: (client: SimulatedClient) => void
}

/** No operation may take longer, whatever happens to the swarm: each step of it has its own patience of half a minute at most. */
const OPERATION_MS_MAX = 180_000
/** Most operations take a few messages' time. */
const ABORT_AFTER_MS_MAX = [10, 100, 1_000]

/** Somebody who uses a client: one operation after the other, and goes on when the client was started again. Several hands share a client. */
export async function moveHand(
  { clock }: World,
  client: SimulatedClient,
  ledger: Ledger,
  random: Random,
  options: HandOptions,
): Promise<void> {
  const { operations, restMs, abortOneIn, habits, onBegin } = options
  for (let count = 0; count < operations; count++) {
    await sleep(clock, random.below(restMs + 1))
    const wanted = chooseOperation(random, habits, ledger.guess)
    const abortAfterMs =
      abortOneIn > 0 && random.below(abortOneIn) === 0 ? random.below(pick(random, ABORT_AFTER_MS_MAX)) : undefined
    const live = await client.live()
    onBegin(client)
    await attempt({ clock, client, ledger }, live, wanted, abortAfterMs)
  }
}

/** Writes one operation and its outcome into the ledger; one whose client dies stays pending there. Never rejects. */
export async function attempt(
  { clock, client, ledger }: { clock: World['clock']; client: SimulatedClient; ledger: Ledger },
  live: LiveClient,
  wanted: Wanted,
  abortAfterMs?: number,
): Promise<void> {
  const operation = ledger.begin({ name: client.name, peer: client.address.id }, wanted)
  const controller = new AbortController()
  const cancelAbort =
    abortAfterMs === undefined
      ? undefined
      : live.clock.after(abortAfterMs, () => controller.abort(new HiroError('aborted', 'its caller gave it up')))
  const ended = Promise.withResolvers<void>()
  let dead = false
  void live.died.then(() => {
    dead = true
    ended.resolve()
  })
  const pausedMs = client.pausedMs
  let cancelHang = clock.after(OPERATION_MS_MAX, () => {
    const hang = (): void => {
      ledger.hung(operation)
      ended.resolve()
    }
    // While its process stood still it could not end.
    void client.awake().then(() => {
      cancelHang = clock.after(client.pausedMs - pausedMs, hang)
    })
  })
  perform(live.library, live.clock, operation, controller.signal).then(
    (answer) => {
      if (!dead && operation.outcome === 'pending') ledger.acknowledged(operation, answer)
      ended.resolve()
    },
    (error: unknown) => {
      if (!dead && operation.outcome === 'pending') ledger.threw(operation, error)
      ended.resolve()
    },
  )
  await ended.promise
  cancelHang()
  cancelAbort?.()
}
