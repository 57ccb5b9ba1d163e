import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { runNode } from './child.ts'
import { type Finding, shortly } from './finding.ts'
import type { Catcher } from './plant.ts'

export type FaultCatcher = Extract<Catcher, { kind: 'fault' }>

const CAMPAIGN = join('testnet', 'campaign', 'main.ts')
const ROUND_TIMEOUT_MS = 180_000
/** Any will do: real processes bring chance of their own. */
const SEED = '1'

/** What the campaign writes, as far as it is looked at here. */
interface Results {
  readonly rounds: readonly { readonly seed: string; readonly violations: readonly string[] }[]
  readonly skipped: Readonly<Record<string, string>>
}

/** So many rounds of a fault on real processes, up to the first one that tells of this bug. */
export async function runFault(
  folder: string,
  { name, rounds, says }: FaultCatcher,
  signal: AbortSignal,
): Promise<Finding> {
  const results = await mkdtemp(join(folder, 'planted-campaign-'))
  const args = [CAMPAIGN, '--only', name, '--runs', String(rounds), '--seed', SEED, '--results', results]
  const onLine = (line: string): boolean => line.startsWith(' ') && says.test(line)
  const { code, timedOut, lastWords } = await runNode(args, {
    folder,
    timeoutMs: rounds * ROUND_TIMEOUT_MS,
    signal,
    onLine,
  })
  const found = await readFile(join(results, 'results.json'), 'utf8').then(
    (text) => JSON.parse(text) as Results,
    () => undefined,
  )
  await rm(results, { recursive: true, force: true })
  for (const round of found?.rounds ?? []) {
    const violation = round.violations.find((one) => says.test(one))
    if (violation !== undefined) return { kind: 'seen', by: `round ${round.seed}`, message: shortly(violation) }
  }
  // A swarm that cannot start again ends the campaign, with the words of the process that did not come up.
  if (code !== 0 && !timedOut && says.test(lastWords)) {
    return { kind: 'seen', by: `${name}, broken off`, message: shortly(lastWords) }
  }
  const skipped = found?.skipped[name]
  if (skipped !== undefined) return { kind: 'broken', why: `cannot be played here: ${skipped}` }
  if (timedOut) return { kind: 'broken', why: `not done after ${(rounds * ROUND_TIMEOUT_MS) / 1000} s` }
  if (code === 0) return { kind: 'well' }
  const other = found?.rounds.flatMap(({ violations }) => violations)[0]
  return { kind: 'broken', why: shortly(other === undefined ? lastWords : `for another reason: ${other}`) }
}
