import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hasCode } from '../../../shared/errors.ts'
import type { SeededRandom } from '../../../shared/random/seeded-random.ts'
import { StartError } from '../../process/role-process.ts'
import type { Testnet } from '../../testnet.ts'

const FILES = ['/metadata-1', '/metadata-2', '/metadata-3'] as const

export interface MetadataFlips {
  readonly flips: number
  /** The coordinator did not start, and said how to restore them. */
  readonly refused: number
  /** It started, and refused some reads with exit 6 and the way out. */
  readonly refusedInPart: number
  /** All was served as before. */
  readonly harmless: number
  readonly violations: readonly string[]
}

/** Bytes of a real coordinator's metadata flipped while it is stopped; then it is started, and everything read through the command line. The metadata are put back after each. */
export async function flipMetadataThroughProcesses(
  net: Testnet,
  random: SeededRandom,
  flips: number,
): Promise<MetadataFlips> {
  const contents = new Map(FILES.map((path) => [path as string, Buffer.from(random.fork(path).bytes(3_000))]))
  for (const [path, content] of contents) {
    const { code, stderr } = await net.hiro(['add', '-', '--to', path], { input: content })
    if (code !== 0) throw new Error(`hiro add ${path}: ${stderr}`)
  }
  const path = join(net.files('coordinator').folder, 'metadata.sqlite')
  const counts = { refused: 0, refusedInPart: 0, harmless: 0 }
  const violations: string[] = []
  for (let flip = 0; flip < flips; flip++) {
    await net.stop('coordinator')
    copyFileSync(path, `${path}.whole`)
    const bytes = readFileSync(path)
    const [at, mask] = [random.below(bytes.byteLength), 1 << random.below(8)]
    bytes.writeUInt8(bytes.readUInt8(at) ^ mask, at)
    writeFileSync(path, bytes)
    try {
      counts[await startAndRead(net, contents)]++
    } catch (error) {
      violations.push(`byte ${at} xor ${mask}: ${String(error)}`)
    }
    await net.stop('coordinator')
    copyFileSync(`${path}.whole`, path)
    await net.start('coordinator')
    await net.waitJoined()
  }
  return { flips, ...counts, violations }
}

async function startAndRead(
  net: Testnet,
  contents: ReadonlyMap<string, Buffer>,
): Promise<'refused' | 'refusedInPart' | 'harmless'> {
  try {
    await net.start('coordinator')
  } catch (error) {
    if (!(error instanceof StartError) || !hasCode(error, 'unreachable') || !/restore/.test(error.logTail)) throw error
    return 'refused'
  }
  let refused = 0
  for (const [path, content] of contents) {
    const { code, stderr, stdoutBytes } = await net.hiro(['cat', path])
    if (code === 0 && stdoutBytes.equals(content)) continue
    // Exit 5: its workers could not join either, for the records of them are what is damaged.
    if (code !== 6 && code !== 5) throw new Error(`hiro cat ${path} ended with ${code}: ${stderr}`)
    if (code === 6 && !/restore/.test(stderr)) throw new Error(`hiro cat ${path} does not say what to do: ${stderr}`)
    if (!content.subarray(0, stdoutBytes.byteLength).equals(stdoutBytes))
      throw new Error(`hiro cat ${path}: wrong bytes`)
    refused++
  }
  return refused > 0 ? 'refusedInPart' : 'harmless'
}
