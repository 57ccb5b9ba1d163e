import assert from 'node:assert/strict'
import { mkdir, readdir, readFile, readlink, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runHiro } from '../process/hiro.ts'
import { waitFor } from '../process/wait.ts'
import { backedUp } from '../restore.ts'
import type { Testnet } from '../testnet.ts'
import { randomBytes } from './bytes-fixture.ts'
import { ok, pieceFile, piecesOf, put } from './commands-fixture.ts'
import { useLibrary } from './library-fixture.ts'
import { ownSwarm } from './swarm-fixture.ts'

describe('the coordinator is lost for good, and no swarm runs', function () {
  this.timeout(180_000)
  const swarm = ownSwarm({ workers: 3, env: { HIRO_BACKUP_SECONDS: '2' } })

  it("rescue gives back every file that the newest backup knows, from the workers' folders, and changes nothing in them", async () => {
    const { net, folder } = swarm
    const large = randomBytes('rescue', 9 * 2 ** 20)
    const middle = randomBytes('rescue middle', 300_000)
    const tree = join(folder, 'tree')
    await mkdir(join(tree, 'in', 'it'), { recursive: true })
    await writeFile(join(tree, 'large'), large)
    await writeFile(join(tree, 'in', 'middle'), middle, { mode: 0o640 })
    await writeFile(join(tree, 'in', 'it', 'small'), 'small')
    await writeFile(join(tree, 'empty'), '')
    await symlink('../back', join(tree, 'link'))
    await ok(net, ['add', tree, '--to', '/tree'])
    // One file is kept as shards, and one has been in the trash.
    const film = randomBytes('rescue film', 2 * 2 ** 20)
    await ok(net, ['mkdir', '/films'])
    await ok(net, ['policy', 'set', '/films', 'ec:2+1'])
    await put(net, '/films/film', film)
    await put(net, '/back', 'it was away')
    await ok(net, ['rm', '/back'])
    await ok(net, ['restore', '/back'])
    // And one never had content.
    await useLibrary(net, "await client.makeFile('/made', { mode: 0o600 }); await client.chmod('/films/film', 0o400)")
    const isSharded = async (): Promise<boolean> =>
      (await piecesOf(net, '/films/film')).every(({ workers }) => workers.length === 0)
    await waitFor(isSharded, { otherwise: 'it is not kept as shards', timeoutMs: 60_000 })
    await backedUp(net)
    const [broken] = await piecesOf(net, '/tree/in/middle')
    assert(broken)
    for (const who of net.names) await net.kill(who)
    await rm(net.files('coordinator').folder, { recursive: true })
    // Of one file a copy is damaged and one is gone; the third will do.
    const [damaged, gone, good] = broken.workers
    assert(damaged && gone && good)
    await writeFile(pieceFile(net, damaged, broken.cid), randomBytes('damage', broken.size))
    await rm(pieceFile(net, gone, broken.cid))
    const before = await listing(net)

    const { code, stderr } = await rescue(net, join(folder, 'out'))
    assert.equal(code, 0, stderr)
    assert.deepEqual(await readFile(join(folder, 'out', 'tree', 'large')), large)
    assert.deepEqual(await readFile(join(folder, 'out', 'tree', 'in', 'middle')), middle)
    assert.equal((await stat(join(folder, 'out', 'tree', 'in', 'middle'))).mode & 0o777, 0o640)
    assert.equal(await readFile(join(folder, 'out', 'tree', 'in', 'it', 'small'), 'utf8'), 'small')
    assert.equal(await readFile(join(folder, 'out', 'tree', 'empty'), 'utf8'), '')
    assert.deepEqual(await readFile(join(folder, 'out', 'films', 'film')), film)
    assert.equal(await readFile(join(folder, 'out', 'back'), 'utf8'), 'it was away')
    assert.equal(await readlink(join(folder, 'out', 'tree', 'link')), '../back')
    const made = await stat(join(folder, 'out', 'made'))
    assert.deepEqual([made.size, made.mode & 0o777], [0, 0o600])
    assert.equal((await stat(join(folder, 'out', 'films', 'film'))).mode & 0o777, 0o400)
    assert.deepEqual(await listing(net), before)

    const again = await rescue(net, join(folder, 'out'))
    assert.equal(again.code, 4)
    assert.match(again.stderr, /there is already/)

    await rm(pieceFile(net, good, broken.cid))
    const some = await rescue(net, join(folder, 'some'))
    assert.equal(some.code, 6, some.stderr)
    assert.match(some.stderr, /has a bad copy of piece/)
    assert.match(some.stderr, /\/tree\/in\/middle could not be fetched/)
    assert.deepEqual(await readFile(join(folder, 'some', 'tree', 'large')), large)
    assert.deepEqual(
      (await readdir(folder)).filter((name) => name.startsWith('.hiro')),
      [],
    )
  })
})

async function rescue(net: Testnet, out: string) {
  const stores = net.workerNames.map((who) => net.files(who).folder)
  return await runHiro(['rescue', '--vault', join(net.clientFolder, 'vault'), '--out', out, ...stores])
}

/** Every file in the stores with its size and time. */
async function listing(net: Testnet): Promise<string[]> {
  const found: string[] = []
  for (const who of net.workerNames) {
    const { store } = net.files(who)
    for (const name of await readdir(store, { recursive: true })) {
      const { size, mtimeMs } = await stat(join(store, name))
      found.push(`${who}/${name} ${size} ${mtimeMs}`)
    }
  }
  return found.toSorted()
}
