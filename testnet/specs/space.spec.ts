import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { SwarmView } from '../control-view.ts'
import type { RunningHiro } from '../process/hiro.ts'
import type { Testnet } from '../testnet.ts'
import { randomBytes } from './bytes-fixture.ts'
import { isThere, ok, piecesOf, put } from './commands-fixture.ts'
import { ownSwarm } from './swarm-fixture.ts'

const MIB = 2 ** 20
/** The lease of an upload whose client is gone runs out, then the collector comes round. */
const LEASE_TIMEOUT_MS = 60_000
const COLLECT_TIMEOUT_MS = 30_000
const STAYS = '/stays'

describe('space comes back', function () {
  this.timeout(120_000)
  const swarm = ownSwarm({ workers: 3, trashSeconds: 0 })
  const other = ownSwarm({ workers: 3 })
  const large = randomBytes('space', 6 * MIB)
  /** In the other swarm an upload is killed, and its lease runs while this one is looked at. */
  let killed: Promise<void>

  before(async () => {
    for (const { net } of [swarm, other]) await put(net, STAYS, randomBytes('stays', 2 * MIB))
    const adding = await beginUpload(other.net)
    adding.kill('SIGKILL')
    await adding.ended
    killed = waitUntilOnlyStays(other.net, LEASE_TIMEOUT_MS)
    killed.catch(() => {})
  })

  it('when an upload is interrupted', async () => {
    const adding = await beginUpload(swarm.net)
    adding.kill('SIGINT')
    const { code, stderr } = await adding.ended
    assert.equal(code, 130)
    assert.match(stderr, /^hiro: add: /)
    await waitUntilOnlyStays(swarm.net, COLLECT_TIMEOUT_MS)
    assert.equal(await isThere(swarm.net, '/aborted'), false)
  })

  it('when files are removed and replaced', async () => {
    const { net } = swarm
    await put(net, '/large', large)
    await put(net, '/small', 'lives in the index')
    await put(net, '/large', large, '--replace')
    await ok(net, ['mkdir', '/folder'])
    await put(net, '/folder/large', large)
    await net.waitForStatus('it did not arrive', (view) => usedBytes(view) > 3 * 2 * large.byteLength)
    for (const path of ['/large', '/small', '/folder']) await ok(net, ['rm', '-r', path])
    await waitUntilOnlyStays(net, COLLECT_TIMEOUT_MS)
  })

  it('when the client of an upload is killed', async () => {
    await killed
    assert.equal(await isThere(other.net, '/aborted'), false)
    assert.equal((await other.net.status()).uploads, 0)
  })
})

/** An upload of `/aborted` that has some pieces on the workers, and goes no further. */
async function beginUpload(net: Testnet): Promise<RunningHiro> {
  const adding = net.startHiro(['add', '-', '--to', '/aborted'])
  adding.stdout.resume()
  adding.stdin.write(randomBytes('aborted', 13 * MIB))
  await net.waitForStatus('nothing arrived', (view) => usedBytes(view) > 3 * 10 * MIB)
  return adding
}

/** Resolves when workers count, and disks hold, what is in the one file that stays, and no more. */
async function waitUntilOnlyStays(net: Testnet, timeoutMs: number): Promise<void> {
  const pieces = await piecesOf(net, STAYS)
  const bytes = pieces.reduce((sum, { size, workers }) => sum + size * workers.length, 0)
  const isBack = (view: SwarmView): boolean =>
    usedBytes(view) === bytes && view.workers.every((one) => one.removals === 0)
  await net.waitForStatus(`there were not ${bytes} bytes again`, isBack, timeoutMs)
  for (const who of net.workerNames)
    assert.deepEqual(
      await pieceFiles(net, who),
      pieces.map(({ cid }) => cid),
      who,
    )
}

/** As heartbeats told it. */
function usedBytes({ workers }: SwarmView): number {
  return workers.reduce((sum, worker) => sum + worker.usedBytes, 0)
}

async function pieceFiles(net: Testnet, who: Testnet['names'][number]): Promise<string[]> {
  const entries = await readdir(join(net.files(who).store, 'pieces'), { recursive: true, withFileTypes: true })
  // Beside the pieces lie the mark of the store and the note of its audit.
  return entries.filter((entry) => entry.isFile() && !['store', 'audit'].includes(entry.name)).map(({ name }) => name)
}
