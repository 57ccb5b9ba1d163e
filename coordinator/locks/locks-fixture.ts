import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LOCK_END_MAX } from '../../shared/limits.ts'
import { MemoryMetadataStore } from '../metadata/memory-metadata-store.ts'
import type { MetadataStore } from '../metadata/metadata-store.ts'
import { openSqliteMetadataStore } from '../metadata/sqlite-metadata-store.ts'
import { CLIENT, TestSwarm } from '../operations/test-swarm.ts'
import type { Fence } from './fence.ts'
import { testLock } from './find-holder.ts'
import { cancelLock, lock } from './lock.ts'
import { FLOCK, POSIX } from './ranges.ts'
import { adoptSessions, openSession } from './session.ts'
import { unlock } from './unlock.ts'

export const FILE = 'f'.repeat(32)
export const sessionOf = (name: string): string => name.padEnd(32, '0')

export interface Wish {
  readonly kind?: number
  readonly shared?: boolean
  readonly start?: number
  readonly end?: number
  readonly file?: string
  readonly waitMs?: number
  readonly request?: string
  readonly signal?: AbortSignal
}

/** Where metadata are for a spec, and how they are found again after a restart. */
export interface Engine {
  open(epoch: number): Promise<MetadataStore>
  reopen(store: MetadataStore, epoch: number): Promise<MetadataStore>
  end(): Promise<void>
}

export const engines: Readonly<Record<string, () => Engine>> = {
  memory: () => ({
    open: async (epoch) => new MemoryMetadataStore({ epoch }),
    reopen: async (store, epoch) => (store as MemoryMetadataStore).crash(new TestSwarm().random, { epoch }),
    end: async () => {},
  }),
  SQLite: () => {
    const folder = mkdtempSync(join(tmpdir(), 'hiro-locks-'))
    const path = join(folder, 'metadata.db')
    const open = async (epoch: number): Promise<MetadataStore> =>
      await openSqliteMetadataStore(path, { epoch, onThisThread: true })
    let last: MetadataStore | undefined
    const opened = async (epoch: number): Promise<MetadataStore> => (last = await open(epoch))
    return {
      open: opened,
      reopen: async (store, epoch) => {
        await store.close()
        return await opened(epoch)
      },
      end: async () => {
        await last?.close()
        rmSync(folder, { recursive: true })
      },
    }
  },
}

/** A coordinator with sessions, which have one letter each, and owners, which have a number in their session: `a1`, `a2`, `b1`. */
export class LockBench {
  readonly swarm: TestSwarm
  readonly #engine: Engine
  #requests = 0

  private constructor(swarm: TestSwarm, engine: Engine) {
    this.swarm = swarm
    this.#engine = engine
  }

  static async open(engine: Engine): Promise<LockBench> {
    const bench = new LockBench(new TestSwarm({ store: await engine.open(1) }), engine)
    await bench.openSessions('a', 'b', 'c')
    return bench
  }

  /** The coordinator died, and is there again. */
  async restart(epoch = 1): Promise<LockBench> {
    const { clock, context } = this.swarm
    const store = await this.#engine.reopen(context.store, epoch)
    const bench = new LockBench(new TestSwarm({ clock, store, epoch }), this.#engine)
    bench.#requests = this.#requests
    await adoptSessions(bench.context)
    return bench
  }

  get context() {
    return this.swarm.context
  }

  async openSessions(...names: string[]): Promise<void> {
    for (const name of names) await openSession(this.context, CLIENT, sessionOf(name))
  }

  newRequest(): string {
    return (++this.#requests).toString(16).padStart(32, '0')
  }

  /** Gives the fence. Time has to be run for one that waits. */
  async lock(who: string, wish: Wish = {}): Promise<number> {
    const { waitMs = 0, request = this.newRequest(), signal = new AbortController().signal } = wish
    return await lock(this.context, CLIENT, { ...this.#wanted(who, wish), waitMs, request }, signal)
  }

  async unlock(who: string, wish: Wish = {}): Promise<void> {
    const { file, ...owner } = this.#wanted(who, wish)
    await unlock(this.context, CLIENT, file, owner, owner)
  }

  async holder(who: string, wish: Wish = {}): Promise<string | undefined> {
    const { file, ...wanted } = this.#wanted(who, wish)
    const found = await testLock(this.context, CLIENT, file, wanted)
    if (found === undefined) return undefined
    const { session, owner, exclusive, start, end } = found.lock
    const upTo = end === LOCK_END_MAX ? '' : end
    return `${session[0]}${owner.replace(/^0+/, '')} ${exclusive ? 'alone' : 'shared'} ${start}-${upTo}`
  }

  async cancel(who: string, request: string): Promise<number> {
    return await cancelLock(this.context, CLIENT, sessionOf(who[0] ?? ''), request)
  }

  fence(who: string, number: number, file = FILE): Fence {
    return { session: sessionOf(who[0] ?? ''), file, number }
  }

  #wanted(who: string, { kind, shared = false, start, end, file = FILE }: Wish) {
    const isRange = start !== undefined || end !== undefined
    return {
      file,
      session: sessionOf(who[0] ?? ''),
      owner: who.slice(1).padStart(16, '0'),
      kind: kind ?? (isRange ? POSIX : FLOCK),
      exclusive: !shared,
      start: start ?? 0,
      end: end ?? LOCK_END_MAX,
    }
  }
}
