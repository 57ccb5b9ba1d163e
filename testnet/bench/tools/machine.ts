import { readFileSync } from 'node:fs'
import { availableParallelism, cpus, release, totalmem } from 'node:os'

/** What the figures were taken on. Says nothing that tells one machine of its kind from another. */
export interface Machine {
  readonly cores: number
  readonly processor: string
  readonly memoryBytes: number
  readonly kernel: string
  readonly system: string
  readonly node: string
  /** ISO 8601. */
  readonly date: string
}

export function thisMachine(): Machine {
  return {
    cores: availableParallelism(),
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    memoryBytes: totalmem(),
    kernel: release(),
    system: systemName(),
    node: process.versions.node,
    date: new Date().toISOString(),
  }
}

function systemName(): string {
  try {
    const file = readFileSync('/etc/os-release', 'utf8')
    const name = /^PRETTY_NAME="?([^"\n]*)"?$/m.exec(file)?.[1] ?? 'Linux'
    if (!/^ID=debian$/m.test(file)) return name
    return `${name}, ${readFileSync('/etc/debian_version', 'utf8').trim()}`
  } catch {
    return 'Linux'
  }
}
