import assert from 'node:assert/strict'
import { PATH_DEPTH_MAX } from '../shared/limits.ts'
import { baseName, joinPath, parentPath, parsePath } from './paths.ts'

function refused(attempt: () => unknown, why: RegExp): void {
  assert.throws(attempt, (error: Error & { code?: string }) => error.code === 'name-invalid' && why.test(error.message))
}

describe('paths', () => {
  it('are names from the root on', () => {
    assert.deepEqual(parsePath('/'), [])
    assert.deepEqual(parsePath('/a'), ['a'])
    assert.deepEqual(parsePath('/a/b c/ü'), ['a', 'b c', 'ü'])
    assert.deepEqual(parsePath('/...'), ['...'])
    assert.deepEqual(parsePath('/u\u0308'), ['u\u0308'])
  })

  it('that are not are refused, with what is wrong', () => {
    refused(() => parsePath(''), /does not start with '\/'/)
    refused(() => parsePath('a/b'), /does not start with '\/'/)
    refused(() => parsePath('./a'), /does not start with '\/'/)
    refused(() => parsePath('/a/'), /ends with '\/'/)
    refused(() => parsePath('//'), /ends with '\/'/)
    refused(() => parsePath('/a//b'), /holds '\/\/'/)
    refused(() => parsePath('//a'), /holds '\/\/'/)
    refused(() => parsePath('/a/../b'), /"\.\."/)
    refused(() => parsePath('/.'), /"\."/)
    refused(() => parsePath('/a\0b'), /NUL/)
    refused(() => parsePath('/\ud800'), /UTF-8/)
    refused(() => parsePath(`/a/${'x'.repeat(256)}`), /256 bytes/)
  })

  it('go down no further than a transaction can follow', () => {
    assert.equal(parsePath('/a'.repeat(PATH_DEPTH_MAX)).length, PATH_DEPTH_MAX)
    refused(() => parsePath('/a'.repeat(PATH_DEPTH_MAX + 1)), /65 parts, more than 64/)
  })

  it('an enormous path makes a short message', () => {
    assert.throws(
      () => parsePath('👪'.repeat(100_000)),
      (error: Error) => error.message.length < 400,
    )
  })

  it('join names to a folder', () => {
    assert.equal(joinPath('/', 'a'), '/a')
    assert.equal(joinPath('/a', 'b c', 'ü'), '/a/b c/ü')
    assert.equal(joinPath('/a'), '/a')
    refused(() => joinPath('/a', 'b/c'), /a name holds '\/'/)
    refused(() => joinPath('/a', '..'), /"\.\."/)
    refused(() => joinPath('/a', ''), /ends with/)
    refused(() => joinPath('a', 'b'), /does not start/)
    refused(() => joinPath('/a/', 'b'), /holds '\/\/'/)
  })

  it('have a name and a folder, but for the root', () => {
    assert.equal(baseName('/a/b'), 'b')
    assert.equal(parentPath('/a/b'), '/a')
    assert.equal(parentPath('/a'), '/')
    refused(() => baseName('/'), /no name/)
    refused(() => parentPath('/'), /no folder/)
    refused(() => baseName('/a/'), /ends with/)
  })
})
