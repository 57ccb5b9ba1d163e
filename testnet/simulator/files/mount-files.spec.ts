import assert from 'node:assert/strict'
import type { HiroClient } from '../../../client/hiro-client.ts'
import { Engine } from '../../../client/mount/engine/engine.ts'
import { hiroFileSystem } from '../../../client/mount/engine/hiro-file-system.ts'
import type { Caller, FileSystem } from '../../../client/mount/file-system.ts'
import { ROOT_INODE } from '../../../client/mount/node.ts'
import { callerOf } from '../../../client/mount/suite/file-system-fixture.ts'
import { sleep } from '../../../shared/clock/sleep.ts'
import { silentLog } from '../../../shared/log.ts'
import { QuietSwarm } from './quiet-swarm-fixture.ts'

const OPEN = { read: true, write: true, append: false, truncate: false, killSetId: false }
const NEW = { ...OPEN, mode: 0o644, exclusive: true }
const UNIT = 16 * 1024
const [OWNER, GROUP, OTHER_GROUP] = [1_000, 1_000, 2_000]

interface Place {
  readonly mounted: FileSystem
  readonly caller: Caller
  readonly engine: Engine
  readonly client: HiroClient
  /** Another client of the same swarm. */
  readonly other: HiroClient
  readonly quiet: QuietSwarm
}

/** A file as the kernel has it. */
interface Kept {
  readonly inode: number
  readonly handle: number
}

