import assert from 'node:assert/strict'
import { inColumns } from './columns.ts'
import { counted, modeText, revisionText, TimeText, withCommas } from './for-people.ts'

describe('for people', () => {
  it('modes are written as ls writes them', () => {
    assert.equal(modeText('file', 0o644), '-rw-r--r--')
    assert.equal(modeText('folder', 0o1777), 'drwxrwxrwt')
    assert.equal(modeText('file', 0o6755), '-rwsr-sr-x')
    assert.equal(modeText('file', 0o4644), '-rwSr--r--')
    assert.equal(modeText('folder', 0), 'd---------')
    assert.equal(modeText('link', 0o777), 'lrwxrwxrwx')
  })

  it('numbers have commas, and one of a thing is singular', () => {
    assert.deepEqual([0, 999, 1000, 1234567].map(withCommas), ['0', '999', '1,000', '1,234,567'])
    assert.deepEqual([counted(1, 'file'), counted(2000, 'copy', 'copies')], ['1 file', '2,000 copies'])
  })

  it('revisions of the first epoch are small numbers', () => {
    assert.deepEqual([0, 2 ** 40 + 5, 3 * 2 ** 40 + 1000].map(revisionText), ['0', '5', '1,000 of epoch 3'])
  })

  it('a time that no calendar has is no failure', () => {
    assert.equal(new TimeText().of(2 ** 62), '?')
    assert.match(new TimeText().of(0), /^19(70-01-01|69-12-31) \d\d:\d\d:\d\d$/)
  })

  it('columns stand below one another, whatever their colour', () => {
    const red = '\u001B[31mdown\u001B[39m'
    const rows = [
      ['a', red, '1'],
      ['long', 'alive', '1000'],
    ]
    assert.deepEqual(inColumns([{ head: 'name' }, {}, { align: 'right' }], rows), [
      'name',
      `a     ${red}      1`,
      'long  alive  1000',
    ])
  })
})
