import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { HiroError } from '../errors.ts'
import { DURATION_EXPECTED, exactDuration, exactSize, parseDuration, parseSize, SIZE_EXPECTED } from './units.ts'

/** What a setting's value is in code: sizes in bytes, durations in ms, paths absolute. */
export interface KindValue {
  string: string
  int: number
  size: number
  duration: number
  path: string
  list: readonly string[]
  bool: boolean
}
export type Kind = keyof KindValue

interface KindRule<K extends Kind> {
  /** For messages, with an example: "expected …". */
  expected: string
  /** From what a file (any JSON), a flag or the environment (text, or what the flags' parser made of it) gives; undefined when it is not of this kind. Paths are relative to `base`. */
  parse(given: unknown, base: string): KindValue[K] | undefined
  /** For people, so that `parse` gives the same value again. */
  format(value: KindValue[K]): string
}

export const kinds: { readonly [K in Kind]: KindRule<K> } = {
  string: {
    expected: 'text',
    parse: (given) => (typeof given === 'string' ? given : undefined),
    format: (value) => value,
  },
  int: {
    expected: 'a whole number, such as 3',
    parse: (given) => wholeNumber(given),
    format: (value) => String(value),
  },
  size: {
    expected: SIZE_EXPECTED,
    parse: (given) => (typeof given === 'string' ? orUndefined(parseSize, given) : wholeNumber(given)),
    format: exactSize,
  },
  duration: {
    expected: DURATION_EXPECTED,
    parse: (given) => (typeof given === 'string' ? orUndefined(parseDuration, given) : undefined),
    format: exactDuration,
  },
  path: {
    expected: 'a path, such as ./store',
    parse: (given, base) => (typeof given === 'string' && given !== '' ? absolute(given, base) : undefined),
    format: (value) => value,
  },
  list: {
    expected: 'a list, such as a,b (in a file: ["a", "b"])',
    parse: (given) => listOf(given),
    format: (items) => items.join(','),
  },
  bool: {
    expected: 'true or false',
    parse: (given) =>
      new Map<unknown, boolean>([
        [true, true],
        ['true', true],
        [false, false],
        ['false', false],
      ]).get(given),
    format: (value) => String(value),
  },
}

function wholeNumber(given: unknown): number | undefined {
  const number = typeof given === 'string' && /^\d+$/.test(given) ? Number(given) : given
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : undefined
}

function listOf(given: unknown): readonly string[] | undefined {
  if (typeof given === 'string') return given === '' ? [] : given.split(',').map((item) => item.trim())
  return Array.isArray(given) && given.every((item) => typeof item === 'string') ? given : undefined
}

/** `~/` is the shell's, but in a configuration file there is no shell, and a folder named `~` is nobody's wish. */
function absolute(given: string, base: string): string {
  return given.startsWith('~/') ? join(homedir(), given.slice(2)) : resolve(base, given)
}

function orUndefined<T>(parse: (text: string) => T, text: string): T | undefined {
  try {
    return parse(text)
  } catch (error) {
    if (error instanceof HiroError) return undefined
    throw error
  }
}
