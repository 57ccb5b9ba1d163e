import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { HiroError } from '../../shared/errors.ts'

/** Runs a command of the system to its end, and gives what it wrote. Throws `io` with its last words. */
export async function tool(command: string, args: readonly string[], input = ''): Promise<string> {
  const child = spawn(command, args, { env: { ...process.env, LC_ALL: 'C', PATH: withSbin() } })
  child.stdin.on('error', () => {}) // it may end before it has read all
  child.stdin.end(input)
  const ended = new Promise<number | null | Error>((resolve) => {
    child.once('error', resolve)
    child.once('close', resolve)
  })
  const [stdout, stderr, end] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  if (end === 0) return stdout
  const why = end instanceof Error ? end.message : stderr.trim() || `exit code ${end}`
  throw new HiroError('io', `${command} ${args.join(' ')}: ${why}`)
}

/** Where Debian keeps `ip`, `mkfs.ext4` and their like, which not every root has on its path. */
export function withSbin(): string {
  return `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin`
}
