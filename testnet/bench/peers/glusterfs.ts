import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { waitFor } from '../../process/wait.ts'
import type { Contender } from '../contender.ts'
import type { BenchContext } from '../context.ts'
import { startDaemon } from './daemon.ts'
import { MountedContender } from './mounted.ts'
import { installPackages } from './packages.ts'
import { Place } from './place.ts'

const PACKAGES = ['glusterfs-server', 'glusterfs-client']
const ADDRESS = '127.0.0.21'
const VOLUME = 'gv0'
const BRICKS = ['brick1', 'brick2', 'brick3']
const READY_TIMEOUT_MS = 60_000
const POLL_MS = 500

/** One daemon with three bricks, each a process, replicated three times; all settings as they come, all its state in the place. */
export async function startGlusterFs({ folder, tell, signal }: BenchContext): Promise<Contender> {
  await installPackages(PACKAGES, tell)
  const place = await Place.make(join(folder, 'glusterfs'), 'glusterfs', [])
  try {
    const socket = join(place.folder, 'glusterd.socket')
    const gluster = async (...args: string[]): Promise<void> =>
      await place.run(['gluster', '--mode=script', `--glusterd-sock=${socket}`, ...args])
    await startManager(place, socket)
    const patience = { timeoutMs: READY_TIMEOUT_MS, pollMs: POLL_MS, signal }
    await waitFor(async () => await succeeds(gluster('volume', 'list')), {
      otherwise: 'glusterd did not answer',
      ...patience,
    })
    const bricks = BRICKS.map((brick) => `${ADDRESS}:${join(place.folder, brick)}`)
    await gluster('volume', 'create', VOLUME, 'replica', String(BRICKS.length), ...bricks, 'force')
    await gluster('volume', 'start', VOLUME)
    const log = `log-file=${join(place.folder, 'mount.log')}`
    const mount = async (): Promise<void> =>
      await place.run(['mount', '-t', 'glusterfs', '-o', log, `${ADDRESS}:/${VOLUME}`, place.mount])
    await mount()
    return new MountedContender('glusterfs', place, mount)
  } catch (error) {
    await place[Symbol.asyncDispose]()
    throw error
  }
}

async function startManager(place: Place, socket: string): Promise<void> {
  const working = join(place.folder, 'glusterd')
  await mkdir(working)
  const volfile = join(place.folder, 'glusterd.vol')
  await writeFile(
    volfile,
    `volume management
    type mgmt/glusterd
    option working-directory ${working}
    option run-directory ${working}
    option glusterd-sockfile ${socket}
    option transport-type socket
    option transport.socket.bind-address ${ADDRESS}
    option transport.socket.listen-port 24007
    option max-port 60999
end-volume
`,
  )
  const log = join(place.folder, 'glusterd.log')
  const pid = join(place.folder, 'glusterd.pid')
  startDaemon(place.inside(['glusterd', '-N', '-f', volfile, '-p', pid, '-l', log]), log)
}

async function succeeds(command: Promise<void>): Promise<boolean> {
  try {
    await command
    return true
  } catch {
    return false
  }
}
