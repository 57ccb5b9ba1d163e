import { backupSecrets } from '../../shared/backup/backup-keys.ts'
import { findBackup } from '../../shared/backup/chain.ts'
import { Library } from '../../shared/backup/library.ts'
import { MemoryShelf } from '../../shared/backup/memory-shelf-fixture.ts'
import { fromHex } from '../../shared/ids.ts'
import { silentLog } from '../../shared/log.ts'
import type { Context } from '../context.ts'
import { isOwn } from '../metadata/journal.ts'
import { keys } from '../metadata/keys.ts'
import { MemoryMetadataStore } from '../metadata/memory-metadata-store.ts'
import type { MetadataStore } from '../metadata/metadata-store.ts'
import { SwarmRecord } from '../metadata/records.js'
import { TestSwarm } from '../operations/test-swarm.ts'
import { fillStore } from '../restore/fill-store.ts'
import { BackupLog } from './backup-log.ts'
import { Places } from './places.ts'
import { BackupProgress } from './progress.ts'
import { makeSnapshot } from './snapshot.ts'

const CONFIG = '{"copies":3}'

/** A coordinator's backups on shelves in memory, step by step. */
export class BackupBench {
  readonly swarm = new TestSwarm()
  readonly context: Context = { ...this.swarm.context, backups: new BackupProgress(60_000) }
  readonly backupKey = this.swarm.random.bytes(32)
  readonly secrets = backupSecrets(this.backupKey)
  readonly shelves = new Map<string, MemoryShelf>()
  places = this.#places()

  async begin(workers = 3): Promise<BackupLog> {
    this.context.backups.keyKnown()
    await this.context.store.transact(async (tx) => {
      tx.put(keys.swarm, SwarmRecord.encode({ id: fromHex(this.context.swarm.id), format: 1 }))
    })
    const members = await this.swarm.joinWorkers(workers)
    for (const { store } of members) this.shelves.set(store, new MemoryShelf(store))
    await this.places.refresh(members)
    return await this.open()
  }

  async open(): Promise<BackupLog> {
    return await BackupLog.open(this.context, this.places, { key: this.secrets.key, config: CONFIG })
  }

  /** As after a restart: what is known of workers is asked anew. */
  async restart(): Promise<BackupLog> {
    this.places = this.#places()
    await this.places.refresh(this.context.members.alive())
    return await this.open()
  }

  async snapshot(log: BackupLog, between: () => Promise<void> = async () => {}): Promise<void> {
    await this.swarm.clock.drive(makeSnapshot(this.context, this.places, log, between))
  }

  async restore(shelves: Iterable<MemoryShelf> = this.shelves.values()): Promise<MetadataStore> {
    const library = await Library.open([...shelves])
    const found = await findBackup(library, this.secrets)
    const store = new MemoryMetadataStore({ epoch: found.epoch + 1 })
    const life = { epoch: found.epoch + 1, nowMs: this.context.clock.now(), keepUnknownMs: 1000 }
    await fillStore(store, { library, secrets: this.secrets, found }, life, this.swarm.random)
    return store
  }

  #places(): Places {
    const dial = ({ store }: { store: string }): MemoryShelf => {
      const shelf = this.shelves.get(store)
      if (shelf === undefined) throw new Error(`no shelf ${store}`)
      return shelf
    }
    return new Places(dial, silentLog, 2)
  }
}

/** Every row that a backup is about, as text. */
export async function rowsOf(store: MetadataStore): Promise<string[]> {
  const rows: string[] = []
  for (let start = ' '; ; ) {
    const page = await store.scan({ start, end: '\x7f' })
    for (const { key, value } of page) {
      if (!isOwn(key) && key !== keys.epoch) rows.push(`${key}=${Buffer.from(value).toString('hex')}`)
    }
    const last = page.at(-1)
    if (page.length < 1000 || last === undefined) return rows
    start = `${last.key}\0`
  }
}
