import { spawn, spawnSync } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { HiroError } from '../../../shared/errors.ts'

/** In a handler of the process's end nothing else can be done meanwhile. */
const LAST_WORDS_TIMEOUT_MS = 10_000
const ATTEMPT = ['-i', '-c']
/** The connection is cut first, so that nobody's open file is in the way; `-c`: nothing is asked of what is mounted. */
const FORCED = ['-i', '-c', '-f', '-l']

/** Runs mount(8) with `descriptor` as its 3. Throws `io` with its last words, `not-found` where there is no such command. */
export async function runMount(args: readonly string[], descriptor: number): Promise<void> {
  const { exitCode, said } = await run('mount', args, descriptor)
  if (exitCode !== 0) throw new HiroError('io', `mount failed: ${said}`)
}

/** What umount(8) says to it: `busy` where files are open, or somebody is in it. */
export async function runUmount(mountPoint: string, how: 'plain' | 'forced'): Promise<'done' | 'busy' | 'not-mounted'> {
  const { exitCode, said } = await run('umount', [...(how === 'plain' ? ATTEMPT : FORCED), mountPoint])
  if (exitCode === 0) return 'done'
  if (said.includes('busy')) return 'busy'
  if (/not mounted|no mount point/.test(said)) return 'not-mounted'
  throw new HiroError('io', `umount failed: ${said}`)
}

/** For the process's end. */
export function runUmountNow(mountPoint: string): boolean {
  return spawnSync('umount', [...FORCED, mountPoint], { timeout: LAST_WORDS_TIMEOUT_MS, stdio: 'ignore' }).status === 0
}

async function run(
  command: string,
  args: readonly string[],
  descriptor?: number,
): Promise<{ readonly exitCode: number | null; readonly said: string }> {
  const child = spawn(command, args, {
    stdio: ['ignore', 'ignore', 'pipe', ...(descriptor === undefined ? [] : [descriptor])],
    env: { ...process.env, LC_ALL: 'C', PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin` },
  })
  const ended = Promise.withResolvers<number | null>()
  child.once('error', (error) => {
    ended.reject(new HiroError('not-found', `cannot run ${command}: ${error.message}`, { cause: error }))
  })
  child.once('close', ended.resolve)
  const [exitCode, said] = await Promise.all([ended.promise, child.stderr === null ? '' : text(child.stderr)])
  return { exitCode, said: said.trim() || `exit code ${exitCode}` }
}
