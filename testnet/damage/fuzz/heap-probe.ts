import { writeFileSync } from 'node:fs'
import { heldBytes } from './memory.ts'

// Loaded into a role by `--import`: on a signal it says in a file what the process holds, garbage taken out.
process.on('SIGUSR2', () => {
  writeFileSync(`${process.env['HEAP_PROBE_FOLDER']}/${process.pid}`, String(heldBytes()))
})
