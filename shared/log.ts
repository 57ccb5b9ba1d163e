import type { Writable } from 'node:stream'
import type { Clock } from './clock/clock.ts'
import { isoTime } from './clock/iso-time.ts'
import { HiroError } from './errors.ts'

export const logLevels = ['debug', 'info', 'warn', 'error'] as const
export type LogLevel = (typeof logLevels)[number]

type LogValue = string | number | bigint | boolean | readonly string[] | Error | undefined

/** Flat, and without bytes: keys and seeds are bytes, so the compiler keeps them out. The three names that every entry has are taken. */
export type LogFields = Readonly<Record<string, LogValue>> & { readonly [name in 'time' | 'level' | 'message']?: never }

type LogOne = (message: string, fields?: LogFields) => void

/**
 * What a process tells of itself, for people who look for a fault. Never throws, never waits, keeps nothing. `message` is constant and
 * says what happened; what differs each time goes into `fields`. Secrets, keys, tickets, and names or contents of files go nowhere.
 */
export interface Log {
  readonly debug: LogOne
  readonly info: LogOne
  readonly warn: LogOne
  readonly error: LogOne
}

export interface LogEntry {
  readonly level: LogLevel
  readonly message: string
  readonly fields: LogFields
}

export const silentLog: Log = logTo(() => {})

/** Keeps its entries, for tests. */
export function memoryLog(): Log & { readonly entries: readonly LogEntry[] } {
  const entries: LogEntry[] = []
  return { ...logTo((entry) => void entries.push(entry)), entries }
}

/** Adds `fields` to every entry; an entry's own win. */
export function logWith(log: Log, fields: LogFields): Log {
  return logTo((entry) => log[entry.level](entry.message, { ...fields, ...entry.fields }))
}

/** One JSON object a line: `time`, `level`, `message`, the fields. A stream that breaks is ignored: a full disk of logs must not stop a swarm. */
export function jsonLog(clock: Clock, stream: Writable, levelMin: LogLevel = 'info'): Log {
  stream.on('error', () => {})
  return logTo(({ level, message, fields }) => {
    if (!stream.writable || logLevels.indexOf(level) < logLevels.indexOf(levelMin)) return
    const time = isoTime(clock.now())
    stream.write(`${lineOf({ time, level, message, ...fields }) ?? lineOf({ time, level, message })}\n`)
  })
}

function logTo(write: (entry: LogEntry) => void): Log {
  const one =
    (level: LogLevel): LogOne =>
    (message, fields = {}) =>
      write({ level, message, fields })
  return { debug: one('debug'), info: one('info'), warn: one('warn'), error: one('error') }
}

/** Undefined for what JSON cannot express: an error that is its own cause, say. */
function lineOf(entry: object): string | undefined {
  try {
    return JSON.stringify(entry, printable)
  } catch {
    return undefined
  }
}

/** A second net below the types: values that go by such a name are never shown. */
const secretName = /secret|password|ticket|seed|privatekey/i

function printable(this: Record<string, unknown>, name: string, value: unknown): unknown {
  if (secretName.test(name)) return '(not shown)'
  if (typeof value === 'bigint') return value.toString()
  // A Buffer has made itself a list of numbers by now; the holder still has it as it was.
  const original = this[name]
  if (ArrayBuffer.isView(original)) return `(${original.byteLength} bytes)`
  if (value instanceof HiroError) return { code: value.code, message: value.message, cause: value.cause }
  // Not one of ours, so perhaps a bug: the place matters.
  if (value instanceof Error) return { message: value.message, stack: value.stack, cause: value.cause }
  return value
}
