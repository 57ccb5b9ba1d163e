import { type MessagePort, parentPort } from 'node:worker_threads'
import { type RunOptions, runSeed } from '../run-seed.ts'
import type { Story } from '../story.ts'

/** What a thread is asked to play. */
export interface SeedOrder {
  readonly seed: string
  readonly options: RunOptions
}

/** Plays one seed after the other, as they are asked for, and answers with their stories. */
function serve(port: MessagePort): void {
  const answer = (story: Story): void => port.postMessage(story, [])
  port.on('message', ({ seed, options }: SeedOrder) => {
    // Lines are most of a story, and nobody reads those of a good seed.
    void runSeed(seed, options).then((story) => answer(story.violations.length === 0 ? { ...story, lines: [] } : story))
  })
}

if (parentPort === null) throw new Error('seed-thread.ts is started by run-seeds.ts')
serve(parentPort)
