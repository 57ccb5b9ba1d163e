import { freemem } from 'node:os'
import { run } from './command.ts'

const GIB = 2 ** 30
const WARM_BYTES_MAX = 6 * GIB

/**
 * Touches some GiB, in a process of its own. A virtual machine gets memory that was free for long back from its host page by page, when it is first touched: that
 * would be measured with whoever comes first, and varied the speed of a mere copy by three. In whole GiB, so that small forms touch none.
 */
export async function warmMemory(neededBytes: number, signal?: AbortSignal): Promise<void> {
  const gib = Math.floor(Math.min(neededBytes, WARM_BYTES_MAX, freemem() / 2) / GIB)
  const program = `const all = []; for (let gib = 0; gib < ${gib}; gib++) all.push(Buffer.alloc(2 ** 30, 1))`
  await run({ argv: [process.execPath, '--eval', program] }, signal)
}
