import assert from 'node:assert/strict'
import { join } from 'node:path'
import { type Reporting, startReporting } from '../crash/reporting.ts'
import { run } from '../run.ts'

const PROGRAM = join(import.meta.dirname, 'sqlite-program.ts')
const COUNTERS = 3

interface Checked {
  readonly integrity: string
  readonly batches: number
  readonly torn: number
  readonly counter: number
}

const argvOf = (...args: readonly string[]): string[] => [
  process.execPath,
  '--disable-warning=ExperimentalWarning',
  PROGRAM,
  ...args,
]

async function check(path: string, mode: string): Promise<Checked> {
  return JSON.parse(await run({ argv: argvOf('check', path, mode) })) as Checked
}

/** A program that adds transactions, and tells of each that is committed. */
export function startAppending(path: string, mode: string): Reporting {
  return startReporting(argvOf('append', path, mode), { first: 1 })
}

/** That the database is whole, and has what was committed. The last commit may have come to its end without having told. */
export async function mustHaveCommitted(path: string, mode: string, committed: number): Promise<void> {
  const { integrity, batches, torn } = await check(path, mode)
  assert.deepEqual({ integrity, torn }, { integrity: 'ok', torn: 0 })
  assert(batches === committed || batches === committed + 1, `${committed} were reported, ${batches} are there`)
}

/** SQLite as programs use it, with each of its two kinds of journal. */
export function sqliteSuite(
  folder: () => string,
  { kills, transactions }: { kills: number; transactions: number },
): void {
  for (const mode of ['delete', 'wal']) {
    describe(`SQLite with ${mode === 'wal' ? 'a write-ahead log' : 'a rollback journal'}`, () => {
      const path = (name: string): string => join(folder(), `${mode}-${name}.sqlite`)

      it(`a writer killed ${kills} times: each committed transaction is there, and each whole`, async () => {
        for (let kill = 0; kill < kills; kill++) {
          await using appending = startAppending(path('killed'), mode)
          // Each begins where the one before was killed.
          await appending.untilReported(1)
          await appending.untilReported(appending.reported() + transactions - 1)
          await appending.kill()
          await mustHaveCommitted(path('killed'), mode, appending.reported())
        }
      })

      it(`${COUNTERS} processes that count at once lose no step`, async () => {
        await check(path('counter'), mode)
        const counting = Array.from(
          { length: COUNTERS },
          async () => await run({ argv: argvOf('count', path('counter'), mode, String(transactions)) }),
        )
        await Promise.all(counting)
        const { integrity, counter } = await check(path('counter'), mode)
        assert.deepEqual({ integrity, counter }, { integrity: 'ok', counter: COUNTERS * transactions })
      })
    })
  }
}
