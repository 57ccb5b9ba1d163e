import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { HiroError, hasCode } from '../shared/errors.ts'
import { makeFolder } from '../shared/files/durable-file.ts'
import { COPIES_DEFAULT, COPIES_MIN_DEFAULT } from '../shared/limits.ts'
import { throwIfAborted } from '../shared/work/signal.ts'
import { makeClientFolder } from './folder/client-folder.ts'
import { findManifest, type Manifest, type ManifestContent, readManifest, writeManifest } from './folder/manifest.ts'
import { makeRoleFolders, type SwarmPlan } from './folder/role-folders.ts'
import { identify, isAlive } from './process/proc.ts'
import type { Surroundings } from './surroundings.ts'
import { Testnet } from './testnet.ts'

export const WORKERS_DEFAULT = 5
/** Each is a process of some 80 MiB. */
const WORKERS_MAX = 64

type Env = Readonly<Record<string, string>>

/** What is not given has a default. */
type WantedPlan = { readonly [Name in keyof SwarmPlan]?: SwarmPlan[Name] | undefined }

export interface TestnetOptions extends WantedPlan {
  /** A new one under the system's temporary folder unless given. */
  readonly dir?: string | undefined
  /** For its processes, beside this process's own. */
  readonly env?: Env | undefined
  readonly around?: Surroundings | undefined
  readonly signal?: AbortSignal | undefined
}

/**
 * Starts a swarm of real processes: a new one, or the one that `down` kept in `dir`, as it was. Resolves when all workers have joined. Throws `exists` when
 * processes run in `dir` or it holds something else, `usage`, StartError (whoever did not come, and what it wrote); then everything is ended again, and what is new removed.
 */
export async function startTestnet(options: TestnetOptions = {}): Promise<Testnet> {
  const plan = planOf(options)
  const folder = options.dir === undefined ? await mkdtemp(join(tmpdir(), 'hiro-testnet-')) : resolve(options.dir)
  const found = await findManifest(folder)
  if (found === undefined) return await startFresh(folder, plan, options)
  const testnet = new Testnet(folder, found, options.env, options.around)
  if (found.maker === undefined) return await startKept(testnet, options)
  if (isAlive(found.maker))
    throw new HiroError('exists', `a testnet is being made in ${folder} (pid ${found.maker.pid})`)
  // Whoever was making it was killed; nothing can be in it yet.
  await testnet.down()
  return await startFresh(folder, plan, options)
}

/** The testnet in `dir`, whether its processes run or not. Throws `not-found`. */
export async function openTestnet(dir: string, env?: Env): Promise<Testnet> {
  const folder = resolve(dir)
  return new Testnet(folder, await readManifest(folder), env)
}

async function startFresh(folder: string, plan: SwarmPlan, { env, around, signal }: TestnetOptions): Promise<Testnet> {
  throwIfAborted(signal)
  await makeFolder(folder)
  const { workers, copies, copiesMin } = plan
  const maker = identify(process.pid)
  const unfinished = { ...(maker && { maker }), workers, copies, copiesMin, addresses: {} }
  let testnet = new Testnet(folder, await claim(folder, unfinished), env, around)
  try {
    await around?.prepare?.(folder)
    const addresses = await makeRoleFolders(folder, plan, around)
    testnet = new Testnet(folder, await writeManifest(folder, { ...unfinished, addresses }), env, around)
    const client = { before: around?.before?.('client'), signal }
    await allSettled([
      testnet.startAll(testnet.names, { signal }),
      makeClientFolder(folder, addresses.coordinator, client),
    ])
    await testnet.close()
    return new Testnet(folder, await writeManifest(folder, { workers, copies, copiesMin, addresses }), env, around)
  } catch (error) {
    await testnet.down()
    throw error
  }
}

async function startKept(testnet: Testnet, { workers, capacityBytes, signal }: TestnetOptions): Promise<Testnet> {
  const { folder, running, manifest } = testnet
  if (capacityBytes !== undefined) {
    throw new HiroError('usage', `the testnet kept in ${folder} has its capacity already; take it down first`)
  }
  if (workers !== undefined && workers !== manifest.workers) {
    throw new HiroError('usage', `the testnet kept in ${folder} has ${manifest.workers} workers, not ${workers}`)
  }
  if (running.length > 0) {
    const next = 'see hiro testnet status; start what is missing, or take it down first'
    throw new HiroError('exists', `${running.join(', ')} of the testnet in ${folder} run already; ${next}`)
  }
  try {
    await testnet.startAll(testnet.names, { signal })
    return testnet
  } catch (error) {
    await testnet.down({ keep: true })
    throw error
  }
}

/** Of several that make a testnet in the same folder at once, one goes on. */
async function claim(folder: string, content: ManifestContent): Promise<Manifest> {
  try {
    return await writeManifest(folder, content, true)
  } catch (error) {
    if (hasCode(error, 'exists')) throw new HiroError('exists', `a testnet is being made in ${folder}`)
    throw error
  }
}

function planOf({ workers = WORKERS_DEFAULT, copies, copiesMin, ...rest }: WantedPlan): SwarmPlan {
  if (!Number.isInteger(workers) || workers < 1 || workers > WORKERS_MAX) {
    throw new HiroError('usage', `a testnet has 1 to ${WORKERS_MAX} workers, not ${workers}`)
  }
  const { capacityBytes, reserveBytes, zones, trashSeconds } = rest
  const wanted = copies ?? Math.min(COPIES_DEFAULT, workers)
  return {
    workers,
    copies: wanted,
    copiesMin: copiesMin ?? Math.min(COPIES_MIN_DEFAULT, wanted),
    capacityBytes,
    reserveBytes,
    zones,
    trashSeconds,
  }
}

/** All are waited for, so that nothing is still being made when the caller learns of a failure and cleans up. */
async function allSettled(work: Promise<unknown>[]): Promise<void> {
  for (const result of await Promise.allSettled(work)) if (result.status === 'rejected') throw result.reason
}
