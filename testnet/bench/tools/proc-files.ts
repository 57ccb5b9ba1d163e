import { readdirSync, readFileSync } from 'node:fs'

/** Clock ticks of /proc in a second: 100 for every program that Linux runs, whatever the kernel's own. */
const TICKS_PER_SECOND = 100

export interface ProcStat {
  readonly pid: number
  readonly parent: number
  /** Clock ticks since the machine's start: with the pid it names one process and no other. */
  readonly startTicks: string
  /** Of itself, all its threads, dead ones too. */
  readonly ownCpuSeconds: number
  /** Of its children that ended and were waited for, and theirs. */
  readonly deadChildrenCpuSeconds: number
}

/** `undefined`: there is no such process (any more). Fields: see proc_pid_stat(5). */
export function readStat(pid: number | 'self'): ProcStat | undefined {
  const text = readOrEmpty(`/proc/${pid}/stat`)
  // The name stands in parentheses and may itself hold spaces and parentheses.
  const end = text.lastIndexOf(') ')
  if (end < 0) return undefined
  const fields = text.slice(end + 2).split(' ')
  const number = (at: number): number => Number(fields[at])
  return {
    pid: Number.parseInt(text, 10),
    parent: number(1),
    startTicks: fields[19] ?? '',
    ownCpuSeconds: (number(11) + number(12)) / TICKS_PER_SECOND,
    deadChildrenCpuSeconds: (number(13) + number(14)) / TICKS_PER_SECOND,
  }
}

export function allPids(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
}

/** As its program started with it; empty when it is another user's, or gone. */
export function readEnvironment(pid: number): string[] {
  return readOrEmpty(`/proc/${pid}/environ`).split('\0')
}

export function readCommandLine(pid: number): string[] {
  return readOrEmpty(`/proc/${pid}/cmdline`).split('\0').slice(0, -1)
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return ''
  }
}
