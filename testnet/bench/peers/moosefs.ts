import { readFileSync } from 'node:fs'
import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { waitFor } from '../../process/wait.ts'
import type { Contender } from '../contender.ts'
import type { BenchContext } from '../context.ts'
import { startDaemon } from './daemon.ts'
import { MountedContender } from './mounted.ts'
import { installPackages } from './packages.ts'
import { Place } from './place.ts'

const PACKAGES = ['moosefs-master', 'moosefs-chunkserver', 'moosefs-client']
const MASTER = '10.77.0.1'
const CHUNK_SERVERS = ['10.77.0.2', '10.77.0.3', '10.77.0.4']
const EMPTY_METADATA = '/var/lib/mfs/metadata.mfs.empty'
const READY_TIMEOUT_MS = 120_000
const POLL_MS = 500
const MOUNT_POLL_MS = 50

/** One master, three chunk servers, goal 3, no trash, chunks fsynced when they are closed; the rest as it comes. */
export async function startMooseFs({ folder, tell, signal }: BenchContext): Promise<Contender> {
  await installPackages(PACKAGES, tell)
  const place = await Place.make(join(folder, 'moosefs'), 'moosefs', [MASTER, ...CHUNK_SERVERS])
  try {
    await startMaster(place)
    for (const address of CHUNK_SERVERS) await startChunkServer(place, address)
    const patience = { timeoutMs: READY_TIMEOUT_MS, pollMs: POLL_MS, signal }
    const mount = async (): Promise<void> => {
      // In the foreground: as a daemon it writes over its environment, and would not be counted.
      const start = () =>
        startDaemon(place.inside(['mfsmount', '-f', '-H', MASTER, place.mount]), join(place.folder, 'mount.log'))
      let mounting = start()
      const looked = () => {
        if (isMounted(place.mount)) return true
        // The master is not there yet.
        if (mounting.exitCode !== null) mounting = start()
        return false
      }
      const otherwise = 'MooseFS could not be mounted'
      await waitFor(looked, { otherwise, ...patience, pollMs: MOUNT_POLL_MS })
    }
    await mount()
    await place.run(['mfssetgoal', '-r', String(CHUNK_SERVERS.length), place.mount])
    await place.run(['mfssettrashtime', '-r', '0', place.mount])
    await waitFor(async () => await keepsAllCopies(place), {
      otherwise: 'MooseFS did not make three copies',
      ...patience,
    })
    return new MountedContender('moosefs', place, mount)
  } catch (error) {
    await place[Symbol.asyncDispose]()
    throw error
  }
}

async function startMaster(place: Place): Promise<void> {
  const data = join(place.folder, 'master')
  await mkdir(data)
  await copyFile(EMPTY_METADATA, join(data, 'metadata.mfs'))
  await writeFile(join(data, 'exports.cfg'), '* / rw,alldirs,maproot=0:0\n')
  const config = join(data, 'master.cfg')
  await writeFile(config, settings({ ...RUN_AS, DATA_PATH: data, EXPORTS_FILENAME: join(data, 'exports.cfg') }))
  startDaemon(place.inside(['mfsmaster', '-f', '-c', config, 'start']), join(data, 'log'))
}

async function startChunkServer(place: Place, address: string): Promise<void> {
  const data = join(place.folder, address)
  const chunks = join(data, 'chunks')
  await mkdir(chunks, { recursive: true })
  await writeFile(join(data, 'hdd.cfg'), `${chunks}\n`)
  const config = join(data, 'chunkserver.cfg')
  const own = { DATA_PATH: data, HDD_CONF_FILENAME: join(data, 'hdd.cfg'), HDD_FSYNC_BEFORE_CLOSE: '1' }
  const network = { MASTER_HOST: MASTER, BIND_HOST: address, CSSERV_LISTEN_HOST: address }
  await writeFile(config, settings({ ...RUN_AS, ...own, ...network }))
  startDaemon(place.inside(['mfschunkserver', '-f', '-c', config, 'start']), join(data, 'log'))
}

const RUN_AS = { WORKING_USER: 'root', WORKING_GROUP: 'root' }

function settings(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name} = ${value}\n`)
    .join('')
}

/** Writes a file, and looks how many copies it has: chunk servers come one by one. */
async function keepsAllCopies(place: Place): Promise<boolean> {
  const probe = place.at('probe')
  try {
    await writeFile(probe, 'probe')
    const info = await place.outputOf(['mfsfileinfo', probe])
    return (info.match(/copy \d+:/g) ?? []).length >= CHUNK_SERVERS.length
  } catch {
    return false
  }
}

function isMounted(folder: string): boolean {
  return readFileSync('/proc/self/mounts', 'utf8').includes(` ${folder} `)
}
