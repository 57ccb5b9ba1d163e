import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { HiroError } from '../../../shared/errors.ts'
import { onAbort, throwIfAborted } from '../../../shared/work/signal.ts'
import { cleanEnv } from '../../process/entry.ts'

/** Program, arguments, and what else the environment says. */
export interface Command {
  readonly argv: readonly string[]
  readonly env?: Readonly<Record<string, string>> | undefined
}

/** Runs it to its end, its output to nowhere: a pipe that this process reads would be measured with it. Throws with what it wrote on standard error when it fails. */
export async function run(command: Command, signal?: AbortSignal): Promise<void> {
  await start(command, 'ignore', signal).ended
}

export async function outputOf(command: Command, signal?: AbortSignal): Promise<string> {
  const { stdout, ended } = start(command, 'pipe', signal)
  const [output] = await Promise.all([stdout === null ? '' : text(stdout), ended])
  return output
}

/** SHA-256, in hex, of what it writes. */
export async function hashOfOutput(command: Command, signal?: AbortSignal): Promise<string> {
  const { stdout, ended } = start(command, 'pipe', signal)
  const hash = createHash('sha256')
  await Promise.all([stdout && pipeline(stdout, hash), ended])
  return hash.digest('hex')
}

function start({ argv, env }: Command, output: 'ignore' | 'pipe', signal: AbortSignal | undefined) {
  throwIfAborted(signal)
  const [program = '', ...args] = argv
  const child = spawn(program, args, { env: cleanEnv(env), stdio: ['ignore', output, 'pipe'] })
  const stderr = text(child.stderr ?? Readable.from([]))
  const ended = (async () => {
    using _ = onAbort(signal, () => void child.kill('SIGKILL'))
    const [code, failure] = await new Promise<[number | null, Error | undefined]>((resolve) => {
      child.once('error', (error) => resolve([null, error]))
      child.once('close', (code) => resolve([code, undefined]))
    })
    throwIfAborted(signal)
    if (code === 0) return
    const told = failure?.message ?? `exit code ${code}: ${(await stderr).trim()}`
    throw new HiroError('internal', `${argv.join(' ')}: ${told}`)
  })()
  return { stdout: child.stdout, ended }
}
