import type { HiroClient } from '../../client/hiro-client.ts'
import { sleep } from '../../shared/clock/sleep.ts'
import { HiroError } from '../../shared/errors.ts'
import { SeededRandom } from '../../shared/random/seeded-random.ts'
import { Faults } from './faults/faults.ts'
import { judgeEnd } from './judge/judge-end.ts'
import { judgeHistory } from './judge/judge-history.ts'
import { waitUntilQuiet } from './judge/quiet.ts'
import { makePlan, type Plan } from './plan.ts'
import { describe, type Story, type Storyteller } from './story.ts'
import { SimulatedSwarm } from './swarm/simulated-swarm.ts'
import { FOLDERS } from './work/choose-operation.ts'
import { attempt, moveHand } from './work/hands.ts'
import { Ledger } from './work/ledger.ts'

export interface RunOptions {
  /** Logs go into the lines too. */
  readonly everything?: boolean
  /** The disks of workers confirm what they did not write. */
  readonly lyingDisks?: boolean
}

/** A day of a swarm in a fraction of a second: from bring-up to the last look. Never rejects for what the swarm does; that is what `violations` are for. */
export async function runSeed(
  seed: number | string,
  { everything = false, lyingDisks = false }: RunOptions = {},
): Promise<Story> {
  const random = new SeededRandom(seed)
  const plan = makePlan(random.fork('plan'))
  const swarm = new SimulatedSwarm(random, plan, { everything, lyingDisks })
  const { clock, story } = swarm
  const ledger = new Ledger({ clock, story, history: swarm.coordinator.history })
  const faults = new Faults(swarm, random.fork('faults'))
  const onUnhandled = (error: unknown): void => story.violated(`nobody handled a rejection: ${describe(error)}`)
  process.on('unhandledRejection', onUnhandled)
  try {
    await clock.drive(live(swarm, plan, { ledger, faults }), STORY_MS_MAX)
    judgeHistory(swarm, ledger, { ...plan, faults })
  } catch (error) {
    story.violated(`the story broke off: ${describe(error)}`)
  } finally {
    process.off('unhandledRejection', onUnhandled)
  }
  for (const [key, value] of swarm.coordinator.history.state) story.trace(key, value)
  story.count('operations', ledger.operations.length)
  return story.end(String(seed))
}

/** More than all patience that there is, one after the other. */
const STORY_MS_MAX = 60 * 60_000

async function live(swarm: SimulatedSwarm, plan: Plan, { ledger, faults }: { ledger: Ledger; faults: Faults }) {
  const { random, story } = swarm
  story.tell('plan', describePlan(plan))
  await swarm.startAll()
  await prologue(swarm, ledger)
  const { operationsPerHand: operations, restMs, abortOneIn } = plan
  const work = swarm.clients.flatMap((client, at) => {
    return Array.from({ length: plan.clients[at]?.hands ?? 0 }, async (_, hand) => {
      const options = { operations, restMs, abortOneIn, habits: plan, onBegin: () => client.begun() }
      await moveHand(swarm, client, ledger, random.fork(`hand ${hand} of ${client.name}`), options)
    })
  })
  const played = faults.play(plan.faults)
  await Promise.all(work)
  await played
  story.tell('judge', 'heals everything and starts whoever is down')
  faults.end()
  await swarm.startAll()
  await lastWords(swarm, plan, ledger)
  await waitUntilQuiet(swarm)
  await judgeEnd(swarm, ledger, faults.spoiled)
}

/** Folders, so that the first operations find somewhere to work in. */
async function prologue({ clock, clients, random, story }: SimulatedSwarm, ledger: Ledger): Promise<void> {
  const [client] = clients
  if (client === undefined) return
  const live = await client.live()
  for (const path of FOLDERS) await attempt({ clock, client, ledger }, live, { kind: 'mkdir', path })
  if (random.fork('quotas').below(2) > 0) await setQuotas(live.library, story)
}

/** So large that they are never in the way: what they count is what the judge looks at. Folders move with theirs, and out of others. */
async function setQuotas(library: HiroClient, story: Storyteller): Promise<void> {
  for (const path of ['/', '/d']) {
    try {
      await library.setQuota(path, { bytesMax: 2 ** 40, filesMax: 2 ** 30 })
      story.count('quotas')
    } catch (error) {
      if (!(error instanceof HiroError)) throw error
      story.tell('plan', `no quota for ${path}: ${error.code}`)
    }
  }
}

/** A swarm that was healed serves: someone new adds a file with all its copies, and everyone who waits for workers, and for room, has them. */
async function lastWords(swarm: SimulatedSwarm, plan: Plan, ledger: Ledger): Promise<void> {
  const { clock, random, story } = swarm
  const client = await swarm.addClient('client-late')
  for (let tries = 0; tries < 60; tries++) {
    const { workers } = await client.library.status()
    // A worker whose disk was full says so until its next heartbeat.
    if (workers.filter(({ alive, freeBytes }) => alive && freeBytes > 0).length === swarm.workers.length) break
    await sleep(clock, 500)
  }
  const content = random.fork('last words').bytes(plan.manyPieces ? LAST_WORDS_BYTES / 100 : LAST_WORDS_BYTES)
  const live = await client.live()
  await attempt({ clock, client, ledger }, live, { kind: 'add', path: '/last-words', content, restMs: 0 })
  const copies = ledger.operations.at(-1)?.answer.published?.copies
  if (copies === undefined) story.violated('the swarm was healed, and takes no file')
  else if (copies !== plan.copies && plan.network.breakOneIn === 0)
    story.violated(`every worker was there, and a file has ${copies} copies only`)
}

const LAST_WORDS_BYTES = 100_000

function describePlan({ copies, copiesMin, workers, clients, network, chunkSizeBytes }: Plan): string {
  const zones = new Set(workers.map(({ zone }) => zone)).size
  const [min, max] = network.delayMs
  const breaks = network.breakOneIn > 0 ? `, one slice in ${network.breakOneIn} breaks its stream` : ''
  const swarm = `${workers.length} workers in ${zones} zones, ${clients.length} clients, copies ${copies} (${copiesMin} at least)`
  return `${swarm}, chunks of ${chunkSizeBytes} bytes, messages take ${min} to ${max} ms${breaks}`
}
