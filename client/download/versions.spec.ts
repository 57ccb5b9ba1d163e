import assert from 'node:assert/strict'
import { HiroError } from '../../shared/errors.ts'
import { GROUP_EXTENTS_MAX } from '../../shared/limits.ts'
import { collect, type Scripted } from '../client-fixture.ts'
import { read } from './download.ts'
import { bytesOf, CHUNK, OneFile, PATH, WINDOW } from './one-file-fixture.ts'

describe('read, when the file changes or the coordinator lies', () => {
  let reader: OneFile
  let swarm: Scripted

  beforeEach(() => {
    reader = new OneFile('versions')
    swarm = reader.swarm
  })

  it('replaced before the first byte: all of the new content', async () => {
    await reader.add(bytesOf(3 * CHUNK))
    swarm.coordinator.before = async ({ name }) => {
      if (name !== 'readMap') return
      swarm.coordinator.before = undefined
      await reader.put(bytesOf(2 * CHUNK, 99))
    }
    assert.deepEqual(await reader.get(), bytesOf(2 * CHUNK, 99))
  })

  it('as it was listed: read without another look, unless it was replaced since', async () => {
    await reader.add(bytesOf(3 * CHUNK))
    const entry = await swarm.clock.drive(swarm.tree.stat(PATH))
    assert(entry.kind === 'file')
    const lookups = swarm.coordinator.count('lookup')
    assert.deepEqual(await reader.get({ entry }), bytesOf(3 * CHUNK))
    assert.equal(swarm.coordinator.count('lookup'), lookups)
    await reader.add(bytesOf(2 * CHUNK, 99))
    assert.deepEqual(await reader.get({ entry }), bytesOf(2 * CHUNK, 99))
    const newer = await swarm.clock.drive(swarm.tree.stat(PATH))
    assert(newer.kind === 'file' && newer.version > entry.version)
    await swarm.clock.drive(swarm.ports.versions.check(newer.id, newer.version))
    assert.deepEqual((await reader.failed({ entry })).error, undefined)
  })

  it('replaced all the time: changed in the end, and never a mixture', async () => {
    await reader.add(bytesOf(3 * CHUNK))
    swarm.coordinator.before = async ({ name }) => {
      if (name !== 'readMap') return
      await reader.put(bytesOf(2 * CHUNK, 99))
    }
    const { bytes, error } = await reader.failed()
    assert(error instanceof HiroError && error.code === 'changed')
    assert.equal(bytes.byteLength, 0)
  })

  /** Reads one slice, lets `meanwhile` happen, and reads on. */
  async function interrupted(meanwhile: () => Promise<unknown>): Promise<Buffer> {
    const run = async (): Promise<Buffer> => {
      const slices: Uint8Array[] = []
      for await (const slice of read(swarm.ports, PATH, {}, 1)) {
        if (slices.push(slice) === 1) await meanwhile()
      }
      return Buffer.concat(slices)
    }
    return await swarm.clock.drive(run())
  }

  const replace = async (): Promise<unknown> => await reader.put(bytesOf(5 * CHUNK, 7))

  it('replaced after the first byte: the old content to its end while it is there', async () => {
    const content = bytesOf(5 * CHUNK)
    await reader.add(content)
    assert.deepEqual(await interrupted(replace), content)
  })

  it('replaced after the first byte and collected: changed, and nobody is blamed for a missing copy', async () => {
    await reader.add(bytesOf(5 * CHUNK))
    const old = swarm.workers.all.flatMap(({ pieces }) => [...pieces.keys()])
    const reading = interrupted(async () => {
      await replace()
      for (const { pieces } of swarm.workers.all) for (const cid of old) pieces.delete(cid)
    })
    await assert.rejects(reading, { code: 'changed', message: '"/file" was replaced or removed while it was read' })
    assert.equal(swarm.coordinator.count('reportBad'), 0)
  })

  it('removed: not-found before the first byte, changed after it', async () => {
    await reader.add(bytesOf(5 * CHUNK))
    const remove = async (): Promise<void> => {
      await swarm.tree.remove(PATH)
      for (const { pieces } of swarm.workers.all) pieces.clear()
    }
    swarm.coordinator.before = async ({ name }) => {
      swarm.coordinator.before = undefined
      if (name === 'readMap') await remove()
    }
    await assert.rejects(interrupted(remove), { code: 'changed' })
    await assert.rejects(reader.get(), { code: 'not-found' })
  })

  it('a folder, and nothing at all, are said to be so', async () => {
    await swarm.clock.drive(swarm.tree.makeFolder('/folder'))
    const at = (path: string) => swarm.clock.drive(collect(read(swarm.ports, path, {}, WINDOW)))
    await assert.rejects(at('/folder'), { code: 'is-a-folder' })
    await assert.rejects(at('/nothing'), { code: 'not-found' })
  })

  it('a version that went back: integrity', async () => {
    await reader.add(bytesOf(CHUNK))
    const [[key, old] = []] = swarm.coordinator.entries
    await reader.add(bytesOf(2 * CHUNK))
    await reader.get()
    assert(key !== undefined && old)
    swarm.coordinator.entries.set(key, old)
    await assert.rejects(reader.get(), { code: 'integrity', message: /older than version/ })
  })

  it('a version that another reader saw between our question and its answer is no version that went back', async () => {
    await reader.add(bytesOf(CHUNK))
    swarm.coordinator.after = async ({ name }) => {
      if (name !== 'lookup') return
      swarm.coordinator.after = undefined
      await reader.put(bytesOf(3 * CHUNK))
      await collect(read(swarm.ports, PATH, {}, 1))
    }
    assert.deepEqual(await reader.get(), bytesOf(3 * CHUNK))
  })

  it('groups that the coordinator swaps, drops or takes from another version: integrity', async () => {
    const content = bytesOf((2 * GROUP_EXTENTS_MAX + 1) * 2)
    await reader.add(content, 2)
    const [groups] = swarm.coordinator.published.values()
    assert(groups)
    const [first, second, third] = [groups.get(0), groups.get(1), groups.get(2)]
    assert(first && second && third)
    groups.set(1, { ...third, group: 1 })
    await assert.rejects(reader.get(), { code: 'integrity' })
    groups.delete(1)
    await assert.rejects(reader.get(), { code: 'integrity' })
    groups.set(1, { ...second, pieces: second.pieces.slice(1) })
    await assert.rejects(reader.get(), { code: 'integrity' })
    groups.set(1, second)
    assert.deepEqual(await reader.get(), content)
  })
})
