import { allPids, type ProcStat, readCommandLine, readEnvironment, readStat } from './proc-files.ts'
import { nameOfProcess } from './process-name.ts'

/** Inherited by everything that this process starts, also by what leaves its family as a daemon. `HIRO_…` would not be: a testnet's processes get none of those. */
const MARK = 'TESTNET_BENCH'

export interface ScopedProcess extends ProcStat {
  readonly name: string
}

/**
 * The processes that count: those started, directly or not, by this one, which itself does not. Known by a mark in their environment or by their parent, so that
 * neither daemons are missed nor whatever else runs on the machine is counted. No root and no control groups are needed.
 */
export class Scope {
  readonly #mark: string
  /** Its name, by pid and start. */
  readonly #ours = new Map<string, string>()
  /** What those used that have no parent among us, when they were last looked at. */
  #daemons: ReadonlyMap<string, number> = new Map()
  #deadDaemonsCpuSeconds = 0
  /** Pids of those that do not count, so that looking again costs little. */
  #others: ReadonlySet<number> = new Set()

  constructor(mark: string = String(process.pid)) {
    this.#mark = `${MARK}=${mark}`
    process.env[MARK] = mark
  }

  /** Those that live now. */
  processes(): ScopedProcess[] {
    const pids = allPids()
    const asked = pids.filter((pid) => pid !== process.pid && !this.#others.has(pid))
    const stats = asked.flatMap((pid) => readStat(pid) ?? [])
    const byPid = new Map(stats.map((stat) => [stat.pid, stat]))
    const ours = stats.filter((stat) => this.#isOurs(stat, byPid))
    const counted = new Set(ours.map(({ pid }) => pid))
    this.#others = new Set(pids.filter((pid) => !counted.has(pid)))
    return ours.map((stat) => ({ ...stat, name: this.#nameOf(stat) }))
  }

  /** User and system time so far of all of them, living or dead; of a daemon that left the family and ended, as of the last look before. In steps of 10 ms per process. */
  cpuSeconds(): number {
    const living = this.processes()
    const family = new Set([process.pid, ...living.map(({ pid }) => pid)])
    const daemons = new Map<string, number>()
    let sum = readStat('self')?.deadChildrenCpuSeconds ?? 0
    for (const one of living) {
      const seconds = one.ownCpuSeconds + one.deadChildrenCpuSeconds
      sum += seconds
      // Whoever has a parent among us is counted by it when it is dead.
      if (!family.has(one.parent)) daemons.set(keyOf(one), seconds)
    }
    for (const [key, seconds] of this.#daemons) if (!daemons.has(key)) this.#deadDaemonsCpuSeconds += seconds
    this.#daemons = daemons
    return sum + this.#deadDaemonsCpuSeconds
  }

  #isOurs(stat: ProcStat, all: ReadonlyMap<number, ProcStat>): boolean {
    if (this.#ours.has(keyOf(stat)) || stat.parent === process.pid) return true
    if (readEnvironment(stat.pid).includes(this.#mark)) return true
    const parent = all.get(stat.parent)
    return parent !== undefined && this.#isOurs(parent, all)
  }

  /** Asked each time: between fork and exec a process still has the name of its parent. */
  #nameOf(stat: ProcStat): string {
    const name = nameOfProcess(readCommandLine(stat.pid)) ?? this.#ours.get(keyOf(stat)) ?? ''
    this.#ours.set(keyOf(stat), name)
    return name
  }
}

function keyOf({ pid, startTicks }: ProcStat): string {
  return `${pid} ${startTicks}`
}
