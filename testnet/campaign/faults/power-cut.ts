import { join } from 'node:path'
import { pick } from '../../../shared/random/choose.ts'
import { allNames, type Who } from '../../layout.ts'
import { Ext4Disk } from '../../machine/ext4-disk.ts'
import type { Fault } from '../fault.ts'
import type { Round } from '../round.ts'

const WORKERS = 5
/** The kernel brings to the disk by itself what is older than half a minute, so there has to be much that is younger. */
const ACKNOWLEDGED_BEFORE = 12
/** So long at most from there to the cut. */
const MOMENT_MS = 1_200

/**
 * A machine without power says nothing, and its disk has what was synced. Each process has a disk of its own. Whoever comes back must have every copy that it confirmed, so all of them are
 * read, not just one of each piece.
 */
function powerCut(name: string, what: string, victimsOf: (round: Round) => readonly Who[]): Fault {
  let disks: ReadonlyMap<Who, Ext4Disk> = new Map()
  return {
    name,
    what: `power cut of ${what}`,
    rounds: 5,
    roundsShort: 1,
    missing: async () => await Ext4Disk.lack(),
    async surround() {
      const mounted = new Map<Who, Ext4Disk>()
      disks = mounted
      const prepare = async (folder: string): Promise<void> => {
        for (const who of allNames(WORKERS)) mounted.set(who, await Ext4Disk.mount(join(folder, who)))
      }
      const end = async (): Promise<void> => {
        for (const disk of mounted.values()) await disk[Symbol.asyncDispose]()
      }
      return { options: { workers: WORKERS }, around: { prepare }, end }
    },
    async play(round) {
      const { net } = round
      const victims = victimsOf(round)
      await round.load.underWay(ACKNOWLEDGED_BEFORE)
      await round.moment(MOMENT_MS)
      // What is under way meets the cut. Nothing new is begun, for it would replace what the disk may have lost.
      const ended = round.load.end()
      // One that still ran would tell its clients of a broken disk, which no machine without power does.
      for (const who of victims) net.pause(who)
      await each(victims, async (who) => await disks.get(who)?.cutPower())
      await each(victims, async (who) => await net.kill(who))
      await each(victims, async (who) => await disks.get(who)?.powerOn())
      await round.servingAgain(async () => await net.startAll(victims))
      await ended
      await net.waitJoined()
      await round.everyCopy()
    },
  }
}

async function each(victims: readonly Who[], work: (who: Who) => Promise<unknown>): Promise<void> {
  await Promise.all(victims.map(work))
}

export const powerCuts: readonly Fault[] = [
  powerCut('power-cut-worker', 'a worker', ({ random, net }) => [pick(random, net.workerNames)]),
  powerCut('power-cut-coordinator', 'the coordinator', () => ['coordinator']),
  powerCut('power-cut-all', 'all machines', ({ net }) => net.names),
]
