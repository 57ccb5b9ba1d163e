import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runNode } from './child.ts'
import { type Finding, shortly } from './finding.ts'
import type { Catcher } from './plant.ts'

export type SpecCatcher = Extract<Catcher, { kind: 'unit' | 'processes' }>

/** The suites of units take seconds, those of processes may have to start a swarm; twice what a slow machine needs. */
const TIMEOUT_MS = { unit: 180_000, processes: 400_000 }

interface Report {
  readonly passes: readonly Tested[]
  readonly failures: readonly Tested[]
}

interface Tested {
  readonly fullTitle: string
  readonly err: { readonly message?: string; readonly code?: string }
}

/** Mocha's words for a test that was not run. */
const HOOK_FAILED = /^Test skipped due to failure in hook/

/** Two catchers may run in the tree as it is at the same time. */
let reports = 0

/** Runs the one test. It sees a bug when the test itself fails, in its own words: a hook, a deadline of mocha's or a file that does not load say nothing. */
export async function runSpec(
  folder: string,
  { kind, spec, test, says }: SpecCatcher,
  signal: AbortSignal,
): Promise<Finding> {
  const report = join(folder, `planted-report-${++reports}.json`)
  const output = ['--reporter', 'json', '--reporter-option', `output=${report}`]
  const args = [join('node_modules', 'mocha', 'bin', 'mocha.js'), ...output, '--exit', '--fgrep', test, spec]
  const { timedOut, lastWords } = await runNode(args, { folder, timeoutMs: TIMEOUT_MS[kind], signal })
  if (timedOut) return { kind: 'broken', why: `not done after ${TIMEOUT_MS[kind] / 1000} s` }
  const found = await readFile(report, 'utf8').then(
    (text) => JSON.parse(text) as Report,
    () => undefined,
  )
  if (found === undefined) return { kind: 'broken', why: `mocha did not come to its end: ${lastWords}` }
  const failed = found.failures.find(({ fullTitle }) => fullTitle.includes(test))
  if (failed === undefined) {
    return found.passes.length > 0 ? { kind: 'well' } : { kind: 'broken', why: `no such test in ${spec}: ${lastWords}` }
  }
  const { message = '', code } = failed.err
  const seen = `${failed.fullTitle}: ${shortly(message)}`
  if (code === 'ERR_MOCHA_TIMEOUT' || HOOK_FAILED.test(message) || failed.fullTitle.includes('" hook '))
    return { kind: 'broken', why: seen }
  return says.test(message)
    ? { kind: 'seen', by: failed.fullTitle, message: shortly(message) }
    : { kind: 'broken', why: `for another reason: ${seen}` }
}
