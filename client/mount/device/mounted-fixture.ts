import assert from 'node:assert/strict'
import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rmdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { sleep } from '../../../shared/clock/sleep.ts'
import { systemClock } from '../../../shared/clock/system-clock.ts'
import { memoryLog } from '../../../shared/log.ts'
import { MemoryFileSystem } from '../memory/memory-file-system.ts'
import { type Mounted, type MountOptions, mount } from './mount.ts'

const LOOK_MS = 10

/** Why this machine cannot mount; with CI=true that is a failure: nothing is left out unseen. */
export function needsFuse(): void {
  before(function () {
    const why = process.getuid?.() !== 0 ? 'it takes root' : existsSync('/dev/fuse') ? undefined : 'it takes /dev/fuse'
    if (why === undefined) return
    if (process.env['CI'] === 'true') assert.fail(why)
    console.log(`      left out: ${why}`)
    this.skip()
  })
}

export interface Ran {
  readonly exitCode: number | null
  readonly out: string
  readonly err: string
}

/** A file system in memory, mounted for each test. What looks at it is another process: this one would wait for itself. */
export class MountedFixture {
  readonly log = memoryLog()
  fileSystem = new MemoryFileSystem({ clock: systemClock })
  #folder = ''
  #mounted: Mounted | undefined

  constructor(options: MountOptions = {}, make = () => new MemoryFileSystem({ clock: systemClock })) {
    beforeEach(async () => {
      this.fileSystem = make()
      this.#folder = await mkdtemp(join(tmpdir(), 'hiro-mount-'))
      this.#mounted = await mount(
        this.#folder,
        { fileSystem: this.fileSystem, log: this.log, clock: systemClock },
        options,
      )
    })
    afterEach(async () => {
      await this.#mounted?.unmount({ graceMs: 0 })
      this.#mounted = undefined
      // Removes nothing that is in it: the mount is over, and the folder as it was.
      await rmdir(this.#folder)
    })
  }

  get folder(): string {
    return this.#folder
  }

  get mounted(): Mounted {
    return this.#mounted ?? assert.fail('not mounted')
  }

  /** Nothing is open and nothing locked any more. The kernel tells of a last close(2) after it has returned. */
  async letGo(): Promise<void> {
    while (this.fileSystem.counts.handles + this.fileSystem.counts.locks > 0) await sleep(systemClock, LOOK_MS)
  }

  /** A shell in the mount. */
  async sh(script: string): Promise<Ran> {
    return await ran('sh', ['-euc', script], this.#folder)
  }

  async ok(script: string): Promise<string> {
    const { exitCode, out, err } = await this.sh(script)
    assert.equal(exitCode, 0, `${script}\n${out}${err}`)
    return out
  }

  async python(script: string): Promise<string> {
    const { exitCode, out, err } = await ran('python3', ['-c', script], this.#folder)
    assert.equal(exitCode, 0, `${script}\n${out}${err}`)
    return out
  }
}

/**
 * Starts a command whose working folder is in the mount. It goes there by itself: `spawn` blocks the event loop until the child has changed its folder and begun, and so, for a mount that is served here, for ever.
 */
export function spawnIn(
  folder: string,
  command: string,
  args: readonly string[],
): ChildProcessByStdio<Writable, Readable, Readable> {
  const enter = 'cd "$0" && exec "$@"'
  return spawn('sh', ['-c', enter, folder, command, ...args], { stdio: ['pipe', 'pipe', 'pipe'] })
}

export async function ran(command: string, args: readonly string[], folder = '/'): Promise<Ran> {
  const child = spawnIn(folder, command, args)
  child.stdin.on('error', () => {}) // it may end before it has read all
  child.stdin.end()
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  const [exitCode, out, err] = await Promise.all([ended, text(child.stdout), text(child.stderr)])
  return { exitCode, out, err }
}
