import { HiroError } from '../../../shared/errors.ts'
import { compile } from '../compile.ts'
import { outcomeOf } from '../run.ts'

type FsxKind = 'read' | 'write' | 'append' | 'truncate' | 'mmap-read' | 'mmap-write' | 'fsync' | 'reopen' | 'punch'

export interface FsxOptions {
  readonly folder: string
  /** Another way to the same folder. The file is closed here and opened there after each turn of so many operations. */
  readonly other?: string
  readonly perTurn?: number
  readonly seed: number
  readonly operations: number
  /** The largest size that the file may have. */
  readonly sizeBytesMax?: number
  readonly atOnceBytesMax?: number
  /** After so many operations the whole file is read and compared. */
  readonly verifyEvery?: number
  /** How many of the last operations a report shows. */
  readonly logged?: number
  readonly kinds?: readonly FsxKind[]
  /** A file on a file system that is trusted, to which the same is done, and which must be the same at the end. */
  readonly local?: string
  readonly timeoutMs?: number
  readonly env?: Readonly<Record<string, string>>
}

const SOURCES = ['fsx.c', 'operations.c', 'model.c', 'log.c', 'chance.c', 'fsx.h']
/** The exit code that says: the bytes or the size were not what they should be. */
const MISMATCH = 1

/**
 * Works at one file at random and gives a line that says how often it did what. Throws `integrity` with a report when a byte or a size was wrong, `io` when a call failed; either tells the
 * command that plays it again.
 */
export async function fsx(options: FsxOptions): Promise<string> {
  const argv = [await compile(import.meta.dirname, SOURCES), ...argumentsOf(options)]
  const { timeoutMs, env } = options
  const outcome = await outcomeOf({
    argv,
    ...(timeoutMs !== undefined && { timeoutMs }),
    ...(env !== undefined && { env }),
  })
  if (outcome.end === 0) return outcome.stdout.trim()
  const report = `${outcome.stderr.trim()}\nended with ${outcome.end}; again: ${argv.join(' ')}`
  throw new HiroError(outcome.end === MISMATCH ? 'integrity' : 'io', report)
}

function argumentsOf(options: FsxOptions): string[] {
  const named: Record<string, string | number | undefined> = {
    seed: options.seed,
    operations: options.operations,
    size: options.sizeBytesMax,
    'at-once': options.atOnceBytesMax,
    'verify-every': options.verifyEvery,
    log: options.logged,
    kinds: options.kinds?.join(','),
    local: options.local,
    other: options.other,
    turn: options.perTurn,
  }
  const given = Object.entries(named).filter(([, value]) => value !== undefined)
  return [...given.flatMap(([name, value]) => [`--${name}`, String(value)]), options.folder]
}
