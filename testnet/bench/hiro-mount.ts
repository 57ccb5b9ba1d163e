import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { atEnd } from '../process/leash.ts'
import { waitFor } from '../process/wait.ts'
import type { BenchContext } from './context.ts'
import { type Command, run } from './tools/command.ts'

const END_TIMEOUT_MS = 60_000
/** As the scope names them. */
const SERVING = 'hiro mount'

/**
 * $1: the mount. Kills what serves it, or is about to: what mounted after it was unmounted would stay. Known by two of its arguments. Then nothing is open any more, whoever had
 * a file there.
 */
const TAKE_DOWN = `
serving() {
  for of in $(grep -lzxF -- "$1" /proc/[0-9]*/cmdline 2>/dev/null); do
    if grep -qzxF mount "$of" 2>/dev/null; then echo "$of" | tr -dc 0-9; echo; fi
  done
}
while pids=$(serving "$1"); [ -n "$pids" ]; do
  kill -9 $pids 2>/dev/null
  sleep 0.1
done
umount -f -l "$1" 2>/dev/null
rmdir "$1" 2>/dev/null || true
`

/** A testnet as a folder, by the commands that people use. Goes when it is disposed of, and also when this process is killed. */
export class HiroMount implements AsyncDisposable {
  readonly folder: string
  readonly #context: BenchContext
  readonly #hiro: (...args: string[]) => Command
  readonly #leash: Disposable
  #mounted = false

  constructor(context: BenchContext, hiro: (...args: string[]) => Command) {
    this.folder = join(context.folder, 'hiro-mount')
    this.#context = context
    this.#hiro = hiro
    this.#leash = atEnd(TAKE_DOWN, [this.folder])
  }

  /** Idempotent. */
  async mount(): Promise<void> {
    if (this.#mounted) return
    await mkdir(this.folder, { recursive: true })
    await run(this.#hiro('mount', this.folder), this.#context.signal)
    this.#mounted = true
  }

  /** Resolves when its process is gone too, with all it had in its hands. Idempotent. */
  async unmount(): Promise<void> {
    if (!this.#mounted) return
    const { scope, signal } = this.#context
    await run(this.#hiro('umount', this.folder), signal)
    const isGone = (): boolean => scope.processes().every(({ name }) => name !== SERVING)
    await waitFor(isGone, { otherwise: 'the mount did not end', timeoutMs: END_TIMEOUT_MS, signal })
    this.#mounted = false
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await run({ argv: ['/bin/sh', '-c', TAKE_DOWN, 'leash', this.folder] })
    this.#leash[Symbol.dispose]()
  }
}
