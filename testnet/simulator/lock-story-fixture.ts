import { sleep } from '../../shared/clock/sleep.ts'
import { HiroError } from '../../shared/errors.ts'
import { pick } from '../../shared/random/choose.ts'
import { SeededRandom } from '../../shared/random/seeded-random.ts'
import { Faults } from './faults/faults.ts'
import { type Fault, makePlan, type Plan, type When } from './plan.ts'
import { describe, type Story } from './story.ts'
import type { LiveClient, SimulatedClient } from './swarm/simulated-client.ts'
import { SimulatedSwarm } from './swarm/simulated-swarm.ts'

const COUNTER = '/counter'
const CLIENTS = 3
const RAISES = 6
const STORY_MS_MAX = 4 * 60 * 60_000
/** Faults begin within the time that the work takes if nothing happens. */
const WITHIN_MS = 20_000
/** Longer than a lease, and shorter. */
const AWAY_MS = [3_000, 15_000, 25_000, 70_000]

/** Someone raised the counter under a lock. */
interface Raised {
  readonly fence: number
  readonly revision: number
  readonly value: number
}

/**
 * Clients that raise one counter: each locks it, reads it, takes its time, and writes one more. With processes that stand still, die and reach nobody for longer than a lease. What is written under a lock is written while it
 * is held, so no raise is lost; that is all that is judged.
 */
export async function lockStory(seed: number): Promise<Story & { readonly raised: number }> {
  const random = new SeededRandom(`locks ${seed}`)
  const plan = planOf(random.fork('plan'))
  const swarm = new SimulatedSwarm(random, plan, { everything: false, lyingDisks: false })
  const { clock, story } = swarm
  const sum = { raised: [] as Raised[], unknown: 0 }
  try {
    await clock.drive(live(swarm, plan, random, sum), STORY_MS_MAX)
  } catch (error) {
    story.violated(`the story broke off: ${describe(error)}`)
  }
  return { ...story.end(String(seed)), raised: sum.raised.length }
}

async function live(
  swarm: SimulatedSwarm,
  plan: Plan,
  random: SeededRandom,
  sum: { raised: Raised[]; unknown: number },
) {
  const { story, clients } = swarm
  await swarm.startAll()
  await clients[0]?.library.add(COUNTER, Buffer.from('0'))
  const faults = new Faults(swarm, random.fork('faults'))
  const played = faults.play(plan.faults)
  await Promise.all(
    clients.map(async (client) => {
      const own = random.fork(`hand of ${client.name}`)
      for (let n = 0; n < RAISES; n++) {
        const outcome = await raise(swarm, client, own)
        if (outcome === 'unknown') sum.unknown++
        if (typeof outcome === 'object') sum.raised.push(outcome)
      }
    }),
  )
  await played
  faults.end()
  await swarm.startAll()
  const late = await swarm.addClient('client-late')
  const lock = await late.library.lock(COUNTER, { waitMs: 60_000 })
  await lock.release()
  judge(story, sum, await valueOf(await late.live()))
}

function judge(
  story: SimulatedSwarm['story'],
  { raised, unknown }: { raised: Raised[]; unknown: number },
  end: number,
): void {
  const inOrder = raised.toSorted((a, b) => a.fence - b.fence)
  for (const [at, next] of inOrder.entries()) {
    const before = inOrder[at - 1]
    if (before === undefined) continue
    if (before.revision > next.fence)
      story.violated(`published at ${before.revision} under ${before.fence}, after ${next.fence} was granted`)
    if (before.value >= next.value) story.violated(`${before.value} was raised to ${next.value}`)
  }
  story.tell('judge', `${end}, raised ${raised.length} times, and ${unknown} times perhaps`)
  if (end < raised.length) story.violated(`${raised.length - end} raises were lost`)
  if (end > raised.length + unknown) story.violated('it was raised more often than anyone asked')
}

/** `undefined`: it was not raised. */
async function raise(
  { clock, story }: SimulatedSwarm,
  client: SimulatedClient,
  random: SeededRandom,
): Promise<Raised | 'unknown' | undefined> {
  await sleep(clock, random.below(1_000))
  const live = await client.live()
  client.begun()
  let asked = false
  const work = async (): Promise<Raised | 'unknown' | undefined> => {
    try {
      const lock = await live.library.lock(COUNTER, { waitMs: 1_000 * random.below(60) })
      try {
        const value = (await valueOf(live)) + 1
        await sleep(live.clock, random.below(3_000))
        asked = true
        // Half of them do not look whether they have it still.
        const under = random.below(2) === 0 ? lock : { fence: lock.fence }
        const { revision } = await live.library.replace(COUNTER, Buffer.from(String(value)), { lock: under })
        story.tell(client.name, `raised it to ${value} under ${lock.fence.number}`)
        return { fence: lock.fence.number, revision, value }
      } finally {
        await lock.release().catch(() => {})
      }
    } catch (error) {
      if (!(error instanceof HiroError) || error.code === 'internal' || error.code === 'deadlock')
        story.violated(describe(error))
      story.tell(client.name, `did not raise it: ${describe(error)}`)
      return error instanceof HiroError && error.code === 'unknown' ? 'unknown' : undefined
    }
  }
  return await Promise.race([work(), live.died.then(() => (asked ? 'unknown' : undefined))])
}

async function valueOf({ library }: LiveClient): Promise<number> {
  let text = ''
  for await (const slice of library.read(COUNTER)) text += Buffer.from(slice).toString()
  return Number(text)
}

function planOf(random: SeededRandom): Plan {
  const plan = makePlan(random)
  const clients = Array.from({ length: CLIENTS }, (_, at) => ({ name: `client-${at + 1}`, skewMs: 0, hands: 1 }))
  const someone = (): string => pick(random, ['coordinator', ...clients.map(({ name }) => name)])
  const when = (): When => ({ atMs: random.below(WITHIN_MS), afterWork: random.below(2) * random.below(20) })
  const faults = Array.from({ length: 2 + random.below(4) }, (): Fault => {
    const kind = pick(random, ['pause', 'pause', 'crash', 'isolate'] as const)
    const awayMs = pick(random, AWAY_MS)
    if (kind === 'crash') return { kind, who: someone(), when: when(), downMs: awayMs }
    if (kind === 'pause') return { kind, who: someone(), when: when(), forMs: awayMs }
    return { kind, who: someone(), mode: pick(random, ['silent', 'reset'] as const), when: when(), forMs: awayMs }
  })
  return { ...plan, manyPieces: false, chunkSizeBytes: 65_536, clients, faults }
}
