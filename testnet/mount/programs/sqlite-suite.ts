import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { cleanEnv } from '../../process/entry.ts'
import { waitFor } from '../../process/wait.ts'
import { inheritedFault } from '../faults.ts'
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

/** Appends until so many more transactions were reported, is killed in the middle, and gives the last that was. */
async function appendAndKill(path: string, mode: string, transactions: number): Promise<number> {
  const [program = '', ...args] = argvOf('append', path, mode)
  const child = spawn(program, args, { env: cleanEnv(inheritedFault()), stdio: ['ignore', 'pipe', 'inherit'] })
  let [text, over] = ['', false]
  child.stdout.setEncoding('latin1').on('data', (more: string) => {
    text += more
  })
  const closed = once(child, 'close').then(() => {
    over = true
  })
  const lines = (): string[] => text.split('\n').slice(0, -1)
  await waitFor(() => lines().length >= transactions || over, {
    otherwise: 'too few transactions',
    timeoutMs: 60_000,
    pollMs: 1,
  })
  assert(!over, 'the writer ended by itself')
  child.kill('SIGKILL')
  await closed
  return Number(lines().at(-1))
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
          const committed = await appendAndKill(path('killed'), mode, transactions)
          const { integrity, batches, torn } = await check(path('killed'), mode)
          assert.deepEqual({ integrity, torn }, { integrity: 'ok', torn: 0 })
          // The last commit may have come to its end without having told.
          assert(batches === committed || batches === committed + 1, `${committed} were reported, ${batches} are there`)
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
