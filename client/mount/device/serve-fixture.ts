import { systemClock } from '../../../shared/clock/system-clock.ts'
import { silentLog } from '../../../shared/log.ts'
import { MemoryFileSystem } from '../memory/memory-file-system.ts'
import { mount } from './mount.ts'

/** A program that mounts a file system in memory at its argument, until it is killed or unmounted; or throws, where its second argument says so. */
const [path = '', how = ''] = process.argv.slice(2)
const mounted = await mount(
  path,
  { fileSystem: new MemoryFileSystem({ clock: systemClock }), clock: systemClock, log: silentLog },
  { writebackCache: how === 'writeback', absentTimeoutMs: how === '' ? 0 : 1000 },
)
console.log(mounted.mountPoint)
process.on('SIGTERM', () => void mounted.unmount({ graceMs: 0 }))
if (how === 'throw') throw new Error('a bug')
await mounted.ended
