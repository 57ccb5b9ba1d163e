import assert from 'node:assert/strict'
import type { HiroClient } from '../../../client/hiro-client.ts'
import type { WatchedChange, Watching } from '../../../client/index.ts'
import { sleep } from '../../../shared/clock/sleep.ts'
import { CHANGES_WAIT_MS_MAX } from '../../../shared/limits.ts'
import { QuietSwarm } from './quiet-swarm-fixture.ts'

const text = (change: WatchedChange): string =>
  change.kind === 'moved' ? `moved ${change.from} ${change.path}` : `${change.kind} ${change.path}`

/** The next ones, in order. */
async function take(watching: Watching, count: number): Promise<string[]> {
  const told: string[] = []
  while (told.length < count) {
    const { done, value } = await watching.next()
    if (done) break
    told.push(text(value))
  }
  return told
}

/** All that was told by the time that `last` is. */
async function upTo(watching: Watching, last: string): Promise<string[]> {
  const told: string[] = []
  while (told.at(-1) !== last) told.push(...(await take(watching, 1)))
  return told
}

const write = async (client: HiroClient, path: string, content: string): Promise<void> => {
  await using file = await client.open(path, 'a')
  await file.append(Buffer.from(content))
}

describe('watching', () => {
  it('tells, by path and in order, what another client does, and this one', async () => {
    await new QuietSwarm('watched').run(async (one, other) => {
      await other.mkdir('/in/deep', { parents: true })
      await using all = one.watch('/in', { recursive: true })
      await using shallow = one.watch('/in')
      await Promise.all([all.ready, shallow.ready])
      await other.add('/in/a', Buffer.from('a'))
      await write(other, '/in/a', 'more')
      await other.chmod('/in/a', 0o600)
      await one.move('/in/a', '/in/deep/b')
      await other.mkdir('/in/deep/er')
      await other.addPack([{ path: '/in/deep/er/c', bytes: Buffer.from('c'), mode: 0o644, mtimeMs: 0 }])
      await other.move('/in/deep', '/in/moved')
      await other.add('/in/moved/er/d', Buffer.from('d'))
      await other.move('/in/moved/b', '/out')
      await other.add('/elsewhere', Buffer.from('e'))
      await other.move('/elsewhere', '/in/moved/from elsewhere')
      await other.remove('/in/moved', { recursive: true })
      await other.restore('/in/moved')
      await other.mkdir('/in/last')
      assert.deepEqual(await upTo(all, 'made /in/last'), [
        'made /in/a',
        'changed /in/a',
        'changed /in/a',
        'moved /in/a /in/deep/b',
        'made /in/deep/er',
        'made /in/deep/er/c',
        'moved /in/deep /in/moved',
        'made /in/moved/er/d',
        'removed /in/moved/b',
        'made /in/moved/from elsewhere',
        'removed /in/moved',
        'made /in/moved',
        'made /in/last',
      ])
      assert.deepEqual(await upTo(shallow, 'made /in/last'), [
        'made /in/a',
        'changed /in/a',
        'changed /in/a',
        'removed /in/a',
        'moved /in/deep /in/moved',
        'removed /in/moved',
        'made /in/moved',
        'made /in/last',
      ])
    })
  })

  it('a step of an edit is told when it is published, and a file that is watched itself', async () => {
    await new QuietSwarm('edited').run(async (one, other) => {
      await other.add('/f', Buffer.from('before'))
      await using watching = one.watch('/f')
      await watching.ready
      await using file = await other.open('/f', 'r+')
      for (const word of ['one', 'two']) {
        await file.write(Buffer.from(word), 0)
        await file.sync()
        assert.deepEqual(await take(watching, 1), ['changed /f'])
      }
      await other.remove('/f')
      assert.deepEqual(await take(watching, 1), ['removed /f'])
    })
  })

  it('what a folder above takes away, or brings, may be anything', async () => {
    await new QuietSwarm('above').run(async (one, other) => {
      await other.mkdir('/a/b/c', { parents: true })
      await using watching = one.watch('/a/b/c')
      await watching.ready
      await other.move('/a/b', '/elsewhere')
      await other.move('/elsewhere', '/a/b')
      await other.add('/a/b/c/f', Buffer.from('f'))
      assert.deepEqual(await take(watching, 3), ['overflow /a/b/c', 'overflow /a/b/c', 'made /a/b/c/f'])
    })
  })

  it('goes on over a restart of the coordinator, and misses nothing that came in between', async () => {
    const swarm = new QuietSwarm('restarted')
    await swarm.run(async (one, other) => {
      await using watching = one.watch('/')
      await watching.ready
      await other.mkdir('/before')
      assert.deepEqual(await take(watching, 1), ['made /before'])
      await swarm.swarm.coordinator.stop()
      await sleep(swarm.swarm.clock, 3_000)
      await swarm.swarm.coordinator.start()
      await other.mkdir('/after')
      assert.deepEqual(await take(watching, 1), ['made /after'])
    })
  })

  it('begins with what is there, ends with its signal, and asks nothing any more when nobody watches', async () => {
    const swarm = new QuietSwarm('ends')
    await swarm.run(async (one) => {
      await assert.rejects(one.watch('/none').next(), { code: 'not-found' })
      const interrupted = new AbortController()
      const watching = one.watch('/', { signal: interrupted.signal })
      await watching.ready
      assert.equal(one.changes.alive, true)
      const next = assert.rejects(watching.next(), { code: 'aborted' })
      interrupted.abort()
      await next
      assert.equal(one.changes.alive, false)
      const left = one.watch('/')
      await left.ready
      await left.return?.()
      assert.equal(one.changes.alive, false)
      await sleep(swarm.swarm.clock, 2 * CHANGES_WAIT_MS_MAX)
      const closed = one.watch('/')
      await closed.ready
      const rest = assert.rejects(closed.next(), { code: 'unreachable' })
      await one.close()
      await rest
    })
  })
})
