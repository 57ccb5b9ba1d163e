import type { HiroClient } from '../../../client/hiro-client.ts'
import type { Clock } from '../../../shared/clock/clock.ts'
import { sleep } from '../../../shared/clock/sleep.ts'
import { HiroError } from '../../../shared/errors.ts'
import type { Answer, Operation } from './operation.ts'

/** Does what is wanted with the library, as an application would. Throws what the library throws. */
export async function perform(
  library: HiroClient,
  clock: Clock,
  operation: Operation,
  signal: AbortSignal,
): Promise<Answer> {
  const { wanted } = operation
  const { path } = wanted
  switch (wanted.kind) {
    case 'add':
    case 'replace': {
      const { kind, content, restMs, copies, copiesMin } = wanted
      if (kind === 'add' && isPacked(wanted)) return await addPacked(library, path, content, signal)
      const source = restMs === 0 ? content : slowSource(content, restMs, clock)
      const result = await library[kind](path, source, {
        signal,
        ...(copies !== undefined && { copies }),
        ...(copiesMin !== undefined && { copiesMin }),
        ...(restMs === 0 && { sizeBytes: content.byteLength }),
      })
      const { file, version, revision } = result
      return { published: { file, version, revision, copies: result.copies } }
    }
    case 'read': {
      const { offset, lengthBytes } = wanted
      for await (const slice of library.read(path, { offset, lengthBytes, signal })) {
        operation.bytes = Buffer.concat([operation.bytes, slice])
      }
      return {}
    }
    case 'list': {
      const names: string[] = []
      for await (const { name } of library.list(path, { signal })) names.push(name)
      return { names: names.toSorted() }
    }
    case 'stat': {
      const entry = await library.stat(path, { signal })
      const { kind, mode, mtimeMs } = entry
      return { entry: { kind, mode, mtimeMs, sizeBytes: kind === 'file' ? entry.sizeBytes : 0 } }
    }
    case 'mkdir':
      await library.mkdir(path, { signal })
      return {}
    case 'rmdir':
      await library.rmdir(path, { signal })
      return {}
    case 'remove':
    case 'remove-now':
    case 'remove-all': {
      const { kind } = wanted
      await library.remove(path, { signal, recursive: kind === 'remove-all', now: kind === 'remove-now' })
      return {}
    }
    case 'empty-trash':
      await library.emptyTrash(path, { signal })
      return {}
    case 'restore':
    case 'revert': {
      const version = wanted.kind === 'revert' ? await olderVersion(library, path, signal) : undefined
      return { restored: await library.restore(path, { signal, version, to: wanted.to }) }
    }
    case 'move':
    case 'move-over':
      await library.move(path, wanted.to, { signal, replace: wanted.kind === 'move-over' })
      return {}
    case 'make-file':
      await library.makeFile(path, { signal, mtimeMs: wanted.mtimeMs, exclusive: true })
      return {}
    case 'symlink':
      await library.symlink(wanted.target, path, { signal })
      return {}
    case 'chmod':
      await library.chmod(path, wanted.mode, { signal })
      return {}
    case 'utimes':
      await library.utimes(path, wanted, { signal })
      return {}
  }
}

/** Of the small files some; which, their size says, so that nothing else comes otherwise. */
function isPacked({ content, restMs, copies }: { content: Uint8Array; restMs: number; copies?: number }): boolean {
  return content.byteLength % 2 === 1 && content.byteLength < PACKED_BYTES_MAX && restMs === 0 && copies === undefined
}

const PACKED_BYTES_MAX = 1_100

async function addPacked(library: HiroClient, path: string, bytes: Uint8Array, signal: AbortSignal): Promise<Answer> {
  const [result] = await library.addPack([{ path, bytes }], { signal })
  if (result === undefined || result instanceof HiroError) throw result ?? new HiroError('internal', 'no outcome')
  const { file, version, revision, copies } = result
  return { published: { file, version, revision, copies } }
}

async function olderVersion(library: HiroClient, path: string, signal: AbortSignal): Promise<number> {
  const items = await library.trashAt(path, { signal })
  const older = items.find(({ replaced }) => replaced)
  if (older === undefined) throw new HiroError('not-found', `there is no older content of ${path}`)
  return older.version
}

const SLICES = 3

async function* slowSource(content: Uint8Array, restMs: number, clock: Clock): AsyncGenerator<Uint8Array> {
  const sliceBytes = Math.max(1, Math.ceil(content.byteLength / SLICES))
  for (let at = 0; at < content.byteLength; at += sliceBytes) {
    await sleep(clock, restMs)
    yield content.subarray(at, at + sliceBytes)
  }
}
