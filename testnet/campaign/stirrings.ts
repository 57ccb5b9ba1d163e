import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SHARDED_PIECE_BYTES_MIN } from '../../shared/erasure/limits.ts'
import { pick } from '../../shared/random/choose.ts'
import type { Operation } from '../../shared/steps.ts'
import type { Who } from '../layout.ts'
import { BECOMING_PATH } from './probe-paths.ts'
import type { Round } from './round.ts'

/** Makes a swarm do what no client asks for. What has to be undone afterwards is left in `stirred`. */
type Stirring = (round: Round, dying: Who, stirred: AsyncDisposableStack) => Promise<void>

/** Of a worker whose copies are to be read all the time. */
export const SCRUBBING = { HIRO_WORKER_SCRUB_SECONDS: '1' }

export const stirrings: Partial<Record<Operation, Stirring>> = {
  /** Another worker has lost its disk. */
  repair: async ({ net, random }, dying) => {
    const other = pick(random, othersThan(dying, net.workerNames))
    await net.kill(other)
    await net.wipe(other)
    await net.start(other)
  },
  /** Another worker is emptied, and those that were before take pieces again: with too many empty ones nothing could go anywhere. */
  drain: async ({ net, random }, dying, stirred) => {
    const others = othersThan(dying, net.workerNames)
    const other = pick(random, others)
    const undo = async (who: Who): Promise<void> => void (await net.hiro(['worker', 'drain', who, '--undo']))
    for (const each of others) if (each !== other) await undo(each)
    stirred.defer(async () => await undo(other))
    await net.hiro(['worker', 'drain', other])
  },
  /** A folder with files that were added as copies asks for shards; so many that each worker has a part in it. */
  encode: async ({ net, random }, _dying, stirred) => {
    const name = `${BECOMING_PATH}/${random.below(2 ** 30)}`
    const local = await mkdtemp(join(tmpdir(), 'hiro-becoming-'))
    stirred.defer(async () => await rm(local, { recursive: true }))
    stirred.defer(async () => void (await net.hiro(['rm', '-r', '--now', name])))
    for (let film = 0; film < FILMS; film++) await writeFile(join(local, `film-${film}`), random.bytes(FILM_BYTES))
    await net.hiro(['mkdir', BECOMING_PATH])
    await net.hiro(['add', local, '--to', name])
    await net.hiro(['policy', 'set', name, SHARDS])
  },
  /** A copy rots on a worker that reads its copies all the time: on this one, or on another one where it is the coordinator that is to die. */
  scrub: async ({ net, random }, dying) => {
    const worker = dying === 'coordinator' ? pick(random, net.workerNames) : dying
    if (dying === 'coordinator') {
      await net.stop(worker)
      await rot(net.files(worker).store, random.below(1_000))
      await net.startAll([worker], { env: SCRUBBING })
    } else await rot(net.files(worker).store, random.below(1_000))
  },
}

const SHARDS = 'ec:4+2'
const [FILMS, FILM_BYTES] = [18, SHARDED_PIECE_BYTES_MIN]

function othersThan(dying: Who, workers: readonly Who[]): readonly Who[] {
  return workers.filter((who) => who !== dying)
}

async function rot(store: string, chance: number): Promise<void> {
  const pieces = join(store, 'pieces')
  const names = await readdir(pieces, { recursive: true })
  const files = names.filter((name) => /^[a-z2-7]{2}\/[a-z2-7]+$/.test(name)).toSorted()
  const path = files[chance % Math.max(files.length, 1)]
  if (path === undefined) return
  const bytes = await readFile(join(pieces, path)).catch(() => undefined)
  if (bytes === undefined) return
  bytes.writeUInt8(bytes.readUInt8(0) ^ 1, 0)
  await writeFile(join(pieces, path), bytes)
}
