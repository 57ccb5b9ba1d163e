import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Metafile } from 'esbuild'
import { root } from '../planted-folder.ts'
import { bundle } from './bundle.ts'

/** What a command that needs no swarm must not wait for. */
const NETWORK = /node_modules\/(libp2p|@libp2p|@chainsafe)\//

describe('installed package', () => {
  let folder: string
  let installed: string

  before(async function () {
    this.timeout(60_000)
    folder = await mkdtemp(join(tmpdir(), 'hiro-installed-'))
    const modules = join(folder, 'node_modules')
    installed = join(modules, 'hiro')
    await mkdir(join(installed, 'bin'), { recursive: true })
    for (const file of ['package.json', 'bin/hiro']) await cp(join(root, file), join(installed, file))
    for (const name of await readdir(join(root, 'node_modules'))) {
      if (name.startsWith('node-linux-')) await symlink(join(root, 'node_modules', name), join(modules, name))
    }
    const build = [join(import.meta.dirname, 'main.ts'), join(installed, 'dist')]
    assert.equal(spawnSync(process.execPath, build, { stdio: 'inherit' }).status, 0)
  })
  after(() => rm(folder, { recursive: true, force: true }))

  it('runs with no other package than its Node.js', () => {
    const { stdout, stderr, status } = spawnSync(join(installed, 'bin/hiro'), ['--help'], { encoding: 'utf8' })
    assert.deepEqual([stderr, status], ['', 0])
    assert.match(stdout, /hiro/)
  })

  it('is a library, with its types', async function () {
    this.timeout(60_000)
    await writeFile(
      join(folder, 'program.ts'),
      "import { HiroClient, openClient } from 'hiro'\n" +
        'export const open: () => Promise<HiroClient> = () => openClient("/nowhere")\n' +
        'open().catch((error: { code?: string }) => console.log(error.code, HiroClient.name))\n',
    )
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }')
    const tsc = join(root, 'node_modules/.bin/tsc')
    const flags =
      '--ignoreConfig --noEmit --strict --target esnext --module nodenext --skipLibCheck --types node'.split(' ')
    await symlink(join(root, 'node_modules/@types'), join(folder, 'node_modules/@types'))
    const checked = spawnSync(process.execPath, [tsc, ...flags, 'program.ts'], { cwd: folder, encoding: 'utf8' })
    assert.deepEqual([checked.stdout, checked.status], ['', 0])
    const { stdout } = spawnSync(process.execPath, ['program.ts'], { cwd: folder, encoding: 'utf8' })
    assert.match(stdout, /^[a-z-]+ HiroClient\n$/)
  })

  it('tells the licenses of what it holds, and carries no tests', async () => {
    const licenses = await readFile(join(installed, 'dist/LICENSES.txt'), 'utf8')
    for (const name of ['libp2p', '@chainsafe/libp2p-noise', 'multiformats', 'commander']) {
      assert.match(licenses, new RegExp(`^${name} \\d+\\.\\d+\\.\\d+, `, 'm'))
    }
    const files = await readdir(join(installed, 'dist'), { recursive: true })
    assert.deepEqual(
      files.filter((file) => /\.spec\.|-suite\.|tools/.test(file)),
      [],
    )
  })

  it('--help loads no network', async () => {
    const metafile = await bundle(join(folder, 'again'))
    const loaded = ['bin/hiro.ts', 'client/cli/index.ts'].flatMap((entry) => loadedBy(metafile, entry))
    assert(loaded.some((path) => path.includes('node_modules/commander/')))
    assert.deepEqual(
      loaded.filter((path) => NETWORK.test(path)),
      [],
    )
  })
})

/** The sources of all files that a program is linked to before its first line runs. */
function loadedBy({ outputs }: Metafile, entryPoint: string): string[] {
  const waiting = Object.keys(outputs).filter((name) => outputs[name]?.entryPoint === entryPoint)
  assert.equal(waiting.length, 1, entryPoint)
  const files = new Set<string>()
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (files.has(name)) continue
    files.add(name)
    const imported = outputs[name]?.imports.filter(({ kind, external }) => kind === 'import-statement' && !external)
    waiting.push(...(imported ?? []).map(({ path }) => path))
  }
  return [...files].flatMap((name) => Object.keys(outputs[name]?.inputs ?? {}))
}
