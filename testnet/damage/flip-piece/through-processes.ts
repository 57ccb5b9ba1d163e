import { pick } from '../../../shared/random/choose.ts'
import type { SeededRandom } from '../../../shared/random/seeded-random.ts'
import type { Who } from '../../layout.ts'
import type { Testnet } from '../../testnet.ts'
import type { FlipPieceResult } from './flip-piece.ts'
import { pieceOnDisk } from './on-worker-disk.ts'

/** Of what is stored: a piece of 64 KiB and its sealing lies in a file, a smaller one in the index. */
const FILE_BYTES = [64 * 1024, 60_000] as const
/** Of the flips of a batch, one in so many hits all copies of its piece. */
const ALL_COPIES_ONE_IN = 4
/** On a machine that is busy with other things a worker may be late. */
const CHECKS_MAX = 4

interface Victim {
  readonly path: string
  readonly content: Buffer
  readonly cid: string
  /** Whose copies are flipped. */
  readonly workers: readonly Who[]
  readonly allCopies: boolean
  readonly what: string
}

export interface ThroughProcessesOptions {
  readonly net: Testnet
  readonly random: SeededRandom
  /** Flips evenly over a piece, and at random places. */
  readonly even: number
  readonly atRandom: number
  /** Flips between two starts of the workers: a file for each. */
  readonly batch: number
}

/**
 * Bytes flipped on the disks of workers, in the file of a piece or in the index, while they are stopped; then a check that reads all names just the copies that are bad, and each file is read through the command
 * line. With a good copy left, its bytes come from there; where none is, the read ends with 6 and gives nothing.
 */
export async function flipThroughProcesses(options: ThroughProcessesOptions): Promise<FlipPieceResult> {
  const { even, atRandom, batch } = options
  const total = even + atRandom
  const tally: Tally = { flips: 0, detected: 0, wrongBytes: 0, violations: [] }
  for (let from = 0; from < total; from += batch) {
    await flipBatch(options, from, Math.min(total, from + batch), tally)
  }
  return { where: 'through processes', pieceBytes: FILE_BYTES[0], ...tally }
}

interface Tally {
  flips: number
  detected: number
  wrongBytes: number
  readonly violations: string[]
}

async function flipBatch(options: ThroughProcessesOptions, from: number, to: number, tally: Tally): Promise<void> {
  const { net, random, even } = options
  const folder = `/flipped-${from}`
  await ok(net, ['mkdir', folder])
  const added: Omit<Victim, 'workers' | 'allCopies' | 'what'>[] = []
  for (let number = from; number < to; number++) {
    const path = `${folder}/${number}`
    const content = Buffer.from(random.fork(path).bytes(FILE_BYTES[number % 2] ?? 0))
    await ok(net, ['add', '-', '--to', path], content)
    const [piece] = (JSON.parse(await ok(net, ['why', '--json', path])) as { pieces: { cid: string }[] }).pieces
    added.push({ path, content, cid: piece?.cid ?? '' })
  }
  for (const who of net.workerNames) await net.stop(who)
  const victims = added.map((file, at): Victim => {
    const number = from + at
    const allCopies = random.below(ALL_COPIES_ONE_IN) === 0
    const workers = allCopies ? net.workerNames : [pick(random, net.workerNames)]
    const copies = workers.map((who) => pieceOnDisk(net, who, file.cid))
    const sizeBytes = copies[0]?.sizeBytes ?? 0
    const place =
      number < even ? Math.floor((number * (sizeBytes - 1)) / Math.max(1, even - 1)) : random.below(sizeBytes)
    const mask = 1 << random.below(8)
    for (const copy of copies) copy.flip({ at: place, mask })
    return { ...file, workers, allCopies, what: `${file.path}: byte ${place} xor ${mask} at ${workers.join(' ')}` }
  })
  await net.startAll(net.workerNames)
  await net.waitJoined()
  // First, for what is found is told, and replaced where a good copy is left.
  await checkAll(net, folder, victims, tally)
  for (const victim of victims) await readVictim(net, victim, tally)
  await ok(net, ['rm', '-r', folder])
}

async function readVictim(net: Testnet, victim: Victim, tally: Tally): Promise<void> {
  const { path, content, cid, workers, allCopies, what } = victim
  const { code, stderr, stdoutBytes } = await net.hiro(['cat', path])
  tally.flips++
  tally.wrongBytes += stdoutBytes.reduce((wrong, byte, at) => (byte === content[at] ? wrong : wrong + 1), 0)
  const named = [...stderr.matchAll(/^hiro: warning: (worker-\d+) has a bad copy of piece (\w+)/gm)]
  const wellNamed = named.every(([, worker, piece]) => piece === cid && workers.some((who) => who === worker))
  const right = allCopies ? code === 6 && stdoutBytes.byteLength === 0 : code === 0 && stdoutBytes.equals(content)
  if (!right || !wellNamed)
    tally.violations.push(`${what}: cat ended with ${code}, ${stdoutBytes.byteLength} bytes: ${stderr.trim()}`)
}

interface Checked {
  readonly path: string
  readonly bad: readonly { readonly cid: string; readonly worker: string }[]
  readonly unreachable: readonly string[]
}

async function checkAll(net: Testnet, folder: string, victims: readonly Victim[], tally: Tally): Promise<void> {
  const found = await checkReached(net, folder)
  for (const { path, cid, workers, what } of victims) {
    const { bad, unreachable } = found.find((file) => file.path === path) ?? { bad: [], unreachable: ['not told of'] }
    const names = bad.filter((copy) => copy.cid === cid).map(({ worker }) => worker)
    if (String(names.toSorted()) === String(workers.toSorted())) tally.detected++
    else
      tally.violations.push(`${what}: check named ${names.join(' ') || 'nobody'}, out of reach: ${String(unreachable)}`)
  }
}

/** A worker that did not answer in time was not asked: then again. */
async function checkReached(net: Testnet, folder: string): Promise<Checked[]> {
  for (let tries = 1; ; tries++) {
    const { stdout } = await net.hiro(['check', '--read', '--json', folder])
    const lines = stdout.split('\n').filter((line) => line !== '')
    const found = lines.map((line) => JSON.parse(line) as Checked)
    if (tries === CHECKS_MAX || found.every(({ unreachable }) => unreachable.length === 0)) return found
  }
}

async function ok(net: Testnet, args: readonly string[], input?: Uint8Array): Promise<string> {
  const { code, stdout, stderr } = await net.hiro(args, input ? { input } : {})
  if (code !== 0) throw new Error(`hiro ${args.join(' ')} ended with ${code}: ${stderr}`)
  return stdout
}
