import { runUmountNow } from './commands.ts'
import { hiroMountAt } from './mount-table.ts'

/**
 * A process that ends, by whatever but SIGKILL, waits for its threads; the one that reads the device waits in the kernel until the mount is gone. So it is cut off first. Where it cannot be, as somebody else unmounted it while files
 * were open, the process is killed: the kernel then ends the mount.
 */
export function atProcessEnd(mountPoint: string): Disposable {
  const end = (): void => {
    const isThere = hiroMountAt(mountPoint) !== undefined
    if (!isThere || !runUmountNow(mountPoint)) process.kill(process.pid, 'SIGKILL')
  }
  process.on('exit', end)
  return { [Symbol.dispose]: () => void process.off('exit', end) }
}
