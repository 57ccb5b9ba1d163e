import { HiroError } from '../../../shared/errors.ts'
import type { Command } from './command.ts'

export interface FioLoad {
  readonly direction: 'read' | 'write'
  /** As fio's `--rw`. */
  readonly order: 'write' | 'read' | 'randwrite' | 'randread'
  readonly blockBytes: number
  /** What else fio is told. */
  readonly more: readonly string[]
}

export interface FioResult {
  readonly operations: number
  readonly bytes: number
  /** Of fio's own clock: its start is not in it, the fsync at its end is. */
  readonly seconds: number
}

/**
 * One thread, one operation at a time, through the page cache, as programs have it. No space is asked for before it is written (`fallocate`): not every mount gives any. A thread and
 * not a process of its own: what is interrupted ends as a whole.
 */
export function fio(file: string, sizeBytes: number, { order, blockBytes, more }: FioLoad): Command {
  const how = ['--ioengine=psync', '--iodepth=1', '--direct=0', '--fallocate=none', '--thread']
  const what = [`--filename=${file}`, `--size=${sizeBytes}`, `--rw=${order}`, `--bs=${blockBytes}`]
  return { argv: ['fio', '--name=bench', ...how, ...what, ...more, '--output-format=json'] }
}

/** What fio says of it. Throws `internal` for what it does not say, and for a job that failed. */
export function readFio(output: string, { direction }: FioLoad): FioResult {
  // Notes for people may stand before.
  const { jobs } = JSON.parse(output.slice(output.indexOf('{'))) as { jobs: FioJob[] }
  const [job] = jobs
  const told = job?.[direction]
  if (job === undefined || told === undefined || job.error !== 0 || told.total_ios === 0) {
    throw new HiroError('internal', `fio did nothing: error ${job?.error}`)
  }
  return { operations: told.total_ios, bytes: told.io_bytes, seconds: told.runtime / 1000 }
}

interface FioJob {
  readonly error: number
  readonly read?: FioDirection
  readonly write?: FioDirection
}

interface FioDirection {
  readonly total_ios: number
  readonly io_bytes: number
  /** Milliseconds. */
  readonly runtime: number
}
