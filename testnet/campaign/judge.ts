import type { Testnet } from '../testnet.ts'
import { type PathHistory, write } from './ledger/ledger.ts'
import { certain, copiesOf, judgePath } from './ledger/verdict.ts'
import { isOfCampaign } from './probe-paths.ts'
import type { Found, Listed } from './program/job.ts'
import { startProgram } from './program/process.ts'

/** What a swarm shows: every path read whole, and all that is listed. */
export interface View {
  readonly found: ReadonlyMap<string, Found>
  readonly listed: readonly string[]
}

/** Reads every path of the ledger whole, with the library in a process of its own. */
export async function look(net: Testnet, ledger: string, histories: ReadonlyMap<string, PathHistory>): Promise<View> {
  const job = { job: 'read', folder: net.clientFolder, ledger, paths: [...histories.keys()] } as const
  const program = startProgram(job, { before: net.clientBefore })
  program.tell()
  const found = new Map<string, Found>()
  let listed: readonly string[] | undefined
  for await (const line of program.lines) {
    const told = JSON.parse(line) as Found | Listed
    if ('listed' in told) ({ listed } = told)
    else found.set(told.path, told)
  }
  const { code, stderr } = await program.ended
  if (listed === undefined) throw new Error(`reading ended with ${code ?? 'a signal'}: ${stderr.trim()}`)
  return { found, listed }
}

export interface Judged {
  /** W: no acknowledgement may come with fewer copies. */
  readonly copiesMin: number
  /** So many workers are: what has no more copies than that may be unreadable, but not wrong. */
  readonly dead?: number
}

/** Holds what a swarm shows against its ledger, when nothing is under way. Violations, as lines for people. */
export function compare(
  histories: ReadonlyMap<string, PathHistory>,
  { found, listed }: View,
  { copiesMin, dead = 0 }: Judged,
): string[] {
  const violations: string[] = []
  for (const [path, history] of histories) {
    const {
      failure,
      sha256,
      sizeBytes = 0,
    } = found.get(path) ?? { failure: { code: 'internal', message: 'not looked for' } }
    if (failure === undefined) violations.push(...judgePath(history, { sha256, sizeBytes }))
    else if (mustBeReadable(history, dead) || failure.code === 'integrity') {
      violations.push(`unreadable: ${path}: ${failure.code}: ${failure.message}`, ...judgePath(history))
    }
    if (failure === undefined && listed.includes(path) !== (sha256 !== undefined)) {
      violations.push(
        `${path} is ${sha256 === undefined ? '' : 'not '}listed, and can ${sha256 === undefined ? 'not ' : ''}be read`,
      )
    }
  }
  for (const { operation, path, ending } of [...histories.values()].flatMap(({ operations }) => operations)) {
    const { copies = copiesMin } = ending ?? {}
    if (copies < copiesMin)
      violations.push(`${operation} of ${path} was acknowledged with ${copies} copies, ${copiesMin} are the least`)
  }
  for (const path of listed) {
    if (!histories.has(path) && !isOfCampaign(path)) violations.push(`${path} is listed, and nobody added it`)
  }
  return violations
}

/** With everything alive, whatever is there must be. */
function mustBeReadable(history: PathHistory, dead: number): boolean {
  if (dead === 0) return true
  const content = certain(history)
  return content !== undefined && content.copies > dead
}

/** Nothing is under way any more, and all was judged: the next round begins with what this one left. */
export function settle(ledger: string, histories: ReadonlyMap<string, PathHistory>, { found }: View): void {
  for (const [path, history] of histories) {
    const { sha256 } = found.get(path) ?? {}
    const copies = sha256 === undefined ? undefined : copiesOf(history, sha256)
    write(ledger, { settled: path, ...(sha256 !== undefined && { sha256 }), ...(copies !== undefined && { copies }) })
  }
}
