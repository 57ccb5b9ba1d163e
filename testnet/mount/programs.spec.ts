import assert from 'node:assert/strict'
import { join } from 'node:path'
import { needs } from '../machine/needs-fixture.ts'
import { packageRoot } from '../process/entry.ts'
import { lackOfCompiler } from './compile.ts'
import { type Fault, faultEnv } from './faults.ts'
import { localFolder } from './local-folder-fixture.ts'
import { programsSuite } from './programs/programs-suite.ts'
import { outcomeOf } from './run.ts'

const MOCHA = join(packageRoot, 'node_modules/mocha/bin/mocha.js')
const SPEC = 'testnet/mount/programs.spec.ts'

/** Each fault, how often it plays, and words of the title of what must fail with it. */
const planted: readonly (readonly [fault: Fault, every: number, title: string])[] = [
  ['drop-write', 100, 'local programs git'],
  ['drop-write', 50, 'tar packs'],
  ['lock-all', 1, 'rollback journal 3 processes'],
  ['rename-in-two', 1, 'a file saved'],
  ['tear-write', 3, 'processes in one folder'],
]

describe('local', () => {
  programsSuite(localFolder())
})

describe('with a fault planted', function () {
  this.timeout(120_000)
  needs(lackOfCompiler)
  const folder = localFolder()

  for (const [fault, every, title] of planted) {
    it(`${fault}, one time in ${every}: noticed by the suite’s part`, async () => {
      const env = { ...(await faultEnv(fault, folder(), every)), TMPDIR: folder() }
      const argv = [process.execPath, MOCHA, '--reporter', 'dot', '--fgrep', title, SPEC]
      const { end, stdout } = await outcomeOf({ argv, cwd: packageRoot, env })
      assert.match(stdout, /\d+ failing/, stdout)
      assert.notEqual(end, 0)
    })
  }
})
