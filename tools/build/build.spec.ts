import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../planted-folder.ts'

/** What a command that needs no swarm must not wait for. */
const network = ['libp2p', '@libp2p', '@chainsafe']

describe('installed package', () => {
  let folder: string
  let hiro: string

  before(async function () {
    this.timeout(60_000)
    folder = await mkdtemp(join(tmpdir(), 'hiro-installed-'))
    const modules = join(folder, 'node_modules')
    await mkdir(join(modules, 'hiro/bin'), { recursive: true })
    for (const file of ['package.json', 'bin/hiro']) await cp(join(root, file), join(modules, 'hiro', file))
    for (const name of await readdir(join(root, 'node_modules'))) {
      if (!network.includes(name)) await symlink(join(root, 'node_modules', name), join(modules, name))
    }
    hiro = join(modules, 'hiro/bin/hiro')
    const build = [join(import.meta.dirname, 'main.ts'), join(modules, 'hiro/dist')]
    assert.equal(spawnSync(process.execPath, build, { stdio: 'inherit' }).status, 0)
  })
  after(() => rm(folder, { recursive: true, force: true }))

  it('runs compiled, as Node strips no types under node_modules; and --help loads no network', () => {
    const { stdout, stderr, status } = spawnSync(hiro, ['--help'], { encoding: 'utf8' })
    assert.deepEqual([stderr, status], ['', 0])
    assert.match(stdout, /hiro/)
  })

  it('carries no tests', async () => {
    const files = await readdir(join(hiro, '../../dist'), { recursive: true })
    assert.deepEqual(
      files.filter((file) => /\.spec\.|-suite\.|^tools/.test(file)),
      [],
    )
  })
})
