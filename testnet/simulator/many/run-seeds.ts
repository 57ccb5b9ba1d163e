import { Worker } from 'node:worker_threads'
import type { RunOptions } from '../run-seed.ts'
import type { Story } from '../story.ts'
import type { SeedOrder } from './seed-thread.ts'

export interface ManyOptions {
  readonly seeds: readonly string[]
  readonly options?: RunOptions
  /** Threads; each plays one seed at a time. */
  readonly jobs: number
  /** Once it is aborted no further seed is begun. */
  readonly signal?: AbortSignal
  /** Called whenever a seed was played, in whatever order. */
  readonly onProgress?: (played: number) => void
}

type Outcome = PromiseWithResolvers<Story | undefined>

/**
 * Plays seeds on several threads, and gives their stories in the order of the seeds, without the lines of those that went well. A story depends on its seed alone, so it
 * does not matter who plays it. Throws when a thread dies.
 */
export async function* runSeeds({ seeds, options = {}, jobs, signal, onProgress }: ManyOptions): AsyncGenerator<Story> {
  const outcomes = seeds.map((): Outcome => Promise.withResolvers())
  for (const { promise } of outcomes) promise.catch(() => {})
  let [begun, played] = [0, 0]
  const startThread = (): Worker => {
    const thread = new Worker(new URL('seed-thread.ts', import.meta.url))
    let outcome: Outcome | undefined
    const next = (): void => {
      const seed = seeds[begun]
      outcome = outcomes[begun]
      // The first that is not begun any more ends the row.
      if (signal?.aborted || seed === undefined) return outcome?.resolve(undefined)
      begun++
      thread.postMessage({ seed, options } satisfies SeedOrder, [])
    }
    thread.on('message', (story: Story) => {
      outcome?.resolve(story)
      onProgress?.(++played)
      next()
    })
    thread.on('error', (error) => outcomes.forEach(({ reject }) => reject(error)))
    next()
    return thread
  }
  const threads = Array.from({ length: Math.min(jobs, seeds.length) }, startThread)
  try {
    for (const { promise } of outcomes) {
      const story = await promise
      if (story === undefined) return
      yield story
    }
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()))
  }
}
