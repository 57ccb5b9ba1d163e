import { join } from 'node:path'
import { runNode } from './child.ts'
import { type Finding, shortly } from './finding.ts'
import type { Catcher } from './plant.ts'

export type SeedsCatcher = Extract<Catcher, { kind: 'seeds' }>

const SIMULATOR = join('testnet', 'simulator', 'main.ts')
/** Ten times what one takes where nothing else runs. */
const SECONDS_PER_SEED = 5
const ONE_SEED_TIMEOUT_MS = 120_000
const VIOLATION = /VIOLATION: (.*)/
const REPLAY = /replay it: .*--seed (\S+)/

/** The first seed that tells of this bug; other violations, which may be its consequences or not, are passed over. */
export async function runSeeds(folder: string, { most, says }: SeedsCatcher, signal: AbortSignal): Promise<Finding> {
  let [told, ofAnother] = ['', '']
  let seed: string | undefined
  const onLine = (line: string): boolean => {
    const [, violation] = VIOLATION.exec(line) ?? []
    if (violation !== undefined) {
      if (says.test(violation)) told ||= violation
      else ofAnother ||= violation
    }
    const [, failed] = REPLAY.exec(line) ?? []
    if (failed !== undefined && told !== '') seed = failed
    return seed !== undefined
  }
  const timeoutMs = most * SECONDS_PER_SEED * 1000
  const args = [SIMULATOR, '--seeds', String(most)]
  const { code, timedOut, lastWords } = await runNode(args, { folder, timeoutMs, signal, onLine })
  if (seed !== undefined) return { kind: 'seen', by: `seed ${seed}`, message: shortly(told) }
  if (timedOut) return { kind: 'broken', why: `not done after ${timeoutMs / 1000} s` }
  if (code === 0) return { kind: 'well' }
  return { kind: 'broken', why: shortly(ofAnother === '' ? lastWords : `for another reason: ${ofAnother}`) }
}

/** One seed alone, which must have nothing to tell of the tree as it is. */
export async function runSeed(folder: string, seed: string, signal: AbortSignal): Promise<Finding> {
  let violation = ''
  const onLine = (line: string): boolean => {
    violation ||= VIOLATION.exec(line)?.[1] ?? ''
    return false
  }
  const args = [SIMULATOR, '--seed', seed]
  const { code, timedOut, lastWords } = await runNode(args, { folder, timeoutMs: ONE_SEED_TIMEOUT_MS, signal, onLine })
  if (code === 0 && !timedOut) return { kind: 'well' }
  return { kind: 'broken', why: violation === '' ? lastWords : shortly(violation) }
}
