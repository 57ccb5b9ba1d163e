import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { pick } from '../../../shared/random/choose.ts'
import { backedUp, loseCoordinator, restoreCoordinator } from '../../restore.ts'
import type { Fault } from '../fault.ts'
import type { Ground } from '../ground.ts'
import type { Round } from '../round.ts'

/** A minute, played shorter. */
const BACKUP_SECONDS = '3'
const LATE_BYTES = 300_000

export const backupGround = async (): Promise<Ground> => ({ options: { env: { HIRO_BACKUP_SECONDS: BACKUP_SECONDS } } })

interface LatePiece {
  readonly cid: string
  readonly workers: readonly string[]
}

/** What the last backup knew must be there, all of it; what came after it may be gone from the tree, and none of its pieces from the disks. A worker is away meanwhile and comes back with newer ones. */
export const coordinatorLost: Fault = {
  name: 'coordinator-lost',
  what: "the coordinator's disk lost, restored on an empty folder",
  rounds: 10,
  roundsShort: 1,
  surround: backupGround,
  async play(round) {
    const { net, random, number } = round
    await round.moment(1_500)
    await round.load.end()
    await backedUp(net)
    const path = `/late-${number}`
    const late = await addLate(round, path)
    const away = pick(random, net.workerNames)
    await net.kill(away)
    await loseCoordinator(net)
    const beganMs = performance.now()
    await restoreCoordinator(net)
    await net.startAll(['coordinator'])
    round.measure('restoreMs', Math.round(performance.now() - beganMs))
    await net.startAll([away])
    await net.waitJoined()
    await backedUp(net)
    await round.everyCopy()
    for (const { cid, workers } of late) {
      for (const who of workers) {
        if (!(await isThere(join(net.folder, who, 'store', 'pieces', cid.slice(-2), cid))))
          round.violated(`${who} has collected ${cid}, which is newer than the last backup`)
      }
    }
    await net.hiro(['rm', path])
  },
}

async function addLate({ net }: Round, path: string): Promise<readonly LatePiece[]> {
  const added = await net.hiro(['add', '-', '--to', path], { input: new Uint8Array(LATE_BYTES) })
  const { stdout, code } = await net.hiro(['why', '--json', path])
  if (code !== 0) throw new Error(`hiro why ${path} ended with ${code}: ${added.stderr}`)
  return (JSON.parse(stdout) as { pieces: LatePiece[] }).pieces
}

async function isThere(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  )
}
