import assert from 'node:assert/strict'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { waitFor } from '../process/wait.ts'
import { backedUp, loseCoordinator, restoreCoordinator, restoreFrom } from '../restore.ts'
import { randomBytes } from './bytes-fixture.ts'
import { mustRead, ok, pieceFile, piecesOf, put } from './commands-fixture.ts'
import { ownSwarm } from './swarm-fixture.ts'

describe("the coordinator's disk is lost", function () {
  this.timeout(180_000)
  const swarm = ownSwarm({ workers: 3, env: { HIRO_BACKUP_SECONDS: '3' } })

  it('and it is restored on an empty folder: all that the last backup knew is there, and nothing newer was collected', async () => {
    const { net } = swarm
    const large = randomBytes('restore', 9 * 2 ** 20)
    const tree = `${swarm.folder}/tree`
    await mkdir(tree)
    await writeFile(`${tree}/large`, large)
    await writeFile(`${tree}/replaced`, 'before')
    for (let at = 0; at < 10; at++) await writeFile(`${tree}/small-${at}`, `small ${at}`)
    await ok(net, ['add', tree, '--to', '/tree'])
    await ok(net, ['rm', '/tree/small-0'])
    await ok(net, ['mkdir', '/kept'])
    await put(net, '/kept/f', large.subarray(0, 100_000))
    await ok(net, ['snapshot', 'create', 's', '/kept'])
    await ok(net, ['rm', '--now', '/kept/f'])
    await backedUp(net)
    await put(net, '/late', randomBytes('late', 300_000))
    const late = await piecesOf(net, '/late')
    await put(net, '/tree/replaced', 'after', '--replace')

    const old = await loseCoordinator(net)
    await restoreCoordinator(net)
    await net.start('coordinator')
    await net.waitJoined()
    // What followed the last backup is gone from the tree, or was just in time; an older version that is shown again is no forgery.
    await ok(net, ['get', '/tree', `${swarm.folder}/back`])
    const names = Array.from({ length: 9 }, (_, at) => `small-${at + 1}`)
    assert.deepEqual((await readdir(`${swarm.folder}/back`)).toSorted(), ['large', 'replaced', ...names])
    assert.deepEqual(await readFile(`${swarm.folder}/back/large`), large)
    for (const [at, name] of names.entries()) {
      assert.equal(await readFile(`${swarm.folder}/back/${name}`, 'utf8'), `small ${at + 1}`)
    }
    assert.match(await readFile(`${swarm.folder}/back/replaced`, 'utf8'), /^(before|after)$/)
    await mustRead(net, '/kept/.snapshots/s/f', large.subarray(0, 100_000))
    await put(net, '/new', 'after the restore')
    await backedUp(net)
    for (const { cid, workers } of late) {
      for (const who of workers) assert(await isFile(pieceFile(net, who, cid)), `${who} collected ${cid}`)
    }

    await net.kill('coordinator')
    const restored = `${old}-restored`
    await rename(net.files('coordinator').folder, restored)
    await rename(old, net.files('coordinator').folder)
    await net.start('coordinator')
    const refused = async (): Promise<boolean> => (await net.logs('worker-1')).includes('this worker has seen 2')
    await waitFor(refused, { otherwise: 'worker-1 joined a coordinator of an older epoch', timeoutMs: 20_000 })
    await net.stop('worker-2')
    const joining = net.start('worker-2')
    joining.catch(() => {})
    await waitFor(async () => (await net.logs('worker-2')).includes('this worker has seen 2'), {
      otherwise: 'worker-2 forgot the epoch with its process',
      timeoutMs: 20_000,
    })
    await net.kill('coordinator')
    await rm(net.files('coordinator').folder, { recursive: true })
    await rename(restored, net.files('coordinator').folder)
    await net.start('coordinator')
    await joining
    await net.waitJoined()
    await mustRead(net, '/new', 'after the restore')
  })

  it('a folder with metadata is never restored into, and without the vault there is nothing to read', async () => {
    const { net } = swarm
    await backedUp(net)
    const into = await restoreFrom(net, [net.address('worker-1')])
    assert.match(into.stderr, /has metadata of a coordinator/)
    assert.equal(into.code, 4)
    await ok(net, [
      'init',
      '--home',
      `${swarm.folder}/stranger`,
      '--coordinator',
      net.address('coordinator'),
      '--secret-file',
      net.files('coordinator').secret,
    ]).catch(() => {})
    const args = ['coordinator', 'restore', '--home', `${swarm.folder}/elsewhere`]
    const strangers = [...args, '--vault', `${swarm.folder}/stranger/client/vault`]
    const asked = await net.hiro([...strangers, net.address('worker-1')])
    assert.match(asked.stdout, /left out: .*only the coordinator, and whoever restores it with the vault/)
    assert.match(asked.stderr, /there is no snapshot for this vault/)
    const read = await net.hiro([...strangers, net.files('worker-1').folder])
    assert.match(read.stderr, /there is no snapshot for this vault/)
    assert.deepEqual([asked.code, read.code], [3, 3])
  })
})

async function isFile(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  )
}
