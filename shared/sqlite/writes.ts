import type { Statement } from './sqlite-messages.ts'

/** Where the writes of a `SqliteFile` go, which says what they promise. */
export interface Writes {
  readonly closed: boolean
  /** `settling` is called each time before those hear of it whose writes were settled. */
  onSettling(settling: () => void): void
  write(statements: readonly Statement[]): Promise<void>
  /** Calls `beforeEnd` once nothing is written any more, and before the file is let go of. */
  close(beforeEnd?: () => void): Promise<void>
}
