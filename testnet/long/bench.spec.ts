import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { whyNoMount } from '../bench/measures/mount.ts'
import type { Report } from '../bench/report.ts'
import { cleanEnv } from '../process/entry.ts'

const MAIN = join(import.meta.dirname, '..', 'bench', 'main.ts')
const SMALL = ['--json', '--runs', '1', '--size', '2MiB', '--files', '20', '--metadata-files', '100']
const ON_MOUNTS = ['--mount-size', '2MiB', '--mount-seconds', '1']
const STEPS = ['seal', 'hash', 'send', 'store', 'forward', 'open', 'encode', 'rebuild-1', 'rebuild-2']
/** Each kind with one and with many at once. */
const OPERATIONS = 14

describe('the benchmark, in a small form', function () {
  this.timeout(300_000)
  let folder: string

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hiro-spec-'))
  })

  afterEach(async () => await rm(folder, { recursive: true, force: true }))

  const start = (...more: string[]) => {
    const args = ['--disable-warning=ExperimentalWarning', MAIN, ...SMALL, ...ON_MOUNTS, '--dir', folder, ...more]
    const child = spawn(process.execPath, args, { env: cleanEnv(), stdio: ['ignore', 'pipe', 'pipe'] })
    return { child, stdout: text(child.stdout), stderr: text(child.stderr), ended: once(child, 'close') }
  }

  it('has every number, in the unit that it says, and leaves nothing behind', async () => {
    const { stdout, stderr, ended } = start()
    const [code] = (await ended) as [number | null]
    assert.equal(code, 0, await stderr)
    const report = JSON.parse(await stdout) as Report
    assertHasEveryNumber(report)
    assert.deepEqual(
      report.lines.map(({ measure, system, unit }) => `${system} ${measure} ${unit}`).toSorted(),
      ['hiro', 'local']
        .flatMap((system) => [
          `${system} add-file MiB/s`,
          `${system} add-tree files/s`,
          `${system} get-tree files/s`,
          `${system} read-file MiB/s`,
          `${system} read-small ms`,
          ...(whyNoMount() === undefined
            ? [
                `${system} mount-read MiB/s`,
                `${system} mount-read-random a second`,
                `${system} mount-write MiB/s`,
                `${system} mount-write-random a second`,
              ]
            : []),
        ])
        .toSorted(),
    )
    for (const line of report.lines) {
      const [run] = line.runs
      assert(run)
      if (line.measure.startsWith('mount-')) continue // by fio's own clock
      const expected = { 'MiB/s': 2 / run.seconds, 'files/s': 20 / run.seconds, ms: run.seconds * 1000 }[line.unit]
      assert(Math.abs(run.value - (expected ?? 0)) < run.value / 1000, `${line.measure}: ${run.value} ${line.unit}`)
    }
    const added = report.lines.find(({ measure, system }) => measure === 'add-file' && system === 'hiro')
    assert.deepEqual(
      ['coordinator', 'hiro add', 'worker-1', 'worker-2', 'worker-3'].filter((name) => !added?.peakBytes[name]),
      [],
    )
    assert.equal(report.metadata.length, OPERATIONS)
    assert.deepEqual(
      report.steps.map(({ step }) => step),
      STEPS,
    )
    assert.deepEqual(await readdir(folder), [])
  })

  it('interrupted while a testnet runs, it takes that down, and says 130', async () => {
    const { child, stdout, ended } = start('--only', 'large-file')
    for await (const line of child.stderr) if (String(line).includes('hiro add-file')) break
    child.kill('SIGINT')
    assert.deepEqual(await ended, [130, null])
    assert.equal(await stdout, '')
    assert.deepEqual(await readdir(folder), [])
  })
})

/** Everywhere, above zero; but for CPU, of which there may be less than a tick. */
function assertHasEveryNumber(value: unknown, path = ''): void {
  if (typeof value === 'number') assert(value > 0 || (value === 0 && /cpu/i.test(path)), `${path} is ${value}`)
  else if (value === null || value === undefined) assert.fail(`${path} is missing`)
  else if (typeof value === 'object') {
    for (const [name, inner] of Object.entries(value)) assertHasEveryNumber(inner, `${path}/${name}`)
  }
}
