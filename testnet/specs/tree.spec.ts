import assert from 'node:assert/strict'
import { chmod, mkdir, readlink, symlink, unlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CHUNK_SIZE_BYTES } from '../../shared/limits.ts'
import { differences, readTree } from '../demo/files.ts'
import { randomBytes } from './bytes-fixture.ts'
import { ok } from './commands-fixture.ts'
import { sharedSwarm } from './swarm-fixture.ts'

describe('a tree of files', function () {
  this.timeout(60_000)
  const swarm = sharedSwarm()

  it('comes back with modes, times, empty folders and empty files, and names of all kinds', async () => {
    const { net, folder } = swarm
    const source = join(folder, 'source')
    const contents: Record<string, Buffer> = {
      empty: Buffer.alloc(0),
      'one byte': Buffer.from('x'),
      'deep/er/and/deep er/file.txt': Buffer.from('deep'),
      'largest inside the index': randomBytes('inline', 60_000),
      'exactly one chunk': randomBytes('chunk', CHUNK_SIZE_BYTES),
      'chunk and a byte': randomBytes('chunk and', CHUNK_SIZE_BYTES + 1),
      'ümläut 漢字 🦭': Buffer.from('names'),
      '-r': Buffer.from('like an option'),
      '...': Buffer.from('dots'),
      ' leading and trailing ': Buffer.from('spaces'),
      'line\nbreak\tand\u001b[31mred': Buffer.from('controls'),
      ['n'.repeat(255)]: Buffer.from('long'),
    }
    await mkdir(join(source, 'deep/er/and/deep er'), { recursive: true })
    for (const [name, bytes] of Object.entries(contents)) await writeFile(join(source, name), bytes)
    await mkdir(join(source, 'empty folder/in empty folder'), { recursive: true })
    await chmod(join(source, 'one byte'), 0o400)
    await chmod(join(source, 'empty'), 0o666)
    await chmod(join(source, 'deep/er'), 0o711)
    await chmod(join(source, 'deep/er/and/deep er/file.txt'), 0o755)
    await utimes(join(source, 'one byte'), 1_000_000_000, 1_000_000_000.123)
    await utimes(join(source, 'empty folder'), 0, 1)
    const tree = await readTree(source)

    await ok(net, ['add', source, '--to', '/tree'])
    await ok(net, ['get', '/tree', join(folder, 'back')])
    assert.deepEqual(differences(tree, await readTree(join(folder, 'back'))), [])
    await ok(net, ['rm', '-r', '/tree'])
  })

  it('links go and come as links, and are replaced in one step', async () => {
    const { net, folder } = swarm
    const source = join(folder, 'links')
    await mkdir(source)
    await writeFile(join(source, 'file'), 'file')
    await symlink('/etc/passwd', join(source, 'link'))
    await ok(net, ['add', source, '--to', '/links'])
    assert.equal((await ok(net, ['ls', '/links'])).stdout, 'file\nlink\n')
    assert.match((await ok(net, ['ls', '-l', '/links'])).stdout, / link -> \/etc\/passwd\n/)
    await unlink(join(source, 'link'))
    await symlink('file', join(source, 'link'))
    await ok(net, ['add', source, '--to', '/links', '--replace'])
    await ok(net, ['get', '/links', join(folder, 'links back')])
    assert.equal(await readlink(join(folder, 'links back/link')), 'file')
    const { code } = await net.hiro(['cat', '/links/link'])
    assert.equal(code, 4)
    await ok(net, ['rm', '-r', '/links'])
  })

  it('a file is put in the place of another by a move, and that one can be restored', async () => {
    const { net, folder } = swarm
    for (const name of ['one', 'two']) {
      await writeFile(join(folder, name), name)
      await ok(net, ['add', join(folder, name), '--to', `/${name}`])
    }
    assert.equal((await net.hiro(['mv', '/one', '/two'])).code, 4)
    await ok(net, ['mv', '--replace', '/one', '/two'])
    assert.equal((await ok(net, ['cat', '/two'])).stdout, 'one')
    await ok(net, ['restore', '/two', '--to', '/back'])
    assert.equal((await ok(net, ['cat', '/back'])).stdout, 'two')
    for (const path of ['/two', '/back']) await ok(net, ['rm', path])
  })
})
