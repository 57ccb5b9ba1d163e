import { getgid, getuid } from 'node:process'
import type { Clock } from '../../shared/clock/clock.ts'
import { every } from '../../shared/clock/every.ts'
import type { Log } from '../../shared/log.ts'
import type { HiroClient } from '../hiro-client.ts'
import { type Mounted, mount } from './device/mount.ts'
import { Engine } from './engine/engine.ts'
import { hiroFileSystem } from './engine/hiro-file-system.ts'
import { type Kernel, News } from './engine/news.ts'

/** How long what a program wrote and neither synced nor closed may stay in this process alone. */
const WRITE_BACK_MS = 5_000

/** A range that no content is in. */
const ATTRIBUTES_ALONE = { offset: -1, lengthBytes: 0 }

export interface SwarmMountOptions {
  readonly readOnly: boolean
  readonly clock: Clock
  readonly log: Log
  /** Aborting it ends what has not come to be mounted. */
  readonly signal?: AbortSignal | undefined
}

export interface MountedSwarm {
  /** Absolute, without symlinks. */
  readonly mountPoint: string
  /** Resolves when it is unmounted, by whomever, and what was written is published. Rejects when that failed. */
  readonly ended: Promise<void>
  /** Waits for files that are open for `graceMs`, then cuts them off. Idempotent. */
  unmount(options?: { readonly graceMs?: number }): Promise<void>
}

/** Mounts a swarm at `path`, a folder, and serves it until it is unmounted. The client is the caller's, and is closed after that. Throws as `mount`, and what the swarm answers. */
export async function mountSwarm(client: HiroClient, path: string, options: SwarmMountOptions): Promise<MountedSwarm> {
  const { readOnly, clock, log, signal } = options
  const owner = { uid: getuid?.() ?? 0, gid: getgid?.() ?? 0 }
  const engine = await Engine.make(client, log, { owner, readOnly }, signal)
  const mounted = await mount(path, { fileSystem: hiroFileSystem(engine), clock, log })
  engine.invalidate = async (inode) => await mounted.invalidateInode(inode)
  engine.trust.kernelListens = mounted.expires
  const listening = client.changes.listen(new News(engine, kernelOf(mounted)))
  const writing = new AbortController()
  void every(clock, WRITE_BACK_MS, async () => await engine.writeBack(), writing.signal).catch(() => {})
  const ended = untilEnded(mounted, engine).finally(() => {
    writing.abort()
    listening[Symbol.dispose]()
  })
  ended.catch(() => {})
  return { mountPoint: mounted.mountPoint, ended, unmount: async (how) => await mounted.unmount(how) }
}

function kernelOf(mounted: Mounted): Kernel {
  return {
    forgetInode: async (inode, what) => {
      await mounted.invalidateInode(inode, what === 'content' ? undefined : ATTRIBUTES_ALONE)
    },
    expireEntry: async (parent, name) => await mounted.expireEntry(parent, name),
  }
}

async function untilEnded(mounted: Mounted, engine: Engine): Promise<void> {
  try {
    await mounted.ended
  } finally {
    await engine.close()
  }
}
