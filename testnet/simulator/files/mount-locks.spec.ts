import assert from 'node:assert/strict'
import { Engine } from '../../../client/mount/engine/engine.ts'
import { hiroFileSystem } from '../../../client/mount/engine/hiro-file-system.ts'
import { ROOT_INODE } from '../../../client/mount/node.ts'
import { callerOf } from '../../../client/mount/suite/file-system-fixture.ts'
import { sleep } from '../../../shared/clock/sleep.ts'
import { silentLog } from '../../../shared/log.ts'
import { QuietSwarm } from './quiet-swarm-fixture.ts'

const OPEN = { read: true, write: true, append: false, truncate: false, killSetId: false }
const ALL = { owner: 7n, start: 0, end: Number.POSITIVE_INFINITY, pid: 1 }

describe('a lock through the mount', () => {
  for (const family of ['whole', 'range'] as const) {
    it(`(${family}) that was lost: nothing that was written under it is published, not even by closing the file`, async () => {
      const quiet = new QuietSwarm(`lost ${family}`)
      await quiet.run(async (one, other) => {
        const caller = callerOf()
        const engine = await Engine.make(one, silentLog, { owner: { uid: 0, gid: 0 }, readOnly: false })
        const mounted = hiroFileSystem(engine)
        const { entry, opened } = await mounted.create(
          ROOT_INODE,
          'a',
          { ...OPEN, mode: 0o644, exclusive: true },
          caller,
        )
        const { inode } = entry.attributes
        const { handle } = opened
        await mounted.setLock(inode, handle, { ...ALL, family, kind: 'write' }, { wait: false }, caller)
        await mounted.write(inode, handle, 0, Buffer.from('mine'), { killSetId: false }, caller)
        quiet.swarm.clients[0]?.pause()
        await sleep(quiet.swarm.clock, 60_000)
        await using theirs = await other.lock('/a', family === 'whole' ? {} : { range: { start: 0 } })
        await other.replace('/a', Buffer.from('theirs'), { lock: theirs })
        quiet.swarm.clients[0]?.resume()
        await assert.rejects(mounted.flush(inode, handle, 7n, caller))
        await mounted.release(inode, handle, family === 'whole' ? 7n : undefined, caller)
        const slices: Uint8Array[] = []
        for await (const slice of other.read('/a')) slices.push(slice)
        assert.equal(String(Buffer.concat(slices)), 'theirs')
        assert.equal(engine.held.size, 0)
      })
    })
  }
})
