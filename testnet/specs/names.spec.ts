import assert from 'node:assert/strict'
import { fails, mustRead, ok, put } from './commands-fixture.ts'
import { useLibrary } from './library-fixture.ts'
import { ownSwarm } from './swarm-fixture.ts'

describe('attributes, links and files without content', function () {
  this.timeout(120_000)
  const swarm = ownSwarm({ workers: 3 })
  const killCoordinator = async (): Promise<void> => {
    const { net } = swarm
    await net.kill('coordinator')
    await net.start('coordinator')
    await net.waitJoined()
  }

  it('are there when the coordinator was killed right after', async () => {
    const { net } = swarm
    await put(net, '/f', 'content')
    const before = await useLibrary(
      net,
      `await client.makeFile('/made', { mode: 0o600, exclusive: true })
       await client.symlink('f', '/link')
       await client.chown('/f', { uid: 1000, gid: 1001 })
       await client.utimes('/f', { mtimeMs: 1_600_000_000_123, mtimeNanos: 456_789 })
       await client.setXattr('/f', 'user.a', Buffer.from('value'))
       return [await client.chmod('/f', 0o640), await client.stat('/made'), await client.stat('/link')]`,
    )
    await killCoordinator()
    const after = await useLibrary(
      net,
      `const entries = []
       for (const path of ['/f', '/made', '/link']) entries.push(await client.stat(path))
       return entries`,
    )
    assert.deepEqual(after, before)
    const value = await useLibrary(net, "return String(Buffer.from(await client.getXattr('/f', 'user.a')))")
    assert.equal(value, 'value')
    await mustRead(net, '/f', 'content')
    await mustRead(net, '/made', '')
    await put(net, '/made', 'filled', '--replace')
    await mustRead(net, '/made', 'filled')
    await fails(net, 4, /"\/link" is a symbolic link/, ['cat', '/link'])
    assert.match((await ok(net, ['stat', '/f'])).stdout, /\nowner +1000:1001\nattributes +user\.a\n/)
  })

  it('two processes that change different attributes of one file at once: all of them are there', async () => {
    const { net } = swarm
    await useLibrary(net, "await client.makeFile('/busy')")
    const names = (who: number) => Array.from({ length: 15 }, (_, at) => `user.${who}.${at}`)
    const setAll = async (who: number): Promise<unknown> =>
      await useLibrary(
        net,
        `for (const name of ${JSON.stringify(names(who))}) await client.setXattr('/busy', name, new Uint8Array())`,
      )
    await Promise.all([setAll(1), setAll(2)])
    const found = await useLibrary(net, "return await client.listXattrs('/busy')")
    assert.deepEqual((found as string[]).toSorted(), [...names(1), ...names(2)].toSorted())
  })

  it('a large folder is gone through page by page by programs that begin anew each time', async () => {
    const { net } = swarm
    await useLibrary(
      net,
      `await client.mkdir('/many')
       await Promise.all(Array.from({ length: 300 }, async (_, at) => await client.makeFile('/many/' + at)))`,
    )
    const seen: string[] = []
    let after: string | undefined
    for (let more = true; more; ) {
      const page = (await useLibrary(
        net,
        `const { entries, more } = await client.readdir('/many', { limit: 100, after: ${JSON.stringify(after)} })
         return { names: entries.map(({ entry }) => entry.name), after: entries.at(-1)?.cursor, more }`,
      )) as { names: string[]; after: string; more: boolean }
      seen.push(...page.names)
      after = page.after
      more = page.more
    }
    assert.deepEqual(seen.toSorted(), Array.from({ length: 300 }, (_, at) => String(at)).toSorted())
  })
})
