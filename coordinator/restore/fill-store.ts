import type { BackupBody, BackupRow } from '../../shared/backup/backup.js'
import type { BackupSecrets } from '../../shared/backup/backup-keys.ts'
import { bodiesOf, type FoundBackup } from '../../shared/backup/chain.ts'
import { signEpochProof } from '../../shared/backup/epoch-proof.ts'
import type { Library } from '../../shared/backup/library.ts'
import { HiroError } from '../../shared/errors.ts'
import { fromHex, newId, toHex } from '../../shared/ids.ts'
import type { Random } from '../../shared/random/random.ts'
import { EpochRecord } from '../backup/backup-records.js'
import { isOwn } from '../metadata/journal.ts'
import { keys } from '../metadata/keys.ts'
import type { MetadataStore } from '../metadata/metadata-store.ts'
import { SwarmRecord } from '../metadata/records.js'

/** One transaction's worth. */
const ROWS_PER_TRANSACTION = 100
const BYTES_PER_TRANSACTION = 512 * 1024

export interface NewLife {
  readonly epoch: number
  readonly nowMs: number
  /** How long pieces are kept that these metadata do not know. */
  readonly keepUnknownMs: number
}

/** Fills an empty store with what a backup says, and begins the swarm's next life in it. The same backup gives the same rows. */
export async function fillStore(
  store: MetadataStore,
  from: { readonly library: Library; readonly secrets: BackupSecrets; readonly found: FoundBackup },
  life: NewLife,
  random: Random,
): Promise<void> {
  const { library, secrets, found } = from
  for await (const { rows } of bodiesOf(library, secrets, found)) await apply(store, rows)
  const swarmRow = await store.get(keys.swarm)
  if (swarmRow === undefined || toHex(SwarmRecord.decode(swarmRow).id) !== found.swarm) {
    throw new HiroError('integrity', 'the backup is not of the swarm that it says')
  }
  const epochId = fromHex(newId(random))
  const { epoch, nowMs } = life
  const proof = signEpochProof(secrets.reader, {
    swarm: fromHex(found.swarm),
    epoch,
    epochId,
    restoredTo: found.revision,
  })
  const record = {
    number: epoch,
    id: epochId,
    restoredTo: found.revision,
    restoredAtMs: nowMs,
    proof,
    keptUntilMs: nowMs + life.keepUnknownMs,
  }
  await store.transact(async (tx) => tx.put(keys.epoch, EpochRecord.encode(record)))
}

/** The rows of one object: of several changes of a key the last one counts, so the order of the transactions does not. */
async function apply(store: MetadataStore, rows: BackupBody['rows']): Promise<void> {
  const last = new Map(rows.filter(({ key }) => !isOwn(key)).map((row) => [row.key, row]))
  await Promise.all([...batches(last.values())].map(async (batch) => await applyBatch(store, batch)))
}

async function applyBatch(store: MetadataStore, batch: readonly BackupRow[]): Promise<void> {
  await store.transact(async (tx) => {
    for (const { key, value, gone } of batch) {
      if (gone) tx.delete(key)
      else tx.put(key, value)
    }
  })
}

function* batches(rows: Iterable<BackupRow>): Generator<BackupRow[]> {
  let [batch, bytes]: [BackupRow[], number] = [[], 0]
  for (const row of rows) {
    const size = row.key.length + row.value.byteLength
    if (batch.length === ROWS_PER_TRANSACTION || bytes + size > BYTES_PER_TRANSACTION) {
      yield batch
      ;[batch, bytes] = [[], 0]
    }
    batch.push(row)
    bytes += size
  }
  if (batch.length > 0) yield batch
}
