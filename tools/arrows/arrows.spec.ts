import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { plantFolder, removeFolder, root } from '../planted-folder.ts'

/** Rule → the import that breaks it, and the file that must not have it. */
const wrong: Array<{ rule: string; from: string; code: string }> = [
  { rule: 'roles-import-shared-only', from: 'worker/a.ts', code: "import '../coordinator/b.ts'" },
  { rule: 'roles-import-shared-only', from: 'client/cli/a.ts', code: "await import('../../worker/b.ts')" },
  { rule: 'roles-import-shared-only', from: 'coordinator/a.ts', code: "import type { B } from '../client/b.ts'" },
  { rule: 'roles-import-shared-only', from: 'client/c.ts', code: "import '../testnet/b.ts'" },
  { rule: 'shared-imports-nothing-of-ours', from: 'shared/a.ts', code: "import '../client/b.ts'" },
  { rule: 'testnet-runs-roles-as-processes', from: 'testnet/specs/a.spec.ts', code: "import '../../worker/b.ts'" },
  { rule: 'testnet-starts-without-the-simulator', from: 'testnet/cli/up.ts', code: "import '../simulator/b.ts'" },
  { rule: 'tools-import-shared-only', from: 'tools/a.ts', code: "import '../worker/b.ts'" },
  { rule: 'bin-dispatches-to-entries', from: 'bin/a.ts', code: "await import('../worker/b.ts')" },
  { rule: 'bin-loads-on-demand', from: 'bin/b.ts', code: "import '../worker/main.ts'" },
  { rule: 'mains-are-for-bin', from: 'worker/c.ts', code: "import './main.ts'" },
  { rule: 'libp2p-behind-the-transport', from: 'worker/d.ts', code: "import 'libp2p'" },
  { rule: 'libp2p-behind-the-transport', from: 'shared/d.ts', code: "import type { P } from '@libp2p/interface'" },
  { rule: 'libp2p-behind-the-transport', from: 'client/d.ts', code: "import '@chainsafe/libp2p-noise'" },
  { rule: 'world-behind-ports', from: 'worker/e.ts', code: "import 'node:fs/promises'" },
  { rule: 'world-behind-ports', from: 'client/e.ts', code: "import 'node:worker_threads'" },
  { rule: 'world-behind-ports', from: 'coordinator/e.ts', code: "import 'net'" },
  { rule: 'no-cycles', from: 'shared/ring-a.ts', code: "import './ring-b.ts'" },
  { rule: 'tests-are-for-tests', from: 'shared/f.ts', code: "import './port-suite.ts'" },
  { rule: 'only-what-the-package-brings', from: 'shared/g.ts', code: "import 'fast-check'" },
  { rule: 'imports-resolve', from: 'shared/h.ts', code: "import './nowhere.ts'" },
]

const right: Record<string, string> = {
  'bin/hiro.ts': "await import('../worker/main.ts'); await import('../client/cli/main.ts')",
  'client/cli/main.ts': "import '../b.ts'; import 'node:fs'",
  'client/b.ts': "import '../shared/b.ts'",
  'coordinator/b.ts': "import '../shared/b.ts'; import 'node:crypto'",
  'worker/main.ts': "import './b.ts'; import 'node:fs'",
  'worker/b.ts': "import '../shared/b.ts'",
  'shared/transport/libp2p.ts': "import 'libp2p'",
  'shared/b.ts': '',
  'shared/b.spec.ts': "import './port-suite.ts'; import 'fast-check'; import 'node:fs'",
  'shared/port-suite.ts': '',
  'shared/ring-b.ts': "import type { A } from './ring-a.ts'",
  'testnet/b.ts': "import '../shared/b.ts'; import 'node:child_process'",
  'testnet/simulator/b.ts': "import '../../coordinator/b.ts'; import '../../worker/b.ts'; import '../../client/b.ts'",
  'testnet/specs/b.spec.ts': "import '../simulator/b.ts'",
}

interface Cruised {
  summary: { violations: Array<{ from: string; rule: { name: string } }> }
}

describe('arrows between folders', () => {
  let violations: Cruised['summary']['violations']

  before(async () => {
    const planted = Object.fromEntries(wrong.map(({ from, code }) => [from, code]))
    const folder = await plantFolder(['.dependency-cruiser.mjs'], { ...right, ...planted })
    const cruiser = join(root, 'node_modules/.bin/depcruise')
    const roots = ['shared', 'coordinator', 'worker', 'client', 'testnet', 'bin', 'tools']
    const args = [cruiser, '--config', '.dependency-cruiser.mjs', '--output-type', 'json', ...roots]
    const run = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
    await removeFolder(folder)
    assert.equal(run.stderr, '')
    violations = (JSON.parse(run.stdout) as Cruised).summary.violations
  })

  for (const { rule, from, code } of wrong) {
    it(`${rule}: ${from} with ${code}`, () => {
      const found = violations.filter((violation) => violation.from === from)
      assert.deepEqual([...new Set(found.map((violation) => violation.rule.name))], [rule])
    })
  }

  it('finds nothing wrong with imports that point the right way', () => {
    const planted = new Set(wrong.map(({ from }) => from))
    const found = violations.filter(({ from }) => !planted.has(from) && from !== 'shared/ring-b.ts')
    assert.deepEqual(found, [])
  })
})
