import type { Command } from 'commander'
import { runDemo } from '../demo/demo.ts'
import { interruptSignal } from './options.ts'

export function defineDemo(program: Command): void {
  program
    .command('demo')
    .summary('see a swarm lose a worker, and nothing else')
    .description(
      'Starts a swarm in a temporary folder, adds a real file tree, kills a worker in the middle, reads everything back, compares, and cleans up.',
    )
    .action(async () => await runDemo({ tell: (line) => process.stdout.write(`${line}\n`), signal: interruptSignal() }))
}
