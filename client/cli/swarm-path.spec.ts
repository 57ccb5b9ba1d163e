import assert from 'node:assert/strict'
import { hasCode } from '../../shared/errors.ts'
import { swarmPath } from './swarm-path.ts'

describe('swarmPath', () => {
  it('takes slashes at the end away', () => {
    assert.deepEqual(['/', '//', '/a', '/a/', '/a/b//'].map(swarmPath), ['/', '/', '/a', '/a', '/a/b'])
  })

  for (const typed of ['', 'a', './a', '-', 'C:\\a']) {
    it(`${JSON.stringify(typed)} is wrong use: it is no path of the swarm`, () => {
      assert.throws(
        () => swarmPath(typed),
        (error) => hasCode(error, 'usage'),
      )
    })
  }

  for (const typed of ['/..', '/a/../b', '/./a', '/a//b', '/a\0b', `/${'n'.repeat(256)}`, '/a'.repeat(65)]) {
    it(`${JSON.stringify(typed.slice(0, 20))} holds a name that cannot be`, () => {
      assert.throws(
        () => swarmPath(typed),
        (error) => hasCode(error, 'name-invalid'),
      )
    })
  }

  it('a name of 255 bytes is one', () => {
    assert.equal(swarmPath(`/${'n'.repeat(255)}`).length, 256)
  })
})
