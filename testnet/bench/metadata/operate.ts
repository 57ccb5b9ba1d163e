import assert from 'node:assert/strict'
import { openClient } from '../../../client/index.ts'
import { LIST_PAGE_ENTRIES_MAX } from '../../../shared/limits.ts'
import { SeededRandom } from '../../../shared/random/seeded-random.ts'
import { readStat } from '../tools/proc-files.ts'
import { FILES_PER_FOLDER, fileName, folderName } from './rows.ts'

/** One kind of operation, done so often with so many at once. */
export interface Operated {
  readonly operation: string
  readonly inFlight: number
  readonly perSecond: number
  readonly coordinatorCpuMicroseconds: number
  readonly clientCpuMicroseconds: number
}

const IN_FLIGHT = [1, 32]
/** So many lookups for one listing: a folder is a thousand names, and each of them is opened. */
const LOOKUPS_PER_LISTING = 50

const [folder = '', coordinatorPid = '', seed = '', filesText = '', timesText = ''] = process.argv.slice(2)
const files = Number(filesText)
const times = Number(timesText)

/**
 * `node operate.ts CLIENT-FOLDER COORDINATOR-PID SEED FILES TIMES`: operations on metadata that `fill.ts` filled, as a program that uses the library does them, each kind TIMES
 * over with one at once, and four times that with many. Writes what it found as JSON.
 */
async function operate(): Promise<Operated[]> {
  await using client = await openClient(folder)
  const random = new SeededRandom(seed)
  const folders = Math.ceil(files / FILES_PER_FOLDER)
  const anyPath = (): string => {
    const file = random.below(files)
    return `/${folderName(Math.floor(file / FILES_PER_FOLDER))}/${fileName(file)}`
  }
  const newPath = (kind: string, at: number): string => `/${folderName(at % folders)}/${kind}-${seed}-${at}`
  const stat = await client.stat(anyPath())
  assert(stat.kind === 'file' && stat.sizeBytes === 4096, 'the files are not what was filled in')

  const found: Operated[] = []
  for (const inFlight of IN_FLIGHT) {
    const count = inFlight === 1 ? times : 4 * times
    const tag = (kind: string): string => `${kind}-${inFlight}`
    const measure = async (
      operation: string,
      work: (at: number) => Promise<number | void>,
      of = count,
    ): Promise<void> => {
      found.push({ operation, inFlight, ...(await timed(of, inFlight, work)) })
    }
    // The ids of the folders are known to a client that has been there.
    for (let at = 0; at < folders; at++) await client.exists(`/${folderName(at)}/nothing`)
    await measure('look up a file', async () => void (await client.stat(anyPath())))
    const list = async (): Promise<number> => {
      let entries = 0
      for await (const _ of client.list(`/${folderName(random.below(folders))}`)) entries++
      return Math.ceil(entries / LIST_PAGE_ENTRIES_MAX)
    }
    await measure(`list a page of ${LIST_PAGE_ENTRIES_MAX}`, list, Math.ceil(count / LOOKUPS_PER_LISTING))
    await measure('make a folder', async (at) => await client.mkdir(newPath(tag('d'), at)))
    await measure('add an empty file', async (at) => void (await client.add(newPath(tag('f'), at), new Uint8Array())))
    await measure('move a file', async (at) => await client.move(newPath(tag('f'), at), newPath(tag('g'), at + 1)))
    await measure('remove a file', async (at) => await client.remove(newPath(tag('g'), at + 1)))
    await measure('remove a folder', async (at) => await client.rmdir(newPath(tag('d'), at)))
  }
  return found
}

/** `work` gives how many operations it was, where that is not one. */
async function timed(
  count: number,
  inFlight: number,
  work: (at: number) => Promise<number | void>,
): Promise<Omit<Operated, 'operation' | 'inFlight'>> {
  let [next, operations] = [0, 0]
  const lane = async (): Promise<void> => {
    while (next < count) {
      const done = (await work(next++)) ?? 1
      operations += done
    }
  }
  const beganCpuSeconds = coordinatorCpuSeconds()
  const beganOwn = process.cpuUsage()
  const beganMs = performance.now()
  await Promise.all(Array.from({ length: inFlight }, lane))
  const seconds = (performance.now() - beganMs) / 1000
  const own = process.cpuUsage(beganOwn)
  return {
    perSecond: operations / seconds,
    coordinatorCpuMicroseconds: ((coordinatorCpuSeconds() - beganCpuSeconds) * 1e6) / operations,
    clientCpuMicroseconds: (own.user + own.system) / operations,
  }
}

function coordinatorCpuSeconds(): number {
  return readStat(Number(coordinatorPid))?.ownCpuSeconds ?? Number.NaN
}

process.stdout.write(JSON.stringify(await operate()))
