import { writeFileSync } from 'node:fs'

// Loaded into a role by `--import`: on a signal it says in a file what the process holds, garbage taken out.
process.on('SIGUSR2', () => {
  globalThis.gc()
  globalThis.gc()
  const { heapUsed, external, arrayBuffers } = process.memoryUsage()
  writeFileSync(`${process.env.HEAP_PROBE_FOLDER}/${process.pid}`, String(heapUsed + external + arrayBuffers))
})
