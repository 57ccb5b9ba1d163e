import assert from 'node:assert/strict'
import { formatDuration, formatSize } from './for-people.ts'
import { exactDuration, exactSize, parseDuration, parseSize } from './units.ts'

describe('sizes', () => {
  it('a bare number is bytes, KB is a power of 1000, KiB of 1024, in any case and with one space at most', () => {
    const sizes: [string, number][] = [
      ['0', 0],
      ['4096', 4096],
      ['7B', 7],
      ['500MB', 500_000_000],
      ['10GiB', 10 * 2 ** 30],
      ['10 gib', 10 * 2 ** 30],
      ['1.5KiB', 1536],
      ['2TB', 2e12],
      ['1PiB', 2 ** 50],
    ]
    for (const [text, bytes] of sizes) assert.equal(parseSize(text), bytes, text)
  })

  it('refuses what is no size, and says what one is', () => {
    const bad = [
      '',
      'GiB',
      '10G',
      '10K',
      '-1',
      '1e3',
      '1.GiB',
      '.5GiB',
      '1 2',
      '10  GiB',
      '10GiB ',
      '9999PiB',
      'ten',
      '1,5GB',
      '1.2.3',
    ]
    for (const text of bad) assert.throws(() => parseSize(text), { code: 'usage' }, text)
    assert.throws(() => parseSize('10G'), {
      message: '"10G" is not a size in bytes or with a unit, such as 10GiB, 500MB or 4096',
    })
  })

  it('exact text gives the same size again, in the unit a person would take', () => {
    for (const bytes of [0, 1, 1023, 1025, 999_999, 2 ** 53 - 1]) assert.equal(parseSize(exactSize(bytes)), bytes)
    const texts = [10 * 2 ** 30, 500e6, 4097, 1536, 0, 1e12, 65536].map(exactSize)
    assert.deepEqual(texts, ['10 GiB', '500 MB', '4097 B', '1536 B', '0 B', '1 TB', '64 KiB'])
  })

  it('for people: two digits or more, never 1024 of a unit', () => {
    const shown: [number, string][] = [
      [0, '0 B'],
      [1023, '1023 B'],
      [1024, '1 KiB'],
      [1536, '1.5 KiB'],
      [10_188, '9.9 KiB'],
      [10_200, '10 KiB'],
      [2 ** 20 - 1, '1 MiB'],
      [1.5 * 2 ** 30, '1.5 GiB'],
      [250 * 2 ** 30, '250 GiB'],
      [5000 * 2 ** 50, '5000 PiB'],
    ]
    for (const [bytes, text] of shown) assert.equal(formatSize(bytes), text)
  })
})

describe('durations', () => {
  it('a number with its unit', () => {
    const durations: [string, number][] = [
      ['0s', 0],
      ['250ms', 250],
      ['30s', 30_000],
      ['1.5 h', 5_400_000],
      ['5m', 300_000],
      ['2d', 172_800_000],
    ]
    for (const [text, ms] of durations) assert.equal(parseDuration(text), ms, text)
  })

  it('refuses a bare number, whose unit nobody remembers, and other nonsense', () => {
    for (const text of ['', '30', 's', '5min', '-5s', '1h30m', 'soon']) {
      assert.throws(() => parseDuration(text), { code: 'usage' }, text)
    }
  })

  it('exact text gives the same duration again', () => {
    const texts = [0, 999, 1000, 1500, 90_000, 300_000, 86_400_000].map(exactDuration)
    assert.deepEqual(texts, ['0 ms', '999 ms', '1 s', '1500 ms', '90 s', '5 m', '1 d'])
    for (const text of texts) assert.equal(exactDuration(parseDuration(text)), text)
  })

  it('for people: the two largest units, never 60 of one', () => {
    const shown: [number, string][] = [
      [0, '0 ms'],
      [999.4, '999 ms'],
      [999.6, '1 s'],
      [1500, '1.5 s'],
      [42_300, '42 s'],
      [59_400, '59 s'],
      [59_600, '1 m'],
      [312_000, '5 m 12 s'],
      [3_599_700, '1 h'],
      [10_800_000, '3 h'],
      [11_100_000, '3 h 5 m'],
      [86_399_999, '1 d'],
      [183_600_000, '2 d 3 h'],
    ]
    for (const [ms, text] of shown) assert.equal(formatDuration(ms), text)
  })
})