describe('what a mounted swarm tells of files', () => {
  function test(what: string, work: (place: Place) => Promise<void>): void {
    it(what, async () => {
      const quiet = new QuietSwarm(what)
      await quiet.run(async (client, other) => {
        const engine = await Engine.make(client, silentLog, { owner: { uid: 0, gid: 0 }, readOnly: false })
        await work({ mounted: hiroFileSystem(engine), caller: callerOf(), engine, client, other, quiet })
      })
    })
  }

  async function made({ mounted, caller }: Place, name = 'file'): Promise<Kept> {
    const { entry, opened } = await mounted.create(ROOT_INODE, name, NEW, caller)
    return { inode: entry.attributes.inode, handle: opened.handle }
  }

  const attributesOf = async ({ mounted, caller }: Place, { inode, handle }: Kept) =>
    (await mounted.getAttributes(inode, handle, caller)).attributes

  /** A unit of a hole, one of content and one of a hole. */
  async function holeDataHole(place: Place): Promise<Kept> {
    const { mounted, caller } = place
    const kept = await made(place)
    await mounted.write(kept.inode, kept.handle, UNIT, new Uint8Array(UNIT).fill(7), { killSetId: false }, caller)
    await mounted.setAttributes(kept.inode, kept.handle, { sizeBytes: 3 * UNIT }, caller)
    return kept
  }

  for (const when of ['in memory', 'published']) {
    test(`where its holes are, and what it takes without them, while they are ${when}`, async (place) => {
      const { mounted, caller } = place
      const { inode, handle } = await holeDataHole(place)
      if (when === 'published') await mounted.sync(inode, handle, { dataOnly: false }, caller)
      const seek = async (offset: number, what: 'data' | 'hole'): Promise<number> =>
        await mounted.seek(inode, handle, offset, what, caller)
      assert.deepEqual([await seek(0, 'data'), await seek(0, 'hole')], [UNIT, 0])
      assert.deepEqual([await seek(UNIT + 9, 'data'), await seek(UNIT + 9, 'hole')], [UNIT + 9, 2 * UNIT])
      assert.equal(await seek(2 * UNIT + 1, 'hole'), 2 * UNIT + 1)
      await assert.rejects(seek(2 * UNIT, 'data'), { errno: 'ENXIO' })
      await assert.rejects(seek(3 * UNIT, 'hole'), { errno: 'ENXIO' })
      const { allocatedBytes, sizeBytes } = await attributesOf(place, { inode, handle })
      assert.equal(sizeBytes, 3 * UNIT)
      assert(allocatedBytes >= UNIT && allocatedBytes < 1.5 * UNIT, `it takes ${allocatedBytes}`)
    })
  }

  test('what a closed file takes, by what the coordinator says', async (place) => {
    const { mounted, caller } = place
    const { inode, handle } = await holeDataHole(place)
    await mounted.flush(inode, handle, 1n, caller)
    await mounted.release(inode, handle, undefined, caller)
    const { attributes } = await mounted.lookup(ROOT_INODE, 'file', caller)
    assert(attributes.allocatedBytes >= UNIT && attributes.allocatedBytes < 1.5 * UNIT)
  })

  test('a change of its attributes moves ctime on, and what it was opened for does not', async (place) => {
    const { mounted, caller, quiet } = place
    const kept = await made(place)
    const before = await attributesOf(place, kept)
    await sleep(quiet.swarm.clock, 2_000)
    assert.equal((await attributesOf(place, kept)).ctimeNs, before.ctimeNs)
    await mounted.setAttributes(kept.inode, undefined, { mode: 0o600 }, caller)
    const after = await attributesOf(place, kept)
    assert(after.ctimeNs > before.ctimeNs)
    assert.equal(after.mtimeNs, before.mtimeNs)
  })

  test('the group of what is made below a folder with set-group-id is that of the folder', async ({
    mounted,
    caller,
  }) => {
    const someone = { ...caller, uid: OWNER, gid: GROUP, signal: caller.signal }
    const folder = await mounted.makeFolder(ROOT_INODE, 'shared', 0o755, caller)
    const { inode } = folder.attributes
    await mounted.setAttributes(inode, undefined, { gid: OTHER_GROUP }, caller)
    await mounted.setAttributes(inode, undefined, { mode: 0o2777 }, caller)
    const file = await mounted.create(inode, 'file', NEW, someone)
    const below = await mounted.makeFolder(inode, 'below', 0o755, someone)
    assert.deepEqual([file.entry.attributes.uid, file.entry.attributes.gid], [OWNER, OTHER_GROUP])
    assert.deepEqual([below.attributes.gid, below.attributes.mode], [OTHER_GROUP, 0o2755])
  })

  test('a lock of a descriptor itself goes with it, though no process gives it back', async (place) => {
    const { mounted, caller, engine, other } = place
    const { inode, handle } = await made(place)
    const all = { owner: 99n, start: 0, end: Number.POSITIVE_INFINITY, pid: 1 } as const
    await mounted.setLock(inode, handle, { ...all, family: 'range', kind: 'write' }, { wait: false }, caller)
    // The kernel names the process, which holds nothing.
    await mounted.flush(inode, handle, 1n, caller)
    await assert.rejects(other.lock('/file', { range: { start: 0 } }), { code: 'locked' })
    await mounted.release(inode, handle, undefined, caller)
    await using _ = await other.lock('/file', { range: { start: 0 } })
    assert.equal(engine.held.size, 0)
  })

  test('O_TRUNC on a name that somebody else has given to another file cuts nothing', async (place) => {
    const { mounted, caller, other } = place
    await other.replace('/file', Buffer.from('the one that was meant'))
    await other.replace('/another', Buffer.from('precious'))
    const { attributes } = await mounted.lookup(ROOT_INODE, 'file', caller)
    await other.move('/another', '/file', { replace: true })
    await assert.rejects(mounted.open(attributes.inode, { ...OPEN, truncate: true }, caller), { code: 'changed' })
    assert.equal((await other.stat('/file')).kind, 'file')
    const slices: Uint8Array[] = []
    for await (const slice of other.read('/file')) slices.push(slice)
    assert.equal(String(Buffer.concat(slices)), 'precious')
  })

  test('a read that is interrupted while no worker answers ends soon', async (place) => {
    const { mounted, other, quiet } = place
    await other.replace('/file', Buffer.alloc(10_000, 'x'))
    const interrupted = new AbortController()
    const caller = { ...callerOf(), signal: interrupted.signal }
    const { attributes } = await mounted.lookup(ROOT_INODE, 'file', caller)
    const { handle } = await mounted.open(attributes.inode, OPEN, caller)
    for (const worker of quiet.swarm.workers) worker.pause()
    const reading = mounted.read(attributes.inode, handle, 0, new Uint8Array(10_000), caller)
    const ended = reading.then(
      () => assert.fail('it was read'),
      () => quiet.swarm.clock.now(),
    )
    await sleep(quiet.swarm.clock, 500)
    const atMs = quiet.swarm.clock.now()
    interrupted.abort()
    assert((await ended) - atMs < 1_000)
    for (const worker of quiet.swarm.workers) worker.resume()
  })
})
