import { MemoryWatch, type Peaks } from './memory.ts'
import type { Scope } from './scope.ts'

export interface Cost extends Peaks {
  readonly seconds: number
  /** User and system time of every process in scope. */
  readonly cpuSeconds: number
}

/** What `work` takes, until it resolves: what is left to be done in the background afterwards is not in it. */
export async function measured(scope: Scope, work: () => Promise<unknown>): Promise<Cost> {
  const memory = new MemoryWatch(scope)
  try {
    const beganCpuSeconds = scope.cpuSeconds()
    const beganMs = performance.now()
    await work()
    const seconds = (performance.now() - beganMs) / 1000
    return { seconds, cpuSeconds: scope.cpuSeconds() - beganCpuSeconds, ...memory.end() }
  } finally {
    memory.end()
  }
}
