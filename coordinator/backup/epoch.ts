import { fromHex, newId, toHex } from '../../shared/ids.ts'
import type { Random } from '../../shared/random/random.ts'
import { keys } from '../metadata/keys.ts'
import type { MetadataStore, Reader } from '../metadata/metadata-store.ts'
import { EpochRecord } from './backup-records.js'

export async function readEpoch(reader: Reader): Promise<EpochRecord | undefined> {
  const row = await reader.get(keys.epoch)
  return row && EpochRecord.decode(row)
}

/** The id of this life of the swarm: made with it, whether by a first start or by a restore. */
export async function openEpoch(
  { store, random }: { readonly store: MetadataStore; readonly random: Random },
  number: number,
): Promise<string> {
  const { value } = await store.transact(async (tx) => {
    const known = await readEpoch(tx)
    if (known?.number === number) return toHex(known.id)
    const id = newId(random)
    const record = { ...(known ?? EpochRecord.decode(new Uint8Array())), number, id: fromHex(id) }
    tx.put(keys.epoch, EpochRecord.encode(record))
    return id
  })
  return value
}
