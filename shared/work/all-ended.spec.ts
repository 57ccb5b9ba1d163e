import assert from 'node:assert/strict'
import { allEnded } from './all-ended.ts'

describe('allEnded', () => {
  it('gives all results, in order', async () => {
    assert.deepEqual(await allEnded([Promise.resolve(1), Promise.resolve('two')]), [1, 'two'])
  })

  it('throws what one threw when the slower ones have ended', async () => {
    const slow = Promise.withResolvers<void>()
    let told = false
    const all = allEnded([Promise.reject(new Error('first')), slow.promise])
    all.catch(() => (told = true))
    await Promise.allSettled([Promise.reject(new Error('any'))])
    assert.equal(told, false)
    slow.resolve()
    await assert.rejects(all, /first/)
  })
})
