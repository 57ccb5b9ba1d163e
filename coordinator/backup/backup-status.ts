import type { BackupStatus, RestoreStatus } from '../../shared/protocol/control/control.js'
import type { Context } from '../context.ts'
import { pagesOf } from '../operations/status.ts'
import { readBackupKey } from './backup-key.ts'
import { UnknownPieceRecord } from './backup-records.js'
import { readEpoch } from './epoch.ts'

export async function backupStatus(context: Context): Promise<BackupStatus> {
  const key = await readBackupKey(context.store)
  return { ...context.backups.view(context.clock.now()), recipient: key?.recipient ?? new Uint8Array() }
}

export async function restoreStatus(context: Context): Promise<{ restored?: RestoreStatus }> {
  const epoch = await readEpoch(context.store)
  if (epoch === undefined || epoch.restoredAtMs === 0) return {}
  let [unknown, unknownBytes] = [0, 0]
  for await (const { value } of pagesOf(context, 'unknown/')) {
    unknown++
    unknownBytes += UnknownPieceRecord.decode(value).sizeBytes
  }
  return { restored: { atMs: epoch.restoredAtMs, keptUntilMs: epoch.keptUntilMs, unknown, unknownBytes } }
}
