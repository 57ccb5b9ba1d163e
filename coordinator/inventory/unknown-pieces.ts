import { epochOf } from '../../shared/revision.ts'

/**
 * Whether a piece that the metadata do not know may go. Not one that was put in an earlier epoch: the metadata were restored from a backup since, which may be older than the piece. Such
 * pieces are kept, and counted in the log.
 */
export function mayGo(putRevision: number, epoch: number): boolean {
  return epochOf(putRevision) >= epoch
}
