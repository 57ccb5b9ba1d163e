import type { HiroError } from '../../shared/errors.ts'
import type { Tidied, WatchedChange, Watching, WatchOptions } from '../index.ts'

interface Watched {
  readonly calls: string[]
  readonly failures: ReadonlyMap<string, HiroError>
  readonly changes: readonly WatchedChange[]
}

/** Who watches is told what there is to tell, and then no more. */
export function testWatch({ calls, failures, changes }: Watched) {
  return (path: string, { recursive = false, signal }: WatchOptions = {}): Watching => {
    calls.push(`${recursive ? 'watch below' : 'watch'} ${path}`)
    const told = changes.values()
    const next = async (): Promise<IteratorResult<WatchedChange, undefined>> => {
      signal?.throwIfAborted()
      const failure = failures.get(path)
      if (failure) throw failure
      const { done, value } = told.next()
      return done ? { done, value: undefined } : { done: false, value }
    }
    const end = async (): Promise<void> => {}
    const watching: Watching = {
      ready: end(),
      next,
      [Symbol.asyncDispose]: end,
      [Symbol.asyncIterator]: () => watching,
    }
    return watching
  }
}

/** A file is tidy when its name says so. */
export function testTidy({ calls, failures }: Watched) {
  return async (path: string): Promise<Tidied> => {
    calls.push(`tidy ${path}`)
    const failure = failures.get(path)
    if (failure) throw failure
    return path.includes('tidy') ? { bytes: 0, parts: 0 } : { bytes: 3_000_000, parts: 700 }
  }
}
