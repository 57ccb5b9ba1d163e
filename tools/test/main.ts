/**
 * `node tools/test/main.ts [--static]`: the static checks, two at a time, then every suite; all of them, whatever
 * fails, so that one run tells everything. The last line is the sum; each check counts as one.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs, styleText } from 'node:util'
import { systemClock } from '../../shared/clock/system-clock.ts'
import { makeRunnable } from '../build/bundle.ts'
import { root } from '../planted-folder.ts'
import { type Check, checks, type Suite, suites } from './checks.ts'
import { run } from './run.ts'

interface Totals {
  passed: number
  failed: number
  skipped: number
}

const CHECK_TIMEOUT_MS = 300_000
/** Only what hangs takes so long: a machine shared with other work needs a third of it. */
const SUITE_TIMEOUT_MS = 40 * 60_000
const CHECKS_AT_ONCE = 2 // each is about one core's work

/** Where everything that tests need can be had, what is skipped was not tested. */
const skipIsFailure = process.env['CI'] !== undefined

const total: Totals = { passed: 0, failed: 0, skipped: 0 }
function add({ passed, failed, skipped }: Totals): void {
  total.passed += passed
  total.failed += failed + (skipIsFailure ? skipped : 0)
  total.skipped += skipIsFailure ? 0 : skipped
}

async function runCheck({ name, command }: Check): Promise<Totals> {
  const startMs = systemClock.now()
  const { code, output } = await run(command, { capture: true, timeoutMs: CHECK_TIMEOUT_MS })
  const seconds = ((systemClock.now() - startMs) / 1000).toFixed(1)
  if (code === 0) {
    console.log(`${styleText('green', '✔')} ${name} (${seconds} s)`)
    return { passed: 1, failed: 0, skipped: 0 }
  }
  console.log(`${output.trimEnd()}\n${styleText('red', '✘')} ${name}: ${command.join(' ')} (${seconds} s)`)
  return { passed: 0, failed: 1, skipped: 0 }
}

async function runChecks(): Promise<void> {
  const waiting = checks.values()
  const lane = async (): Promise<void> => {
    for (const check of waiting) add(await runCheck(check))
  }
  await Promise.all(Array.from({ length: CHECKS_AT_ONCE }, lane))
}

/** Stays when the tests are over, for what takes down the swarms of a test that was killed. */
async function builtLauncher(): Promise<string> {
  const folder = join(root, 'node_modules/.cache/hiro-test')
  await rm(folder, { recursive: true, force: true })
  await makeRunnable(folder)
  return join(folder, 'bin', 'hiro')
}

async function runSuite({ name, mochaArgs, built }: Suite, folder: string): Promise<Totals> {
  const file = join(folder, 'totals.json')
  const reporting = ['--reporter', 'tools/test/totals-reporter.ts', '--reporter-option', `totals=${file}`]
  const strict = process.env['CI'] === undefined ? [] : ['--forbid-only']
  const more: Record<string, string> = built ? { HIRO_LAUNCHER: await builtLauncher() } : {}
  const { code } = await run(['mocha', ...reporting, ...strict, ...mochaArgs], {
    capture: false,
    timeoutMs: SUITE_TIMEOUT_MS,
    more,
  })
  const totals = await readFile(file, 'utf8').then(
    (text) => JSON.parse(text) as Totals,
    () => undefined, // mocha did not come to its end, whatever its exit code says
  )
  await rm(file, { force: true })
  if (totals !== undefined && (code === 0 || totals.failed > 0)) return totals
  console.log(`${styleText('red', '✘')} ${name}: mocha ended with ${code ?? 'a signal'} and named no failed test`)
  return { passed: totals?.passed ?? 0, failed: 1, skipped: totals?.skipped ?? 0 }
}

const { values } = parseArgs({ options: { static: { type: 'boolean' } } })
await runChecks()
if (!values.static) {
  const folder = await mkdtemp(join(tmpdir(), 'hiro-test-'))
  for (const suite of suites) add(await runSuite(suite, folder))
  await rm(folder, { recursive: true, force: true })
}
const skipped = total.skipped === 0 ? '' : `, ${total.skipped} skipped`
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`)
process.exitCode = total.failed === 0 ? 0 : 1
