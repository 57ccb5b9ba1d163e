import { spawn } from 'node:child_process'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { cleanEnv } from '../../process/entry.ts'
import { spawnWords } from '../../surroundings.ts'
import type { Job } from './job.ts'

const main = join(import.meta.dirname, 'main.ts')
/** Where the CLI keeps it, too: a program starts in half the time. */
const COMPILED = join(homedir(), '.cache', 'hiro', 'compiled')

export interface ProgramOptions {
  readonly env?: Readonly<Record<string, string>> | undefined
  /** Words before the command; see Surroundings. */
  readonly before?: readonly string[] | undefined
}

export interface ProgramEnd {
  /** `undefined`: a signal ended it. */
  readonly code: number | undefined
  readonly stderr: string
}

/** One that runs. It ends when its standard input does, and so with the campaign, however that ends. */
export interface Program {
  readonly pid: number
  readonly ended: Promise<ProgramEnd>
  /** Every line that it says, to its end. */
  readonly lines: AsyncIterable<string>
  /** A line to its standard input. */
  say(line: string): void
  /** Closes its standard input. */
  tell(): void
  kill(): void
}

export function startProgram(job: Job, { env, before = [] }: ProgramOptions = {}): Program {
  const node = ['--disable-warning=ExperimentalWarning', main, JSON.stringify(job)]
  const [program, args] = spawnWords(before, process.execPath, node)
  const child = spawn(program, args, {
    env: cleanEnv({ NODE_COMPILE_CACHE: COMPILED, ...env }),
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  child.stdin.on('error', () => {})
  const closed = new Promise<number | undefined>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? undefined))
  })
  const stderr = text(child.stderr)
  const ended = closed.then(async (code) => ({ code, stderr: await stderr }))
  ended.catch(() => {}) // whoever waits for it learns of it
  child.stdout.setEncoding('utf8')
  return {
    pid: child.pid ?? 0,
    ended,
    lines: linesOf(child.stdout),
    say: (line) => void child.stdin.write(`${line}\n`),
    tell: () => child.stdin.end(),
    kill: () => void child.kill('SIGKILL'),
  }
}

async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string, void, undefined> {
  let rest = ''
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
}
