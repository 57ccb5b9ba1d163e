import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { need } from '../machine/need.ts'
import { needs } from '../machine/needs-fixture.ts'
import { lackOfCompiler } from '../mount/compile.ts'
import type { RunningHiro } from '../process/hiro.ts'
import { waitFor } from '../process/wait.ts'
import type { TestnetOptions } from '../start.ts'
import { ownSwarm, type Swarm } from './swarm-fixture.ts'

const MOUNT_TIMEOUT_MS = 60_000

export interface MountedSwarm extends Swarm {
  /** Two mounts of it, by a process each, which everybody may enter. */
  readonly one: string
  readonly other: string
  /** Not mounted, for what the suite mounts itself; unmounted with the suite. */
  place(): Promise<string>
}

/** Whether something is mounted exactly there. Asks nobody who could hang. */
export function isMounted(at: string): boolean {
  return readFileSync('/proc/self/mountinfo', 'utf8').includes(` ${at} `)
}

/** A testnet of the suite's own with mounts of it; all is gone after the suite, mounts first. */
export function mountedSwarm(options: Omit<TestnetOptions, 'dir'> = { workers: 3 }): MountedSwarm {
  needs(() => need(['mount'], async () => {}))
  needs(lackOfCompiler)
  const places: string[] = []
  let folder = ''
  // Before the swarm itself goes.
  after(async function () {
    this.timeout(MOUNT_TIMEOUT_MS)
    for (const at of places.filter(isMounted)) await swarm.net.hiro(['umount', '--force', at])
    await rm(folder, { recursive: true, force: true })
  })
  const swarm = ownSwarm(options)

  const place = async (): Promise<string> => {
    const at = join(folder, `mount-${places.length}`)
    await mkdir(at)
    places.push(at)
    return at
  }

  before(async function () {
    this.timeout(MOUNT_TIMEOUT_MS)
    folder = await mkdtemp(join(tmpdir(), 'hiro-mounted-'))
    await chmod(folder, 0o755)
    for (const at of [await place(), await place()]) {
      const mounted = await swarm.net.hiro(['mount', at])
      assert.deepEqual([mounted.code, mounted.stderr], [0, ''])
    }
  })

  return {
    get net() {
      return swarm.net
    },
    get folder() {
      return swarm.folder
    },
    get one() {
      return places[0] ?? ''
    },
    get other() {
      return places[1] ?? ''
    },
    place,
  }
}

/** A mount whose process is the caller's, to be killed. */
export async function mountInForeground({ net }: Swarm, at: string, ...more: string[]): Promise<RunningHiro> {
  const serving = net.startHiro(['mount', '--foreground', ...more, at])
  serving.stdout.resume()
  await waitFor(() => isMounted(at), { otherwise: 'nothing was mounted', timeoutMs: MOUNT_TIMEOUT_MS })
  return serving
}

/** Processes that have this word in their command line: who mounts there, and who serves that. */
export function processesOf(word: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => commandLine(pid).split('\0').includes(word))
    .map(Number)
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return '' // it is gone by now
  }
}
