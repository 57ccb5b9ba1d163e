import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { HiroError } from '../../shared/errors.ts'
import { cleanEnv } from '../process/entry.ts'
import { inheritedFault } from './faults.ts'

export interface Program {
  readonly argv: readonly string[]
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  readonly input?: string
  /** It is killed after that; what hangs in a mount must not hang the suite. */
  readonly timeoutMs?: number
}

interface Outcome {
  /** The exit code, or the signal that ended it. */
  readonly end: number | string
  readonly stdout: string
  readonly stderr: string
}

const TIMEOUT_MS_DEFAULT = 600_000

/** Runs a program to its end, whatever that is. Throws `io` where it could not be started. */
export async function outcomeOf({
  argv,
  cwd,
  env,
  input = '',
  timeoutMs = TIMEOUT_MS_DEFAULT,
}: Program): Promise<Outcome> {
  const [program = '', ...args] = argv
  const child = spawn(program, args, {
    cwd,
    env: cleanEnv({ LC_ALL: 'C', ...inheritedFault(), ...env }),
    timeout: timeoutMs,
    killSignal: 'SIGKILL',
  })
  child.stdin.on('error', () => {}) // it may end before it has read all
  child.stdin.end(input)
  const ended = new Promise<number | string>((resolve, reject) => {
    child.once('error', (error) => reject(new HiroError('io', `${argv.join(' ')}: ${error.message}`)))
    child.once('close', (code, signal) => resolve(code ?? signal ?? 'nothing'))
  })
  const [end, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)])
  return { end, stdout, stderr }
}

/** Runs a program that must succeed, and gives its standard output. Throws `io` with its last words. */
export async function run(program: Program): Promise<string> {
  const { end, stdout, stderr } = await outcomeOf(program)
  if (end === 0) return stdout
  throw new HiroError('io', `${program.argv.join(' ')} ended with ${end}: ${(stderr || stdout).trim().slice(-2_000)}`)
}
