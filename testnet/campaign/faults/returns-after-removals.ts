import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pick } from '../../../shared/random/choose.ts'
import type { Who } from '../../layout.ts'
import { pause } from '../../process/wait.ts'
import type { Fault } from '../fault.ts'
import { OldDisk } from '../old-disk.ts'
import type { Round } from '../round.ts'
import { type StoreDifference, storeDifferences } from '../stores.ts'

const FILES = 1_000
const REMOVED_TIMEOUT_MS = 120_000
/** Receipts, removals, the inventory and repair: looked at again after so long, so often at most. */
const [SETTLES_MS, LOOKS_MOST] = [8_000, 6]

/**
 * A thousand files are removed while a worker that holds pieces of them is away. It comes back with its disk as it left; every second time with a disk that is older still: an image of before the removals, that it had
 * confirmed, and of before what was added since. Nothing that was removed may stay, and nothing that lives may be lost, or counted on where it is not.
 */
export const returnsAfterRemovals: Fault = {
  name: 'returns-after-removals',
  what: 'a worker returns after 1,000 files were removed',
  rounds: 5,
  roundsShort: 2,
  // A little, for what this is about is what the clients left behind.
  load: { programs: 1, hands: 1, commands: false },
  async play(round) {
    const { net, random, number } = round
    const who = pick(random, net.workerNames)
    const path = `/returns-${number}`
    await addFiles(round, path)
    if (number % 2 === 0) {
      await net.kill(who)
      await removed(round, path, [who])
      await round.load.underWay(3)
    } else {
      await using old = await OldDisk.take(net, who)
      await round.load.underWay(3)
      await removed(round, path, [])
      await old.putBack()
    }
    await net.start(who)
    await net.waitJoined()
    await round.load.end()
    for (const difference of await differencesAtRest(round)) {
      const { who: worker, revived, lacking, removals } = difference
      if (revived.length > 0) round.violated(`${worker} has ${revived.length} pieces that nobody counts on`)
      if (lacking.length > 0) round.violated(`${worker} lacks ${lacking.length} pieces that are counted on`)
      if (removals > 0) round.violated(`${worker} has not confirmed ${removals} removals`)
    }
    await round.everyCopy()
  },
}

async function addFiles({ net }: Round, path: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'hiro-files-'))
  try {
    await mkdir(join(folder, 'files'))
    const names = Array.from({ length: FILES }, (_, at) => join(folder, 'files', `file-${at}`))
    await Promise.all(names.map(async (name) => await writeFile(name, `${path} ${name}`)))
    await must(net, ['add', join(folder, 'files'), '--to', path])
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Resolves when all workers but those away have confirmed. */
async function removed({ net }: Round, path: string, away: readonly Who[]): Promise<void> {
  await must(net, ['rm', '-r', '--now', path])
  await pause(SETTLES_MS)
  await net.waitForStatus(
    'the removals were not confirmed',
    ({ workers }) => workers.every(({ name, removals }) => away.some((who) => who === name) || removals === 0),
    REMOVED_TIMEOUT_MS,
  )
}

async function must(net: Round['net'], args: readonly string[]): Promise<void> {
  const { code, stderr } = await net.hiro(args)
  if (code !== 0) throw new Error(`hiro ${args.join(' ')} ended with ${code}: ${stderr.trim()}`)
}

/** Read from the files of a swarm that is stopped for it, until they agree; at the end they are as they are. */
async function differencesAtRest({ net }: Round): Promise<StoreDifference[]> {
  for (let looks = 1; ; looks++) {
    await pause(SETTLES_MS)
    const quiet = ({ workers }: { workers: readonly { removals: number }[] }) =>
      workers.every(({ removals }) => removals === 0)
    await net.waitForStatus('removals are not confirmed', quiet, REMOVED_TIMEOUT_MS).catch(() => {})
    for (const who of net.names) await net.stop(who)
    const differences = storeDifferences(net)
    await net.startAll(net.names)
    await net.waitJoined()
    const agree = differences.every((one) => one.revived.length + one.lacking.length + one.removals === 0)
    if (agree || looks === LOOKS_MOST) return differences
  }
}
