import { spawn } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { Socket } from 'node:net'
import { join } from 'node:path'
import { type Command, outputOf, run } from '../tools/command.ts'

/**
 * Ends whatever lives in the namespace, takes away what is mounted, the namespace and the folder. $0: the namespace; $1: the mount; $2: the folder. `--one-file-system`: never
 * through a mount that would not go.
 */
const TAKE_DOWN = `
ip netns pids "$0" | xargs -r kill -9
umount -l "$1" 2>/dev/null || true
ip netns del "$0" || true
rm -rf --one-file-system -- "$2"
`

/** As above, when this process is gone, even by SIGKILL: the shell waits for the end of a pipe that nobody else holds. */
const GUARD = `read -r _ || true\n${TAKE_DOWN}`

/**
 * Where a peer lives while it is measured: a network namespace of its own, in which `lo` has the addresses it needs, for both refuse 127.0.0.1; a folder; and a mount. Only root
 * can make it.
 */
export class Place implements AsyncDisposable {
  readonly folder: string
  readonly mount: string
  readonly #namespace: string
  readonly #guard: ReturnType<typeof spawn>

  private constructor(folder: string, namespace: string) {
    this.folder = folder
    this.mount = join(folder, 'mount')
    this.#namespace = namespace
    this.#guard = spawn('/bin/sh', ['-c', GUARD, ...this.#takeDownArgs()], {
      detached: true, // it must outlive a Ctrl-C that ends this process
      stdio: ['pipe', 'ignore', 'ignore'],
    })
    this.#guard.unref()
    if (this.#guard.stdin instanceof Socket) this.#guard.stdin.unref()
  }

  static async make(folder: string, name: string, addresses: readonly string[]): Promise<Place> {
    const namespace = `hiro-bench-${name}-${process.pid}`
    await run({ argv: ['ip', 'netns', 'add', namespace] })
    const place = new Place(folder, namespace)
    try {
      await mkdir(place.mount, { recursive: true })
      await run({ argv: ['ip', '-n', namespace, 'link', 'set', 'lo', 'up'] })
      for (const address of addresses) {
        await run({ argv: ['ip', '-n', namespace, 'address', 'add', `${address}/32`, 'dev', 'lo'] })
      }
      return place
    } catch (error) {
      await place[Symbol.asyncDispose]()
      throw error
    }
  }

  /** A path of the mount. */
  at(name: string): string {
    return join(this.mount, name)
  }

  inside(argv: readonly string[]): Command {
    return { argv: ['nsenter', `--net=/run/netns/${this.#namespace}`, ...argv] }
  }

  async run(argv: readonly string[]): Promise<void> {
    await run(this.inside(argv))
  }

  async outputOf(argv: readonly string[]): Promise<string> {
    return await outputOf(this.inside(argv))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await run({ argv: ['/bin/sh', '-c', TAKE_DOWN, ...this.#takeDownArgs()] })
    this.#guard.kill('SIGKILL')
  }

  #takeDownArgs(): string[] {
    return [this.#namespace, this.mount, this.folder]
  }
}
