import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import ts from 'typescript'
import { root } from '../planted-folder.ts'
import { planted } from './plant.ts'
import { plants } from './plants.ts'
import { theEight } from './the-eight.ts'

describe('bugs to plant', () => {
  for (const { name, edits } of plants) {
    it(`${name} applies to the sources of today, and leaves code that can run`, async () => {
      const texts = new Map<string, string>()
      for (const edit of edits) {
        const text = texts.get(edit.file) ?? (await readFile(join(root, edit.file), 'utf8'))
        texts.set(edit.file, planted(text, edit))
      }
      for (const [file, text] of texts) {
        const { diagnostics } = ts.transpileModule(text, { reportDiagnostics: true })
        assert.deepEqual(
          diagnostics?.map(({ messageText }) => messageText),
          [],
          file,
        )
      }
    })
  }

  it('what is not there, or there twice, is not taken out', () => {
    const edit = { file: 'a.ts', takenOut: 'check()', insteadStands: '' }
    assert.throws(() => planted('other()', edit), /a\.ts: .* does not occur any more/)
    assert.throws(() => planted('check(); check()', edit), /a\.ts: .* occurs 2 times/)
    assert.equal(planted('a; check(); b', edit), 'a; ; b')
  })

  it('have names of their own, and somebody to catch each', () => {
    assert.equal(new Set(plants.map(({ name }) => name)).size, plants.length)
    assert.deepEqual(
      plants.filter(({ catchers }) => catchers.length === 0),
      [],
    )
    assert.equal(theEight.length, 8)
  })

  it('are looked for by faults that are there', () => {
    const help = spawnSync(process.execPath, [join(root, 'testnet', 'campaign', 'main.ts'), '--help'], {
      encoding: 'utf8',
    })
    const there = /There are: (.*)/.exec(help.stdout)?.[1]?.split(', ') ?? []
    const faults = plants.flatMap(({ catchers }) => catchers.flatMap((one) => ('rounds' in one ? [one.name] : [])))
    assert.deepEqual(
      faults.filter((name) => !there.includes(name)),
      [],
    )
  }).timeout(60_000)

  it('are looked for by tests that are there', function () {
    this.timeout(60_000)
    const tests = plants.flatMap(({ catchers }) => catchers.flatMap((catcher) => ('test' in catcher ? [catcher] : [])))
    const specs = [...new Set(tests.map(({ spec }) => spec))]
    const mocha = join(root, 'node_modules', 'mocha', 'bin', 'mocha.js')
    const run = spawnSync(process.execPath, [mocha, '--dry-run', '--reporter', 'json', ...specs], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    })
    const { tests: found } = JSON.parse(run.stdout) as { tests: { file: string; fullTitle: string }[] }
    // A suite that several specs run lies in none of them.
    const missing = tests.filter(({ test }) => !found.some(({ fullTitle }) => fullTitle.includes(test)))
    assert.deepEqual(missing, [])
  })
})
