import { type BackupKey, isX25519PublicKey } from '../../shared/backup/backup-keys.ts'
import { HiroError } from '../../shared/errors.ts'
import { isPeerId } from '../../shared/identity.ts'
import { toHex } from '../../shared/ids.ts'
import type { Context } from '../context.ts'
import { keys } from '../metadata/keys.ts'
import type { Reader } from '../metadata/metadata-store.ts'
import { BackupKeyRecord } from './backup-records.js'

const PROOF_LENGTH_BYTES = 32

export async function readBackupKey(reader: Reader): Promise<BackupKey | undefined> {
  const row = await reader.get(keys.backupKey)
  return row && BackupKeyRecord.decode(row)
}

/**
 * A client with a vault offers what backups shall be sealed to. The first one counts, for good: who gave another could read from backups what makes a coordinator, and nobody who merely may join
 * shall be able to. Throws `bad-frame`.
 */
export async function offerBackupKey(context: Context, offered: BackupKey): Promise<void> {
  if (!isX25519PublicKey(offered.recipient) || offered.proof.byteLength !== PROOF_LENGTH_BYTES) {
    throw new HiroError('bad-frame', 'not a key for backups')
  }
  if (!isPeerId(offered.reader)) throw new HiroError('bad-frame', 'not a key for backups: its reader is no peer')
  const known = (await readBackupKey(context.store)) ?? (await keepFirst(context, offered))
  context.backups.keyKnown()
  if (toHex(known.recipient) !== toHex(offered.recipient)) {
    context.log.debug('a client with another vault than that which backups are sealed to', { reader: offered.reader })
  }
}

async function keepFirst(context: Context, offered: BackupKey): Promise<BackupKey> {
  const { value } = await context.store.transact(async (tx) => {
    const known = await readBackupKey(tx)
    if (known === undefined) tx.put(keys.backupKey, BackupKeyRecord.encode(offered))
    return known ?? offered
  })
  return value
}
