/**
 * The audit of a piece store as a port: whether the pieces are still the bytes that their CIDs name. A copy that is not is *bad*: it is read no more and counts no more, and stays until it is put anew, or
 * until `discard`, for a piece without any good copy may still be saved from it. Engines: those of the store.
 */
export interface PieceAudit {
  /** Pieces in the order of their CIDs, those that are damaged or bad among them, behind `after` ('': from the first on). Throws `io`. */
  list(after: string, limit: number): Promise<AuditedPiece[]>
  /**
   * Reads and hashes a copy. One that is not the bytes its CID names, or whose bytes are gone, is bad from then on, durably; one that was bad and is well again is a copy as any other, with its receipt
   * due. Throws `io` when it cannot be read: it may be well, unless who asks knows that the disk is (`diskIsWell`), and then it is bad. Idempotent.
   */
  verify(cid: string, options?: { diskIsWell?: boolean }): Promise<'good' | 'bad' | 'absent'>
  /** Those known to be bad; the first of very many. */
  badCopies(): readonly string[]
  /** Removes what is left of a bad copy; nothing when it is not bad (any more). Throws `io`. Idempotent. */
  discard(cid: string): Promise<void>
  /** The note that `keepNote` kept last: how far a walk had come. '' when there is none, or when it cannot be read: one walks again. */
  note(): Promise<string>
  /** Throws `io`, `no-room`. */
  keepNote(note: string): Promise<void>
}

export interface AuditedPiece {
  readonly cid: string
  /** 0 where even that is lost. */
  readonly sizeBytes: number
}
