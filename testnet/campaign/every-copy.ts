import { pause } from '../process/wait.ts'
import type { Testnet } from '../testnet.ts'
import { readLedger } from './ledger/ledger.ts'
import { certain } from './ledger/verdict.ts'

/** Exit codes: done; a piece has no copy that can be reached; a copy is bad or missing. */
const [DONE, OUT_OF_REACH, DAMAGED] = [0, 5, 6]
/** A worker that is just back may not be reached yet. */
const [TRIES, TRY_INTERVAL_MS] = [10, 1_000]

/** What `hiro check --json` says of a file, as far as it matters here. */
interface Checked {
  readonly path: string
  /** None: an empty file. */
  readonly copies?: number
  readonly lost: number
  readonly bad: readonly { readonly worker: string; readonly code: string }[]
  readonly unreachable: readonly string[]
}

/**
 * Has every copy of every piece fetched and opened, with nothing under way and everyone alive: reading a file shows that one copy is good, and a copy that its worker confirmed and lost
 * would go unseen until the others die. Violations, as lines for people.
 */
export async function judgeCopies(net: Testnet, ledger: string): Promise<string[]> {
  const histories = readLedger(ledger)
  const violations: string[] = []
  for (const { path, copies, lost, bad, unreachable } of await checked(net)) {
    for (const { worker, code } of bad) violations.push(`the copy of ${path} on ${worker} is gone or damaged: ${code}`)
    if (lost > 0) violations.push(`${path} has pieces without a good copy`)
    if (unreachable.length > 0)
      violations.push(`${unreachable.join(', ')} cannot be reached, and has copies of ${path}`)
    if (copies === undefined) continue
    const history = histories.get(path)
    const said = Math.max((history && certain(history)?.copies) ?? 0, net.manifest.copiesMin)
    if (copies < said) violations.push(`${path} has ${copies} copies, and was acknowledged with ${said}`)
  }
  return violations
}

async function checked(net: Testnet): Promise<Checked[]> {
  for (let tries = 1; ; tries++) {
    const { code, stdout, stderr } = await net.hiro(['check', '--read', '--json', '/load'])
    if (code !== DONE && code !== OUT_OF_REACH && code !== DAMAGED) {
      throw new Error(`hiro check ended with ${code ?? 'a signal'}: ${stderr.trim()}`)
    }
    const lines = stdout.split('\n').filter((line) => line !== '')
    const files = lines.map((line) => JSON.parse(line) as Checked)
    if (tries === TRIES || files.every(({ unreachable }) => unreachable.length === 0)) return files
    await pause(TRY_INTERVAL_MS)
  }
}
