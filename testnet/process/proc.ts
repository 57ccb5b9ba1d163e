import { readFileSync } from 'node:fs'

/**
 * One process, and not another that got the same number later: when it started, in clock ticks since the machine did, and in which of the machine's lives.
 */
export interface ProcessId {
  readonly pid: number
  readonly startTicks: string
  readonly bootId: string
}

const BOOT_ID_FILE = '/proc/sys/kernel/random/boot_id'
/** Of the fields of /proc/PID/stat that follow the name; see proc_pid_stat(5). */
const [STATE, START_TICKS] = [0, 19]
/** Ended, and not yet (or just now) taken off the list by its parent. */
const ENDED = ['Z', 'X']

/** `undefined`: there is no such process any more. */
export function identify(pid: number): ProcessId | undefined {
  const fields = statFields(pid)
  const startTicks = fields?.[START_TICKS]
  if (startTicks === undefined || ENDED.includes(fields?.[STATE] ?? '')) return undefined
  return { pid, startTicks, bootId: readFileSync(BOOT_ID_FILE, 'latin1').trim() }
}

export function isAlive({ pid, startTicks, bootId }: ProcessId): boolean {
  const now = identify(pid)
  return now !== undefined && now.startTicks === startTicks && now.bootId === bootId
}

/** Sends it only to exactly this process, and says whether it was there. */
export function signalTo(process_: ProcessId, signal: NodeJS.Signals): boolean {
  if (!isAlive(process_)) return false
  try {
    return process.kill(process_.pid, signal)
  } catch {
    return false // ended in between
  }
}

/** The most memory that the process ever had at once (VmHWM); `undefined` once it ended. */
export function peakMemoryBytes(pid: number): number | undefined {
  const kib = /^VmHWM:\s*(\d+) kB$/m.exec(readOrEmpty(`/proc/${pid}/status`))?.[1]
  return kib === undefined ? undefined : Number(kib) * 1024
}

function statFields(pid: number): string[] | undefined {
  const text = readOrEmpty(`/proc/${pid}/stat`)
  // The name stands in parentheses and may itself hold spaces and parentheses.
  const end = text.lastIndexOf(') ')
  return end < 0 ? undefined : text.slice(end + 2).split(' ')
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return ''
  }
}
