import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../planted-folder.ts'

const packaged = `node-linux-${process.arch}`
const tells = 'console.log(JSON.stringify({ script: process.argv[1], args: process.argv.slice(2) }))'

describe('launcher', () => {
  let folder: string
  let hiro: string

  /** A package in a folder of its own, with a name that a careless script trips over. */
  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'hiro-launcher-')), "it's a $HOME")
    hiro = join(folder, 'node_modules/hiro/bin/hiro')
    mkdirSync(join(folder, 'node_modules/hiro/bin'), { recursive: true })
    cpSync(join(root, 'bin/hiro'), hiro)
  })
  afterEach(() => rmSync(join(folder, '..'), { recursive: true }))

  function put(path: string, text: string): string {
    const file = join(folder, path)
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, text)
    return file
  }

  function putNode(path: string, version?: string): string {
    const file = put(
      path,
      version === undefined ? `#!/bin/sh\nexec '${process.execPath}' "$@"\n` : `#!/bin/sh\necho ${version}\n`,
    )
    chmodSync(file, 0o755)
    return file
  }

  function launch(program: string, args: string[], path = '/usr/bin:/bin') {
    return spawnSync(program, args, { encoding: 'utf8', cwd: '/', env: { PATH: path, CDPATH: '/usr' } })
  }

  function told(program: string, args: string[] = []) {
    const { stdout, stderr, status } = launch(program, args)
    assert.deepEqual([stderr, status], ['', 0])
    return JSON.parse(stdout) as { script: string; args: string[] }
  }

  it('runs the TypeScript of a checkout, and the compiled twin of an installed package', () => {
    putNode(`node_modules/hiro/node_modules/${packaged}/bin/node`)
    put('node_modules/hiro/dist/hiro.js', tells)
    assert.equal(told(hiro).script, join(folder, 'node_modules/hiro/dist/hiro.js'))

    const checkout = put('checkout/bin/hiro', '')
    cpSync(hiro, checkout)
    putNode(`checkout/node_modules/${packaged}/bin/node`)
    put('checkout/dist/hiro.js', 'throw new Error("stale")')
    put('checkout/bin/hiro.ts', tells)
    assert.equal(told(checkout).script, join(folder, 'checkout/bin/hiro.ts'))
  })

  it('finds its Node.js in the node_modules of a parent, where npm hoists it', () => {
    putNode(`node_modules/${packaged}/bin/node`)
    put('node_modules/hiro/dist/hiro.js', tells)
    assert.deepEqual(told(hiro, ['add', 'a b', '', '--x=*']).args, ['add', 'a b', '', '--x=*'])
  })

  it('is found through links to links, absolute and relative', () => {
    putNode(`node_modules/${packaged}/bin/node`)
    put('node_modules/hiro/dist/hiro.js', tells)
    mkdirSync(join(folder, 'node_modules/.bin'))
    symlinkSync('../hiro/bin/hiro', join(folder, 'node_modules/.bin/hiro'))
    symlinkSync(join(folder, 'node_modules/.bin/hiro'), join(folder, 'link'))
    assert.equal(told(join(folder, 'link')).script, join(folder, 'node_modules/hiro/dist/hiro.js'))
  })

  it('without its own, takes a Node.js of the host that is new enough', () => {
    const node = putNode('host/node', 'v24.1.0')
    const { stdout, status } = launch(hiro, [], `${join(node, '..')}:/usr/bin:/bin`)
    assert.deepEqual([stdout, status], ['v24.1.0\n', 0])
  })

  it('says so when the Node.js of the host is too old', () => {
    const node = putNode('host/node', 'v9.11.2')
    const { stderr, status } = launch(hiro, [], `${join(node, '..')}:/usr/bin:/bin`)
    assert.equal(status, 1)
    assert.match(stderr, /^hiro: .*host\/node is v9\.11\.2; Hiro needs Node\.js 24 or newer\n$/)
  })

  it('says so when there is no Node.js at all', () => {
    for (const tool of ['sh', 'uname', 'dirname', 'readlink']) {
      const found = spawnSync('/bin/sh', ['-c', `command -v ${tool}`], { encoding: 'utf8' }).stdout.trim()
      mkdirSync(join(folder, 'tools'), { recursive: true })
      symlinkSync(found, join(folder, 'tools', tool))
    }
    const { stderr, status } = launch(hiro, [], join(folder, 'tools'))
    assert.deepEqual([stderr, status], ['hiro: found no Node.js; Hiro needs version 24 or newer\n', 1])
  })
})
