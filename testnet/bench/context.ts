import type { Scope } from './tools/scope.ts'

/** What every measure needs. */
export interface BenchContext {
  readonly runs: number
  readonly sizeBytes: number
  readonly files: number
  readonly metadataFiles: readonly number[]
  /** For whatever is made; removed at the end. */
  readonly folder: string
  readonly scope: Scope
  readonly signal: AbortSignal
  /** A line for people. */
  readonly tell: (line: string) => void
}
