import { spawn } from 'node:child_process'
import { Socket } from 'node:net'
import { join } from 'node:path'
import { MANIFEST } from '../folder/manifest.ts'
import { cleanEnv, HIRO } from './entry.ts'

/** $0: the file that a testnet in `dir` has; $1: a folder; the rest: what takes the testnet down. */
const SCRIPT = `
read -r _
manifest=$0 folder=$1
shift
[ ! -e "$manifest" ] || "$@"
rm -rf -- "$folder"
`

/**
 * Takes the testnet in `dir` down and removes `folder`, which it lies in, when this process ends without having done so, even by SIGKILL: a small process waits
 * for the end of a pipe that nobody but this one holds. Dispose it when both are gone.
 */
export function leash(dir: string, folder: string): Disposable {
  const down = [HIRO, 'testnet', 'down', '--dir', dir]
  const waiting = spawn('/bin/sh', ['-c', SCRIPT, join(dir, MANIFEST), folder, ...down], {
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
