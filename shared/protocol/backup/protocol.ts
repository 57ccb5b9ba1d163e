import type { CallHandlers } from '../calls/call-server.ts'
import type { CallProtocol } from '../calls/calls.ts'
import { BackupRequest, BackupResponse } from './backup-calls.js'

/** Coordinator, or whoever restores it, → worker. An incompatible change is `/hiro/backup/2` beside it. */
export const BACKUP: CallProtocol<BackupRequest, BackupResponse> = {
  id: '/hiro/backup/1',
  request: BackupRequest,
  response: BackupResponse,
}

export type BackupHandlers = CallHandlers<BackupRequest, BackupResponse>

/** Names in one answer or request. */
export const BACKUP_NAMES_PER_CALL_MAX = 1_000
