import assert from 'node:assert/strict'
import { RowCache } from './row-cache.ts'

describe('rows that are kept', () => {
  const value = (byte: number): Uint8Array => new Uint8Array([byte])

  it('are not known while a commit that writes them is under way, however many there are', () => {
    const cache = new RowCache()
    cache.keep('a', value(1))
    cache.begin(['a'])
    cache.begin(['a', 'b'])
    for (const key of ['a', 'b']) {
      cache.keep(key, value(2))
      assert.equal(cache.get(key), undefined)
    }
    cache.end(['a'])
    cache.keep('a', value(2))
    assert.equal(cache.get('a'), undefined)
    cache.end(['a', 'b'])
    assert.equal(cache.get('a'), undefined)
    cache.keep('a', value(3))
    assert.deepEqual(cache.get('a'), { value: value(3) })
    cache.keep('a', undefined)
    assert.deepEqual(cache.get('a'), { value: undefined })
  })

  it('are some hundreds, those that were asked for last, and none that are large', () => {
    const cache = new RowCache()
    cache.keep('large', new Uint8Array(1e6))
    assert.equal(cache.get('large'), undefined)
    for (let n = 0; n < 2_000; n++) {
      cache.keep(`row ${n}`, value(0))
      assert(cache.get('row 0'))
    }
    assert.equal(cache.get('row 1'), undefined)
    assert(cache.get('row 1999'))
  })
})
