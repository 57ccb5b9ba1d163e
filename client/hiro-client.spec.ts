import assert from 'node:assert/strict'
import { HiroError } from '../shared/errors.ts'
import { toHex } from '../shared/ids.ts'
import { memoryLog } from '../shared/log.ts'
import { collect } from './client-fixture.ts'
import type { ClientSettings } from './client-settings.ts'
import { HiroClient } from './hiro-client.ts'
import { MemoryVersionMemory } from './seal/version-memory/memory.ts'
import { COORDINATOR, type Served, served } from './served-swarm-fixture.ts'

const SECRET = Buffer.from('the secret of the swarm')

describe('HiroClient', () => {
  let swarm: Served
  let client: HiroClient

  beforeEach(() => {
    swarm = served('client')
    client = open('client')
  })

  function open(name: string, settings: Partial<ClientSettings> = {}): HiroClient {
    const { clock, network } = swarm
    const ports = { transport: network.join(name), clock, random: swarm.random.fork(name), log: memoryLog() }
    const { keys } = swarm.ports.namespace
    const versions = new MemoryVersionMemory()
    return new HiroClient(ports, {
      coordinator: COORDINATOR,
      secret: SECRET,
      keys,
      versions,
      chunkSizeBytes: 1_000,
      ...settings,
    })
  }

  const run = async <T>(work: Promise<T>): Promise<T> => await swarm.clock.drive(work)
  const contentOf = async (path: string) => String(await run(collect(client.read(path))))

  it('files and folders from one end to the other, over the real protocols', async () => {
    await run(client.mkdir('/a/b', { parents: true }))
    const content = 'some content, '.repeat(500)
    const result = await run(client.add('/a/b/file', Buffer.from(content)))
    assert.deepEqual([result.pieces, result.copies, result.degraded, result.path], [7, 3, false, '/a/b/file'])
    assert.equal(await contentOf('/a/b/file'), content)
    assert.equal(
      String(await run(collect(client.read('/a/b/file', { offset: 900, lengthBytes: 300 })))),
      content.slice(900, 1200),
    )
    await run(client.replace('/a/b/file', Buffer.from('new')))
    assert.equal(await contentOf('/a/b/file'), 'new')
    await run(client.move('/a/b/file', '/a/file'))
    assert.deepEqual([await run(client.exists('/a/b/file')), await run(client.exists('/a/file'))], [false, true])
    const names: string[] = []
    const list = async (): Promise<void> => {
      for await (const { path } of client.list('/a')) names.push(path)
    }
    await run(list())
    assert.deepEqual(names.toSorted(), ['/a/b', '/a/file'])
    assert.equal((await run(client.why('/a/file'))).pieces.length, 1)
    assert.equal((await run(client.check('/a/file', { read: true }))).copies, 3)
    assert.equal((await run(client.status())).pieces.total, 0)
    await run(client.rmdir('/a/b'))
    await run(client.remove('/a', { recursive: true }))
    assert.equal(await run(client.exists('/a')), false)
  })

  it('workers are shown the pass, never the secret', async () => {
    await run(client.add('/file', Buffer.from('content')))
    assert.deepEqual([...swarm.passes], ['\u0001'])
  })

  it('copies as the client is set up, unless a call asks for others', async () => {
    const two = open('two', { copies: 2, copiesMin: 1 })
    assert.equal((await run(two.add('/two', Buffer.from('content')))).copies, 2)
    assert.equal((await run(two.add('/one', Buffer.from('content'), { copies: 1 }))).copies, 1)
    assert.equal(swarm.coordinator.bodies('openIntent')[1]?.copiesMin, 1)
  })

  it('with parents, folders above are made', async () => {
    await run(client.add('/x/y/file', Buffer.from('content'), { parents: true }))
    await run(client.add('/x/y/other', Buffer.from('content'), { parents: true }))
    await run(client.add('/top', Buffer.from('content'), { parents: true }))
    assert.equal(await contentOf('/x/y/file'), 'content')
  })

  it('many at once: each its own', async () => {
    const paths = Array.from({ length: 20 }, (_, at) => `/file ${at}`)
    await run(Promise.all(paths.map((path) => client.add(path, Buffer.from(path.repeat(100))))))
    for (const path of paths) assert.equal(await contentOf(path), path.repeat(100))
  })

  it('two clients add the same path: one of them is told that it exists', async () => {
    const other = open('other')
    const results = await run(
      Promise.allSettled([client, other].map((each) => each.add('/file', Buffer.from('content')))),
    )
    const codes = results.map((result) => (result.status === 'rejected' ? (result.reason as HiroError).code : 'ok'))
    assert.deepEqual(codes.toSorted(), ['exists', 'ok'])
    assert.equal(await contentOf('/file'), 'content')
  })

  it('what a client wrote it has seen: an older version shown later is refused', async () => {
    await run(client.add('/file', Buffer.from('old')))
    const [[key, old] = []] = swarm.coordinator.entries
    await run(client.replace('/file', Buffer.from('new')))
    assert(key !== undefined && old)
    swarm.coordinator.entries.set(key, old)
    await assert.rejects(contentOf('/file'), { code: 'integrity' })
  })

  describe('under a lock', () => {
    beforeEach(async () => {
      await run(client.add('/file', Buffer.from('as it was')))
    })

    it('an upload names its fence; what the coordinator says of it is told, and nothing is changed', async () => {
      const lock = await run(client.lock('/file'))
      assert.equal(lock.fence.file, (await run(client.stat('/file'))).id)
      await run(client.replace('/file', Buffer.from('new'), { lock }))
      const { fence } = swarm.coordinator.bodies('openIntent').at(-1) ?? {}
      assert.deepEqual(
        [fence && toHex(fence.session), fence && toHex(fence.file), fence?.number],
        [lock.fence.session, lock.fence.file, lock.fence.number],
      )
      swarm.coordinator.before = ({ name }) => {
        if (name === 'commit') throw new HiroError('lease-lapsed', 'it is not held any more')
      }
      const late = client.replace('/file', Buffer.from('late'), { lock: { fence: lock.fence } })
      await assert.rejects(run(late), { code: 'lease-lapsed' })
      assert.equal(swarm.coordinator.count('abortIntent'), 1)
      swarm.coordinator.before = undefined
      assert.equal(await contentOf('/file'), 'new')
    })

    it('an upload ends when the lock is lost, also in the midst of its source, and in doubt the coordinator is asked', async () => {
      const lock = await run(client.lock('/file'))
      async function* slow() {
        yield Buffer.alloc(2_000)
        await new Promise(() => {})
      }
      swarm.clock.after(1_000, () => void lock.release())
      await assert.rejects(run(client.replace('/file', slow(), { lock })), { code: 'lease-lapsed' })

      const second = await run(client.lock('/file'))
      swarm.coordinator.before = async ({ name }) => {
        if (name !== 'commit') return
        void second.release()
        await new Promise(() => {})
      }
      await assert.rejects(run(client.replace('/file', Buffer.from('late'), { lock: second })), {
        code: 'lease-lapsed',
      })
      swarm.coordinator.before = undefined
      assert.equal(await contentOf('/file'), 'as it was')
      await assert.rejects(run(client.replace('/file', Buffer.from('late'), { lock: second })), {
        code: 'lease-lapsed',
      })
    })

    it('everything is given back with the client', async () => {
      await run(client.lock('/'))
      await run(client.close())
      assert.equal(swarm.coordinator.count('closeSession'), 1)
    })
  })

  it('another vault opens nothing', async () => {
    await run(client.add('/file', Buffer.from('content')))
    const { keys } = swarm.ports.namespace
    const stranger = open('stranger', { keys: { ...keys, records: new Uint8Array(32) } })
    await assert.rejects(run(stranger.stat('/file')), { code: 'integrity' })
    const other = open('other', { keys: { ...keys, names: new Uint8Array(32) } })
    await assert.rejects(run(other.stat('/file')), { code: 'not-found' })
  })

  it('closed, also by leaving its scope: what is under way ends, later calls are refused, closing again is harmless', async () => {
    swarm.coordinator.before = async ({ name }) => {
      if (name === 'lookup') await new Promise(() => {})
    }
    const pending = client.stat('/file').catch((error: unknown) => error)
    swarm.clock.after(1_000, () => void client.close())
    const error = await run(pending)
    assert(error instanceof HiroError && error.code === 'unreachable')
    await assert.rejects(run(client.stat('/file')), { code: 'unreachable' })
    await client.close()
    const scoped = async (): Promise<HiroClient> => {
      await using inner = open('scoped')
      return inner
    }
    await assert.rejects(run((await scoped()).status()), { code: 'unreachable' })
  })
})
