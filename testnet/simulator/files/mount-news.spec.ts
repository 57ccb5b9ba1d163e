import assert from 'node:assert/strict'
import type { HiroClient } from '../../../client/hiro-client.ts'
import { Engine } from '../../../client/mount/engine/engine.ts'
import { hiroFileSystem } from '../../../client/mount/engine/hiro-file-system.ts'
import { News } from '../../../client/mount/engine/news.ts'
import type { FileSystem } from '../../../client/mount/file-system.ts'
import { ROOT_INODE } from '../../../client/mount/node.ts'
import { callerOf } from '../../../client/mount/suite/file-system-fixture.ts'
import { sleep } from '../../../shared/clock/sleep.ts'
import { silentLog } from '../../../shared/log.ts'
import { QuietSwarm } from './quiet-swarm-fixture.ts'

const LONG_MS = 60_000
const SHORT_MS = 1_000
/** By then whoever is told of changes has been. */
const NEWS_MS = 1_000

interface Mounted {
  readonly engine: Engine
  readonly files: FileSystem
  /** What the kernel was told, since it was looked at last. */
  told(): Promise<string[]>
}

describe('a mount and what others change', () => {
  const caller = callerOf()

  async function mounted(client: HiroClient, swarm: QuietSwarm): Promise<Mounted> {
    const engine = await Engine.make(client, silentLog, { owner: { uid: 0, gid: 0 }, readOnly: false })
    const told: string[] = []
    engine.trust.kernelListens = true
    const news = new News(engine, {
      forgetInode: async (inode, what) => void told.push(`${what} ${inode}`),
      expireEntry: async (parent, name) => void told.push(`name ${parent}/${name}`),
    })
    await client.changes.listen(news).ready
    const { clock } = swarm.swarm
    return {
      engine,
      files: hiroFileSystem(engine),
      told: async () => {
        await sleep(clock, NEWS_MS)
        return told.splice(0)
      },
    }
  }
  const swarmOf = async (
    name: string,
    work: (mount: Mounted, one: HiroClient, other: HiroClient, swarm: QuietSwarm) => Promise<void>,
  ): Promise<void> => {
    const swarm = new QuietSwarm(name)
    await swarm.run(async (one, other) => {
      await other.mkdir('/d')
      await other.add('/d/f', Buffer.from('f'))
      await work(await mounted(one, swarm), one, other, swarm)
      await one.close()
    })
  }
  const find = async ({ files }: Mounted, name: string, parent = ROOT_INODE) => await files.lookup(parent, name, caller)

  it('the kernel keeps names and attributes for long, and is told of what it has when others change that', async () => {
    await swarmOf('told', async (mount, _, other) => {
      const d = await find(mount, 'd')
      const f = await find(mount, 'f', d.attributes.inode)
      assert.deepEqual([d.entryTimeoutMs, f.entryTimeoutMs, f.attributesTimeoutMs], [LONG_MS, LONG_MS, LONG_MS])
      assert.deepEqual(await mount.told(), [])
      await other.add('/d/unknown', Buffer.from('u'))
      await other.chmod('/d/f', 0o600)
      assert.deepEqual((await mount.told()).toSorted(), [
        `attributes ${f.attributes.inode}`,
        `name ${d.attributes.inode}/unknown`,
      ])
      await other.replace('/d/f', Buffer.from('longer'))
      assert.deepEqual(await mount.told(), [`content ${f.attributes.inode}`])
      assert.equal((await mount.files.getAttributes(f.attributes.inode, undefined, caller)).attributes.sizeBytes, 6)
      await other.move('/d/f', '/g')
      assert.deepEqual(await mount.told(), [`name ${d.attributes.inode}/f`, `name ${ROOT_INODE}/g`])
      await other.remove('/g')
      assert.deepEqual(await mount.told(), [`name ${ROOT_INODE}/g`])
    })
  })

  it('who works in a folder that others move goes on where it is', async () => {
    await swarmOf('moved', async (mount, _, other) => {
      const d = await find(mount, 'd')
      await other.move('/d', '/elsewhere')
      await mount.told()
      assert.equal((await find(mount, 'f', d.attributes.inode)).attributes.sizeBytes, 1)
    })
  })

  it('it is not told of what was changed through it', async () => {
    await swarmOf('own', async (mount) => {
      const { files } = mount
      const options = { read: true, write: true, append: false, truncate: false, killSetId: false }
      const { entry, opened } = await files.create(
        ROOT_INODE,
        'own',
        { ...options, mode: 0o644, exclusive: true },
        caller,
      )
      const { inode } = entry.attributes
      await files.write(inode, opened.handle, 0, Buffer.from('content'), { killSetId: false }, caller)
      await files.sync(inode, opened.handle, { dataOnly: false }, caller)
      await files.write(inode, opened.handle, 7, Buffer.from('more'), { killSetId: false }, caller)
      // What is open may be published at any time.
      const { attributesTimeoutMs } = await files.getAttributes(inode, undefined, caller)
      assert.equal(attributesTimeoutMs, SHORT_MS)
      await files.flush(inode, opened.handle, 1n, caller)
      await files.release(inode, opened.handle, undefined, caller)
      await files.setAttributes(inode, undefined, { mode: 0o600 }, caller)
      await files.makeFolder(ROOT_INODE, 'folder', 0o755, caller)
      await files.rename(
        { parent: ROOT_INODE, name: 'own' },
        { parent: ROOT_INODE, name: 'moved' },
        { replace: true },
        caller,
      )
      await files.removeFile(ROOT_INODE, 'moved', caller)
      assert.deepEqual(await mount.told(), [])
    })
  })

  it('what was looked up while something changed is believed for a moment only', async () => {
    await swarmOf('race', async (mount, one, other) => {
      const stat = one.stat.bind(one)
      one.stat = async (path, options) => {
        const before = await stat(path, options)
        await other.chmod('/d', 0o700)
        assert.deepEqual(await mount.told(), [`attributes ${d.attributes.inode}`])
        return before
      }
      const d = { attributes: { inode: mount.engine.nodes.inodeOf((await stat('/d')).id) } }
      mount.engine.nodes.seen(mount.engine.nodes.get(ROOT_INODE), 'd', await stat('/d'))
      const { entryTimeoutMs, attributesTimeoutMs } = await find(mount, 'd')
      assert.deepEqual([entryTimeoutMs, attributesTimeoutMs], [SHORT_MS, SHORT_MS])
      one.stat = stat
      assert.equal((await find(mount, 'd')).entryTimeoutMs, LONG_MS)
    })
  })

  it('while the coordinator is away nothing is believed for long, and what was is forgotten', async () => {
    await swarmOf('away', async (mount, one, _, swarm) => {
      const { inode } = (await find(mount, 'd')).attributes
      await swarm.swarm.coordinator.stop()
      const told = await mount.told()
      assert(told.includes(`attributes ${inode}`) && told.includes(`name ${ROOT_INODE}/d`), told.join(', '))
      assert.equal(one.changes.alive, false)
      await swarm.swarm.coordinator.start()
      await sleep(swarm.swarm.clock, 5_000)
      assert.equal((await find(mount, 'd')).entryTimeoutMs, LONG_MS)
      mount.engine.trust.kernelListens = false
      assert.equal((await find(mount, 'd')).entryTimeoutMs, SHORT_MS)
    })
  })
})
