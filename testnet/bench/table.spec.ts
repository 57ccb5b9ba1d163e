import assert from 'node:assert/strict'
import { withFigures } from './readme.ts'
import type { Line, Report, SystemName } from './report.ts'
import { tableOf } from './table.ts'

const summary = (median: number) => ({ median, min: median, max: median })

function line(measure: Line['measure'], system: SystemName, value: number, cpuSeconds: number): Line {
  const base = { unit: 'MiB/s', runs: [], peakBytes: { [system]: 2 ** 30 }, peakSumBytes: 2 ** 30 }
  return { ...base, measure, system, value: summary(value), cpuSeconds: summary(cpuSeconds) }
}

function report(lines: readonly Line[]): Report {
  const machine = {
    cores: 2,
    processor: 'any',
    memoryBytes: 2 ** 34,
    kernel: '6',
    system: 'Debian',
    node: '24',
    date: '2026-01-02T00:00:00Z',
  }
  const options = { runs: 3, sizeBytes: 2 ** 30, files: 2000, metadataFiles: [], workers: 3, copies: 3 }
  return { format: 1, machine, options, lines, metadata: [], metadataStarts: [], steps: [], skipped: [] }
}

describe('the table of the benchmark', () => {
  it('says by what Hiro is faster, where more is better', () => {
    const table = tableOf(report([line('add-file', 'local', 400, 2), line('add-file', 'hiro', 100, 8)]))
    assert.match(table, /\| add one file \| 100 .* \| 400 .* \| 0\.250 \|/)
  })

  it('says by what Hiro is faster, where less is better', () => {
    const table = tableOf(report([line('read-small', 'local', 40, 1), line('read-small', 'hiro', 160, 1)]))
    assert.match(table, /whole process \| 160 .* \| 40\.0 .* \| 0\.250 \|/)
  })

  it('says how many times the CPU Hiro takes', () => {
    const table = tableOf(report([line('add-file', 'moosefs', 400, 2), line('add-file', 'hiro', 100, 8)]))
    assert.match(table, /\| add one file \| 8\.00 .* \| 2\.00 .* \| 4\.00 \|/)
  })

  it('says what the CPU of work on a mount is for, and on what it was', () => {
    const { options, ...rest } = report([line('mount-read-random', 'hiro', 100, 2)])
    const table = tableOf({ ...rest, options: { ...options, mountSizeBytes: 2 ** 28, mountSeconds: 20 } })
    assert.match(table, /through a mount a file of 256 MiB, 20 s;/)
    assert.match(table, /\| mount: read 4 KiB at random, cold \| 100 /)
    assert.match(table, /\| mount: read 4 KiB at random, cold; for 1,000 \| 2\.00 /)
  })

  it('tells which steps the CPU of a GiB goes to, and what they do not explain', () => {
    const step = (name: string, speed: number) => {
      return { step: name, says: '', runs: 1, mibPerSecond: summary(1), mibPerCpuSecond: summary(speed) }
    }
    const steps = [step('seal', 1024), step('hash', 1024), step('send', 512), step('store', 1024), step('open', 1024)]
    const table = tableOf({ ...report([line('add-file', 'hiro', 100, 20)]), steps })
    // A GiB: 1 to seal, 1 to hash, three lines of 2, three stores of 1.
    assert.match(
      table,
      /add one file \| 20\.0 \| seal 1\.00, hash 1\.00, 3 × send 6\.00, 3 × store 3\.00, all else 9\.00 \|/,
    )
  })

  it('leaves open what was not measured', () => {
    const lines = [line('read-small', 'hiro', 160, 1), line('read-small', 'local', 40, 1)]
    const table = tableOf(report([...lines, line('add-file', 'moosefs', 1, 1), line('add-file', 'hiro', 1, 1)]))
    assert.match(table, /whole process \| 160 .* \| – \| 0\.250 \| – \|/)
  })

  it('takes the place of the one before in the README', () => {
    const [begin, end] = ['<!-- figures: written by `npm run bench -- --readme` -->', '<!-- end of figures -->']
    const text = `before\n${begin}\n\nold\n\n${end}\nafter`
    assert.equal(withFigures(text, 'new'), `before\n${begin}\n\nnew\n\n${end}\nafter`)
    assert.throws(() => withFigures('no place', 'new'), { code: 'internal' })
  })
})
