import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pick } from '../../../shared/random/choose.ts'
import type { Fault } from '../fault.ts'
import { BALLAST_PATH } from '../probe-paths.ts'
import type { Round } from '../round.ts'

const MIB = 2 ** 20
const MOMENT_MS = 1_200
/** From the new store's join to every copy. */
const WHOLE_MS_MOST = 25_000
const WHOLE_TIMEOUT_MS = 300_000
/** Each look counts every piece, at the coordinator that is repairing them. */
const WHOLE_POLL_MS = 500
/** What lies there beside the clients' own: in the long form, and in the short one. */
const BALLAST = { sizeBytes: 1_024 * MIB, smallFiles: 2_000 }
const BALLAST_SHORT = { sizeBytes: 64 * MIB, smallFiles: 100 }

/** With three workers and three copies, the one that is wiped has lost a copy of everything. */
export const diskWiped: Fault = {
  name: 'disk-wiped',
  what: "a worker's disk wiped under load, started again",
  rounds: 15,
  roundsShort: 1,
  surround: async () => await Promise.resolve({ options: { workers: 3 } }),
  async play(round) {
    const { net, random, load } = round
    await keepBallast(round)
    const victim = pick(random, net.workerNames)
    await round.moment(MOMENT_MS)
    await net.kill(victim)
    await net.wipe(victim)
    await round.moment(MOMENT_MS)
    await net.start(victim)
    await net.waitJoined()
    const joinedMs = performance.now()
    await load.end()
    const isWhole = ({ pieces }: { pieces: { under: number; lost: number } }): boolean =>
      pieces.under + pieces.lost === 0
    await net.waitForStatus('copies are still missing', isWhole, WHOLE_TIMEOUT_MS, WHOLE_POLL_MS)
    round.measure('wholeMs', Math.round(performance.now() - joinedMs), WHOLE_MS_MOST)
    await round.everyCopy()
  },
}

/** Added once, it stays from round to round: each time all of it that the victim held is made anew. */
async function keepBallast({ net, timed }: Round): Promise<void> {
  if ((await net.hiro(['stat', BALLAST_PATH])).code === 0) return
  const { sizeBytes, smallFiles } = timed ? BALLAST : BALLAST_SHORT
  const folder = await mkdtemp(join(tmpdir(), 'hiro-ballast-'))
  // One after the other, so that never more is in memory.
  await writeFile(join(folder, 'large'), chunks(sizeBytes))
  for (let at = 0; at < smallFiles; at++) await writeFile(join(folder, `small-${at}`), randomBytes(4_096))
  const done = await net.hiro(['add', folder, '--to', BALLAST_PATH])
  if (done.code !== 0) throw new Error(`the ballast could not be added: ${done.stderr}`)
  await rm(folder, { recursive: true })
}

function* chunks(sizeBytes: number): Generator<Uint8Array> {
  for (let done = 0; done < sizeBytes; done += MIB) yield randomBytes(Math.min(MIB, sizeBytes - done))
}
