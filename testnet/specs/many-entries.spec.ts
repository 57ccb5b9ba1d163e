import assert from 'node:assert/strict'
import { peakMemoryBytes } from '../process/proc.ts'
import { ok } from './commands-fixture.ts'
import { useLibrary } from './library-fixture.ts'
import { ownSwarm } from './swarm-fixture.ts'

const ENTRIES = 100_000
const PEAK_BYTES_MAX = 256 * 2 ** 20
/** It backs up what changed meanwhile, too: 270 MiB were seen, and it should be less. */
const COORDINATOR_PEAK_BYTES_MAX = 320 * 2 ** 20
/** Calls at once. */
const LANES = 64

describe('100,000 entries in one folder', function () {
  this.timeout(300_000)
  const swarm = ownSwarm({ workers: 1 })

  it('are listed, each once, page by page; memory stays bounded; they go in one step', async () => {
    const { net } = swarm
    await useLibrary(
      net,
      `await client.mkdir('/many')
       let next = 0
       const lane = async () => { while (next < ${ENTRIES}) await client.mkdir('/many/' + next++) }
       await Promise.all(Array.from({ length: ${LANES} }, lane))`,
    )

    const listed = await ok(net, ['ls', '/many'])
    const names = listed.stdout.trimEnd().split('\n')
    assert.equal(names.length, ENTRIES)
    assert.equal(new Set(names).size, ENTRIES)
    assert(names.every((name) => Number(name) < ENTRIES))
    // One that pages does not need them all.
    const some = `let seen = 0
      for await (const entry of client.list('/many')) if (++seen === 3) break
      return [seen, (await client.stat('/many/${ENTRIES - 1}')).kind]`
    assert.deepEqual(await useLibrary(net, some), [3, 'folder'])

    await ok(net, ['rm', '-r', '/many'])
    assert.equal((await ok(net, ['ls'])).stdout, '')
    for (const [who, bytes, bytesMax] of [
      ['hiro ls', listed.peakBytes, PEAK_BYTES_MAX],
      ['the coordinator', peakMemoryBytes(net.pid('coordinator') ?? 0) ?? 0, COORDINATOR_PEAK_BYTES_MAX],
    ] as const) {
      assert(bytes > 0 && bytes < bytesMax, `${who} had ${bytes} bytes at its peak`)
    }
  })
})
