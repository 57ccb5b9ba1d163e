import { join } from 'node:path'
import { shuffle } from '../../../shared/random/choose.ts'
import { type Who, workerNames } from '../../layout.ts'
import { CappedDisk } from '../../machine/capped-disk.ts'
import { pause, waitFor } from '../../process/wait.ts'
import type { Fault } from '../fault.ts'
import { PROBE_PATHS } from '../probe-paths.ts'
import type { Round } from '../round.ts'

const MIB = 2 ** 20
const WORKERS = 5
const SIZE_BYTES = 256 * MIB
/** Little, so that pieces get close to the end of the disk. */
const RESERVE_BYTES = MIB
/** Every second time it is not a stranger's file that fills the disk to its last byte, but the clients' own: there is only so much left. */
const LEFT_BYTES = 3 * MIB
/** So long at most from a swarm at work to the first full disk; how long it stays full, by chance. */
const [MOMENT_MS, FULL_MS_LEAST, FULL_MS_MORE] = [1_200, 3_000, 4_000]
const RECOVER_TIMEOUT_MS = 60_000
const [READ, ADD] = PROBE_PATHS
/** Exit codes: done; not possible now, nothing changed. */
const [DONE, NOT_THERE, NOT_NOW] = [0, 3, 5]
/** Put before the disk is full. */
const REMOVED = '/to-be-removed'

/**
 * Nobody's process ends, nothing is lost, whoever asks is told, and reading goes on; when there is space again, so does everything else. The log of a process lies on its disk, too. Every third time one of those whose disk
 * is full is killed, and tries to come back before there is space.
 */
function diskFull(
  name: string,
  what: string,
  whose: readonly Who[],
  victimsOf: (round: Round) => readonly Who[],
): Fault {
  let disks: ReadonlyMap<Who, CappedDisk> = new Map()
  const spaceAgain = async (): Promise<void> => {
    for (const disk of disks.values()) {
      await disk.resize(SIZE_BYTES)
      await disk.clear()
    }
  }
  return {
    name,
    what: `disk full on ${what}`,
    rounds: 8,
    roundsShort: 1,
    missing: async () => await CappedDisk.lack(),
    async surround() {
      const mounted = new Map<Who, CappedDisk>()
      disks = mounted
      const prepare = async (folder: string): Promise<void> => {
        for (const who of whose) mounted.set(who, await CappedDisk.mount(join(folder, who), SIZE_BYTES))
      }
      const end = async (): Promise<void> => {
        for (const disk of mounted.values()) await disk[Symbol.asyncDispose]()
      }
      const options = { workers: WORKERS, reserveBytes: RESERVE_BYTES }
      return { options, around: { prepare }, heal: spaceAgain, end }
    },
    async play(round) {
      const { net, random, number } = round
      const victims = victimsOf(round)
      const full = victims.map((who) => disks.get(who)).filter((disk) => disk !== undefined)
      if (victims.includes('coordinator'))
        await net.hiro(['add', '-', '--replace', '--to', REMOVED], { input: 'it goes' })
      await round.moment(MOMENT_MS)
      const [first] = victims
      for (const disk of full) await (number % 2 === 0 ? disk.fill() : leave(disk))
      await pause(FULL_MS_LEAST + random.below(FULL_MS_MORE))
      await mustServe(round)
      if (victims.includes('coordinator')) await mustRemove(round)
      if (first !== undefined && number % 3 === 2) {
        await net.kill(first)
        await net.start(first).catch(() => {}) // it may say that there is no room
      }
      await spaceAgain()
      for (const who of net.names) {
        if (net.alive(who)) continue
        if (who !== first) round.violated(`${who} ended when the disk was full`)
        await net.start(who)
      }
      await net.waitJoined()
      await mustGoOn(round)
      await round.load.underWay(1)
      await round.everyCopy()
    },
  }
}

async function leave(disk: CappedDisk): Promise<void> {
  await disk.resize(SIZE_BYTES - (await disk.freeBytes()) + LEFT_BYTES)
}

/** While it is full: what is there can be read, and who adds is told the truth. */
async function mustServe(round: Round): Promise<void> {
  const { net } = round
  for (const who of net.names) if (!net.alive(who)) round.violated(`${who} ended when the disk was full`)
  const read = await net.hiro(['cat', READ])
  if (read.code !== DONE) round.violated(`nothing could be read: ${read.code}: ${read.stderr.trim()}`)
  const add = await net.hiro(['add', '-', '--replace', '--to', ADD], { input: 'does it fit?' })
  if (add.code !== DONE && add.code !== NOT_NOW) round.violated(`an add ended with ${add.code}: ${add.stderr.trim()}`)
}

/** A full coordinator keeps room for removals; what is removed was put there for it, and may have been removed the last time. */
async function mustRemove(round: Round): Promise<void> {
  const { code, stderr } = await round.net.hiro(['rm', REMOVED])
  if (code !== DONE && code !== NOT_THERE) round.violated(`nothing could be removed: ${code}: ${stderr.trim()}`)
}

/** With space again, adds have all their copies. */
async function mustGoOn({ net, random }: Round): Promise<void> {
  const add = async (): Promise<boolean> => {
    const args = ['add', '-', '--json', '--replace', '--to', ADD]
    const { code, stdout } = await net.hiro(args, { input: random.bytes(MIB) })
    return code === DONE && (JSON.parse(stdout) as { copies: number }).copies === net.manifest.copies
  }
  const otherwise = 'nothing was added with all its copies'
  await waitFor(add, { otherwise, timeoutMs: RECOVER_TIMEOUT_MS, pollMs: 500 })
}

export const disksFull: readonly Fault[] = [
  // Up to all but one of them: then there is room for one copy only, and nothing can be acknowledged.
  diskFull('disk-full-worker', 'workers', workerNames(WORKERS), ({ random, net }) =>
    shuffle(random, net.workerNames).slice(0, 1 + random.below(WORKERS - 1)),
  ),
  diskFull('disk-full-coordinator', 'the coordinator', ['coordinator'], () => ['coordinator']),
]
