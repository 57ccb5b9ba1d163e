import { writeFile } from 'node:fs/promises'
import { run } from './command.ts'

/** See proc_sys_vm(5): page cache, and names and attributes of files. */
const DROP_CACHES_FILE = '/proc/sys/vm/drop_caches'
const DROP_ALL = '3'

/** `undefined`: caches can be emptied; else why not. */
export function whyNotCold(): string | undefined {
  return process.getuid?.() === 0 ? undefined : 'only root can empty the page cache: what is called cold is warm'
}

/** Nothing that lies on a disk is in memory any more, if this process may do that. */
export async function dropCaches(): Promise<void> {
  await run({ argv: ['sync'] })
  if (whyNotCold() === undefined) await writeFile(DROP_CACHES_FILE, DROP_ALL)
}
