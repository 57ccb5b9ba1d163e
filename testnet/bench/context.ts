import type { Scope } from './tools/scope.ts'

/** What every measure needs. */
export interface BenchContext {
  readonly runs: number
  readonly sizeBytes: number
  readonly files: number
  readonly metadataFiles: readonly number[]
  /** Of the file that programs work on through a mount. */
  readonly mountSizeBytes: number
  /** How long they write at random, and read at most. */
  readonly mountSeconds: number
  /** For whatever is made; removed at the end. */
  readonly folder: string
  readonly scope: Scope
  readonly signal: AbortSignal
  /** A line for people. */
  readonly tell: (line: string) => void
}
