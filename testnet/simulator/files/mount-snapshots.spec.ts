import assert from 'node:assert/strict'
import { Engine } from '../../../client/mount/engine/engine.ts'
import { hiroFileSystem } from '../../../client/mount/engine/hiro-file-system.ts'
import { errnoOf } from '../../../client/mount/errno.ts'
import { ROOT_INODE } from '../../../client/mount/node.ts'
import { callerOf } from '../../../client/mount/suite/file-system-fixture.ts'
import { silentLog } from '../../../shared/log.ts'
import { QuietSwarm } from './quiet-swarm-fixture.ts'

const READ = { read: true, write: false, append: false, truncate: false, killSetId: false }
const caller = callerOf()

describe('a snapshot through the mount', () => {
  it('is found by name and in no listing, is read beside what is there now, and nothing in it can be changed', async () => {
    await new QuietSwarm('mounted snapshot').run(async (one) => {
      await one.add('/f/a', Buffer.from('old'), { parents: true })
      await one.takeSnapshot('x', '/f')
      const engine = await Engine.make(one, silentLog, { owner: { uid: 0, gid: 0 }, readOnly: false })
      const mounted = hiroFileSystem(engine)
      const look = async (parent: number, name: string): Promise<number> =>
        (await mounted.lookup(parent, name, caller)).attributes.inode
      const names = async (folder: number): Promise<string[]> => {
        const found: string[] = []
        const { handle } = await mounted.openFolder(folder, caller)
        const take = ({ name }: { name: string }): boolean => found.push(name) > 0
        await mounted.readFolder(folder, handle, 0, take, caller)
        await mounted.releaseFolder(folder, handle, caller)
        return found
      }
      const read = async (inode: number): Promise<string> => {
        const { handle } = await mounted.open(inode, READ, caller)
        const into = Buffer.alloc(100)
        const filled = await mounted.read(inode, handle, 0, into, caller)
        await mounted.release(inode, handle, undefined, caller)
        return into.subarray(0, filled).toString()
      }

      const folder = await look(ROOT_INODE, 'f')
      const now = await look(folder, 'a')
      const { handle } = await mounted.open(now, { ...READ, write: true }, caller)
      await mounted.write(now, handle, 0, Buffer.from('new content'), { killSetId: false }, caller)
      await mounted.flush(now, handle, 1n, caller)
      const snapshots = await look(folder, '.snapshots')
      const top = await look(snapshots, 'x')
      const then = await look(top, 'a')
      assert.notEqual(then, now)
      assert.notEqual(top, folder)
      assert.deepEqual([await read(then), await read(now)], ['old', 'new content'])
      assert.equal((await mounted.getAttributes(then, undefined, caller)).attributes.sizeBytes, 3)
      assert.deepEqual([await names(folder), await names(snapshots), await names(top)], [['a'], ['x'], ['a']])

      const locked = await mounted.open(then, READ, caller)
      const lock = { family: 'range', owner: 7n, kind: 'read', start: 0, end: 10, pid: 1 } as const
      await mounted.setLock(then, locked.handle, lock, { wait: false }, caller)
      await mounted.flush(then, locked.handle, 7n, caller)
      await mounted.release(then, locked.handle, undefined, caller)

      const changes: Record<string, () => Promise<unknown>> = {
        create: () => mounted.makeFile(top, 'b', 0o644, caller),
        'make a folder': () => mounted.makeFolder(snapshots, 'y', 0o755, caller),
        'make the folder of the snapshots': () => mounted.makeFolder(ROOT_INODE, '.snapshots', 0o755, caller),
        write: () => mounted.open(then, { ...READ, write: true }, caller),
        remove: () => mounted.removeFile(top, 'a', caller),
        'remove a snapshot': () => mounted.removeFolder(snapshots, 'x', caller),
        'remove the folder of the snapshots': () => mounted.removeFolder(folder, '.snapshots', caller),
        'move out': () =>
          mounted.rename({ parent: top, name: 'a' }, { parent: folder, name: 'b' }, { replace: false }, caller),
        'move in': () =>
          mounted.rename({ parent: folder, name: 'a' }, { parent: top, name: 'b' }, { replace: false }, caller),
        chmod: () => mounted.setAttributes(then, undefined, { mode: 0o600 }, caller),
        truncate: () => mounted.setAttributes(then, undefined, { sizeBytes: 0 }, caller),
        setxattr: () => mounted.setExtended(then, 'user.a', Buffer.from('x'), undefined, caller),
      }
      for (const [what, change] of Object.entries(changes)) {
        const outcome = await change().then(() => 'done', errnoOf)
        assert.equal(outcome, 'EROFS', what)
      }
      await mounted.release(now, handle, undefined, caller)
      await one.dropSnapshot('x', '/f')
      await assert.rejects(look(top, 'a'), { code: 'not-found' })
    })
  })
})
