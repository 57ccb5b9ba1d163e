/** What one turn of a step took. */
export interface Turn {
  readonly bytes: number
  readonly seconds: number
  /** User and system time of the processes that the step is about, all threads. */
  readonly cpuSeconds: number
}

export interface Step {
  /** What is done, and whose CPU it is. */
  readonly says: string
  /** Does it with about so many bytes, warmed up before. */
  turn(bytes: number): Promise<Turn>
  /** Takes down what it was done on. */
  end?(): Promise<void>
}

/** Of this process, while `work` runs. */
export async function timed(bytes: number, work: () => Promise<void> | void): Promise<Turn> {
  const beganCpu = process.cpuUsage()
  const beganMs = performance.now()
  await work()
  const seconds = (performance.now() - beganMs) / 1000
  const { user, system } = process.cpuUsage(beganCpu)
  return { bytes, seconds, cpuSeconds: (user + system) / 1e6 }
}
