import assert from 'node:assert/strict'
import type { HiroClient } from '../../../client/hiro-client.ts'
import { Engine } from '../../../client/mount/engine/engine.ts'
import { hiroFileSystem } from '../../../client/mount/engine/hiro-file-system.ts'
import { errnoOf } from '../../../client/mount/errno.ts'
import type { FileSystem } from '../../../client/mount/file-system.ts'
import { silentLog } from '../../../shared/log.ts'
import { QuietSwarm } from './quiet-swarm-fixture.ts'

const OWNER = { uid: 0, gid: 0 }
const ROOT_INODE = 1

describe('quotas in a mount', () => {
  const caller = { uid: 0, gid: 0, pid: 1, signal: new AbortController().signal }

  async function mounted(client: HiroClient): Promise<FileSystem> {
    return hiroFileSystem(await Engine.make(client, silentLog, { owner: OWNER, readOnly: false }))
  }

  it('what does not fit is EDQUOT when it is synced, before it travels, and what was there stays; cut to what fits, it is published', async () => {
    const swarm = new QuietSwarm('quota')
    await swarm.run(async (one) => {
      await one.mkdir('/d')
      await one.setQuota('/d', { bytesMax: 1_000, filesMax: 2 })
      await one.add('/d/file', Buffer.alloc(600, 'a'))
      const files = await mounted(one)
      const folder = (await files.lookup(ROOT_INODE, 'd', caller)).attributes.inode
      const { inode } = (await files.lookup(folder, 'file', caller)).attributes
      const { handle } = await files.open(
        inode,
        { read: true, write: true, append: false, truncate: false, killSetId: false },
        caller,
      )
      await files.write(inode, handle, 600, Buffer.alloc(401, 'b'), { killSetId: false }, caller)
      const pieces = swarm.rows('piece/')
      const refused = (error: unknown): boolean => errnoOf(error) === 'EDQUOT'
      await assert.rejects(files.sync(inode, handle, { dataOnly: false }, caller), refused)
      await assert.rejects(files.flush(inode, handle, 1n, caller), refused)
      assert.deepEqual(swarm.rows('piece/'), pieces)
      assert.equal((await one.quota('/d'))?.usedBytes, 600)
      await files.setAttributes(inode, handle, { sizeBytes: 1_000 }, caller)
      await files.flush(inode, handle, 1n, caller)
      assert.deepEqual([(await one.quota('/d'))?.usedBytes, (await one.stat('/d/file')).kind], [1_000, 'file'])
    })
  })

  it('df tells of the quota of the folder that it is asked for, and elsewhere of the disks', async () => {
    await new QuietSwarm('df').run(async (one) => {
      await one.mkdir('/d')
      await one.setQuota('/d', { bytesMax: 1_000, filesMax: 5 })
      await one.add('/d/file', Buffer.alloc(600, 'a'))
      const files = await mounted(one)
      const folder = (await files.lookup(ROOT_INODE, 'd', caller)).attributes.inode
      assert.deepEqual(await files.statFileSystem(folder, caller), {
        capacityBytes: 1_000,
        freeBytes: 400,
        files: 5,
        freeFiles: 4,
      })
      const disks = await files.statFileSystem(ROOT_INODE, caller)
      assert.ok(disks.capacityBytes > 1_000 && disks.files === 0)
      await one.setQuota('/d', { bytesMax: 100 })
      assert.equal((await files.statFileSystem(folder, caller)).freeBytes, 0)
    })
  })
})
