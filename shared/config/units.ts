import { HiroError } from '../errors.ts'

type Units = readonly (readonly [name: string, factor: number])[]

/** Largest first. */
const sizeUnits: Units = [
  ...['P', 'T', 'G', 'M', 'K'].flatMap(
    (letter, at): Units => [
      [`${letter}iB`, 1024 ** (5 - at)],
      [`${letter}B`, 1000 ** (5 - at)],
    ],
  ),
  ['B', 1],
]

const durationUnits: Units = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
  ['ms', 1],
]

export const SIZE_EXPECTED = 'a size in bytes or with a unit, such as 10GiB, 500MB or 4096'
export const DURATION_EXPECTED = 'a duration with its unit (ms, s, m, h or d), such as 30s or 5m'

/** Whole bytes. A bare number is bytes; units are KB … PB (powers of 1000) and KiB … PiB (powers of 1024), in any case. Throws `usage`. */
export function parseSize(text: string): number {
  return parse(/^[\d.]+$/.test(text) ? `${text}B` : text, sizeUnits) ?? refuse(text, SIZE_EXPECTED)
}

/** Whole milliseconds. The unit is needed: nobody remembers which one a bare number would mean. Throws `usage`. */
export function parseDuration(text: string): number {
  return parse(text, durationUnits) ?? refuse(text, DURATION_EXPECTED)
}

/** Exact, so that `parseSize` gives the same again: `10 GiB`, `500 MB`, `4097 B`. */
export function exactSize(bytes: number): string {
  return inLargestUnit(bytes, sizeUnits)
}

/** Exact, so that `parseDuration` gives the same again: `30 s`, `90 m`, `1500 ms`. */
export function exactDuration(ms: number): string {
  return inLargestUnit(ms, durationUnits)
}

function parse(text: string, units: Units): number | undefined {
  const [, number, name] = /^(\d+(?:\.\d+)?) ?([a-z]+)$/i.exec(text) ?? []
  const unit = units.find(([known]) => known.toLowerCase() === name?.toLowerCase())
  if (unit === undefined) return undefined
  const value = Math.round(Number(number) * unit[1])
  return Number.isSafeInteger(value) ? value : undefined
}

function refuse(text: string, expected: string): never {
  throw new HiroError('usage', `${JSON.stringify(text)} is not ${expected}`)
}

function inLargestUnit(value: number, units: Units): string {
  const unit = units.find(([, factor]) => value >= factor && value % factor === 0) ?? units.at(-1)
  return unit === undefined ? String(value) : `${value / unit[1]} ${unit[0]}`
}
