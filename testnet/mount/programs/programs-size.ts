export interface ProgramsSize {
  readonly commits: number
  /** Of commits made in the clone; half as many as there were, at most. */
  readonly rounds: number
  /** Whether everything is packed anew then, and cloned once more. */
  readonly packs: boolean
  /** Of the writer of a database, and transactions before each of them. */
  readonly kills: number
  readonly transactions: number
  /** Of a tree that is packed and copied. */
  readonly files: number
  /** Whether it is copied by rsync too. */
  readonly rsync: boolean
  /** Of one file, by rename. */
  readonly saves: number
  /** Of each of eight processes. */
  readonly lines: number
}

export const SHORT: ProgramsSize = {
  commits: 200,
  rounds: 5,
  packs: true,
  kills: 2,
  transactions: 20,
  files: 150,
  rsync: true,
  saves: 100,
  lines: 40,
}
export const LONG: ProgramsSize = {
  ...SHORT,
  commits: 1_000,
  kills: 20,
  transactions: 200,
  files: 5_000,
  saves: 2_000,
  lines: 1_000,
}
