import { spawn } from 'node:child_process'
import { Socket } from 'node:net'
import { join } from 'node:path'
import { MANIFEST } from '../folder/manifest.ts'
import { cleanEnv, launcher } from './entry.ts'

/** $1: the file that a testnet in `dir` has; $2: a folder; the rest: what takes the testnet down. */
const TAKE_DOWN = `
manifest=$1 folder=$2
shift 2
[ ! -e "$manifest" ] || "$@"
rm -rf -- "$folder"
`

/** Takes the testnet in `dir` down and removes `folder`, which it lies in, when this process ends without having done so. Dispose it when both are gone. */
export function leash(dir: string, folder: string): Disposable {
  return atEnd(TAKE_DOWN, [join(dir, MANIFEST), folder, launcher(), 'testnet', 'down', '--dir', dir])
}

/**
 * Has a shell run `script` when this process ends, even by SIGKILL, unless it is disposed before: a small process waits for the end of a pipe that nobody but this one
 * holds.
 */
export function atEnd(script: string, args: readonly string[]): Disposable {
  const waiting = spawn('/bin/sh', ['-c', `read -r _\n${script}`, 'leash', ...args], {
    env: cleanEnv(),
    detached: true, // it must outlive a Ctrl-C that ends this process
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  waiting.on('error', () => {})
  waiting.stdin.on('error', () => {})
  waiting.unref()
  if (waiting.stdin instanceof Socket) waiting.stdin.unref() // the open pipe must not keep this process from ending
  return { [Symbol.dispose]: () => void waiting.kill('SIGKILL') }
}
