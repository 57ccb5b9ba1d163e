import { HiroError, hasCode, toHiroError } from '../../shared/errors.ts'
import type { Peer } from '../../shared/piece-map.ts'
import { mapOrdered } from '../../shared/work/ordered-window.ts'
import { throwIfAborted } from '../../shared/work/signal.ts'
import { type OnProgress, ProgressCount } from '../progress.ts'
import { BadCopies, type BadCopy } from './bad-copies.ts'
import { openFile } from './download.ts'
import type { DownloadPorts } from './ports.ts'
import { openWhole } from './read-version.ts'
import type { MappedExtent, VersionMap } from './version-map.ts'
import { extentsOf } from './why.ts'

export interface CheckOptions {
  /** Every copy is read and opened; otherwise workers are asked whether they have it, and believed. */
  readonly read?: boolean | undefined
  readonly signal?: AbortSignal | undefined
  /** In bytes of the file, whatever its copies. */
  readonly onProgress?: OnProgress | undefined
  readonly onBadCopy?: ((bad: BadCopy) => void) | undefined
}

export interface CheckResult {
  readonly path: string
  readonly version: number
  readonly sizeBytes: number
  readonly pieces: number
  /** The fewest good copies that a piece has; `undefined` for an empty file. */
  readonly copies: number | undefined
  /** Pieces without any good copy that can be reached. */
  readonly lost: number
  readonly bad: readonly BadCopy[]
  /** Names of workers that should hold something and could not be asked. */
  readonly unreachable: readonly string[]
}

type State = 'good' | 'bad' | 'unreachable'

/** Looks at every copy of every piece of a file. Throws `not-found`, `is-a-folder`, `changed` (replaced meanwhile), and what concerns the file as a whole. */
export async function check(
  ports: DownloadPorts,
  path: string,
  options: CheckOptions,
  window: number,
): Promise<CheckResult> {
  const { signal } = options
  const { entry, map } = await openFile(ports, path, signal)
  const bad: BadCopy[] = []
  const unreachable = new Set<string>()
  const badCopies = new BadCopies(ports.coordinator, (copy) => {
    bad.push(copy)
    options.onBadCopy?.(copy)
  })
  const checkOne = async (extent: MappedExtent, signal: AbortSignal) => {
    let good = 0
    for (const peer of extent.piece.holders) {
      const state = await checkCopy(ports, { map, extent, peer, badCopies, read: options.read ?? false }, signal)
      if (state === 'good') good++
      if (state === 'unreachable') unreachable.add(peer.name)
    }
    return { good, lengthBytes: extent.lengthBytes }
  }
  const progress = new ProgressCount(options.onProgress, entry.sizeBytes)
  let [pieces, lost, copies] = [0, 0, Number.POSITIVE_INFINITY]
  for await (const { good, lengthBytes } of mapOrdered(extentsOf(map, signal), window, checkOne, signal)) {
    pieces++
    if (good === 0) lost++
    copies = Math.min(copies, good)
    progress.add(lengthBytes)
  }
  const { version, sizeBytes } = entry
  const fewest = pieces === 0 ? undefined : copies
  return { path, version, sizeBytes, pieces, copies: fewest, lost, bad, unreachable: [...unreachable] }
}

interface Copy {
  readonly map: VersionMap
  readonly extent: MappedExtent
  readonly peer: Peer
  readonly badCopies: BadCopies
  readonly read: boolean
}

async function checkCopy({ workers }: DownloadPorts, copy: Copy, signal: AbortSignal): Promise<State> {
  const { extent, peer, map, badCopies, read } = copy
  const { cid, sizeBytes } = extent.piece
  try {
    if (read) openWhole(await workers.get(peer, { cid, sizeBytes }, { signal }), extent.key, cid)
    else {
      const [size] = await workers.stat(peer, [cid], signal)
      if (size === undefined) throw new HiroError('not-found', 'the worker does not have it')
      if (size !== sizeBytes) throw new HiroError('integrity', `the copy has ${size} bytes, not ${sizeBytes}`)
    }
    return 'good'
  } catch (cause) {
    throwIfAborted(signal)
    const error = toHiroError(cause)
    if (!hasCode(error, 'integrity', 'not-found')) return 'unreachable'
    // It is gone by right when the file was replaced or removed meanwhile.
    if (error.code === 'not-found') await map.requireCurrent(signal)
    badCopies.tell(cid, peer, error)
    return 'bad'
  }
}
