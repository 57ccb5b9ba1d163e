import assert from 'node:assert/strict'
import { constants } from 'node:os'
import { errorTable, HiroError, isErrorCode } from '../../shared/errors.ts'
import { ErrnoError, errnoOf, errnos, hasErrno, isFault } from './errno.ts'

describe('errnos', () => {
  it('are the numbers of this system, as far as Node names them', () => {
    const known: Readonly<Record<string, number>> = constants.errno
    for (const [name, number] of Object.entries(errnos)) {
      // Node knows no words of file systems and of networks that only Linux has.
      if (name in known) assert.equal(number, known[name], name)
    }
  })

  it('are there for every code of Hiro, and tell apart what programs go by', () => {
    const codes = Object.keys(errorTable).filter(isErrorCode)
    for (const code of codes) assert(errnos[errnoOf(new HiroError(code, ''))] > 0)
    const expected = {
      'not-found': 'ENOENT',
      exists: 'EEXIST',
      'not-empty': 'ENOTEMPTY',
      'no-room': 'ENOSPC',
      'over-quota': 'EDQUOT',
      aborted: 'EINTR',
    } as const
    for (const code of Object.keys(expected) as Array<keyof typeof expected>)
      assert.equal(errnoOf(new HiroError(code, '')), expected[code])
  })

  it('are EIO for what nobody foresaw, EINTR for an abort that is not ours', () => {
    for (const error of [new TypeError('a bug'), 'text', undefined, null]) assert.equal(errnoOf(error), 'EIO')
    assert.equal(errnoOf(AbortSignal.abort().reason), 'EINTR')
    assert.equal(errnoOf(new ErrnoError('ERANGE')), 'ERANGE')
    assert.equal(hasErrno(new HiroError('not-found', ''), 'ENOENT'), true)
    assert.equal(hasErrno(new TypeError('a bug'), 'EIO'), false)
  })

  it('are a fault where something is damaged or a bug, and not where something is missing', () => {
    for (const code of ['integrity', 'metadata-damaged', 'internal', 'io'] as const)
      assert(isFault(new HiroError(code, '')))
    for (const code of ['not-found', 'exists', 'aborted', 'no-room', 'unreachable'] as const)
      assert(!isFault(new HiroError(code, '')))
    assert(!isFault(new ErrnoError('ENODATA')))
    assert(isFault(new Error('a bug')))
  })
})
