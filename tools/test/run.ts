import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { text } from 'node:stream/consumers'

const root = join(import.meta.dirname, '..', '..')

/** Programs of the package come first, and `node` is the one that runs this, whatever the caller's PATH says. */
const env = {
  ...process.env,
  PATH: [join(process.execPath, '..'), join(root, 'node_modules/.bin'), process.env['PATH']].join(delimiter),
}

export interface Outcome {
  /** The exit code; absent when a signal ended the program. */
  code: number | undefined
  output: string
}

/** Runs a program to its end, and kills it after its time. Its output goes to ours or, captured, into the outcome. `more` goes into its environment. */
export async function run(
  [program, ...args]: [string, ...string[]],
  { capture, timeoutMs, more = {} }: { capture: boolean; timeoutMs: number; more?: Record<string, string> },
): Promise<Outcome> {
  const child = spawn(program, args, {
    cwd: root,
    env: { ...env, ...more },
    stdio: capture ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    timeout: timeoutMs,
    killSignal: 'SIGKILL',
  })
  const streams = [child.stdout, child.stderr].filter((stream) => stream !== null)
  const output = Promise.all(streams.map((stream) => text(stream)))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  return { code: code ?? undefined, output: (await output).join('') }
}
