import assert from 'node:assert/strict'
import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseStep, step, steps } from './steps.ts'

const root = join(import.meta.dirname, '..')

describe('steps at which a process may be told to die', () => {
  it('each of the table stands in the code of its role exactly once, and no other does', async () => {
    const found: string[] = []
    for await (const file of glob('{shared,coordinator,worker,client,bin,testnet}/**/*.ts', { cwd: root })) {
      if (file.startsWith('shared/steps') || file.endsWith('.spec.ts')) continue
      const text = await readFile(join(root, file), 'utf8')
      for (const [, label] of text.matchAll(/\bstep\('([^']+)'\)/g)) found.push(`${file.split('/')[0]}: ${label}`)
    }
    const expected = Object.entries(steps).map(([label, { role }]) => `${role}: ${label}`)
    assert.deepEqual(found.toSorted(), expected.toSorted())
  })

  it('nothing happens at any of them unless it was asked for', () => {
    for (const label of Object.keys(steps)) step(label as keyof typeof steps)
  })

  it('a label, and at which pass', () => {
    assert.deepEqual(parseStep('published'), { label: 'published', pass: 1 })
    assert.deepEqual(parseStep('published:3'), { label: 'published', pass: 3 })
  })

  for (const text of ['', 'publish', 'published:', 'published:0', 'published:x', 'published:1:1', 'toString']) {
    it(`"${text}" is refused: a process that was to die and does not would prove nothing`, () => {
      assert.throws(() => parseStep(text), { code: 'usage', message: /HIRO_KILL_AT/ })
    })
  }
})
