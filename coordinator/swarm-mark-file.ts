import { readFile } from 'node:fs/promises'
import { HiroError } from '../shared/errors.ts'
import { writeDurably } from '../shared/files/durable-file.ts'

const LINE = /^hiro-swarm-1 ([0-9a-f]{32})\n$/

/**
 * A file beside the metadata that says which swarm they are of. Where it is there and they are not, or they are another swarm's, a disk is missing, and a fresh and
 * empty swarm must not take its place. `undefined`: no swarm was ever started here.
 */
export async function readSwarmMark(path: string): Promise<string | undefined> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined
    throw new HiroError('io', `${path}: cannot be read`, { cause })
  }
  const [, swarm] = LINE.exec(text) ?? []
  if (swarm === undefined)
    throw new HiroError('metadata-damaged', `${path}: not the mark of a swarm; restore it from a backup`)
  return swarm
}

/** Written once, after the swarm's metadata are durable. Throws `metadata-damaged` when they are of another swarm than the mark says. */
export async function keepSwarmMark(path: string, mark: string | undefined, swarm: string): Promise<void> {
  if (mark === undefined) return await writeDurably(path, `hiro-swarm-1 ${swarm}\n`)
  if (mark !== swarm) {
    throw new HiroError(
      'metadata-damaged',
      `${path} is of the swarm ${mark}, the metadata beside it of ${swarm}; restore them from one backup`,
    )
  }
}
