import assert from 'node:assert/strict'
import { bar, progressLine } from './progress-line.ts'

const MIB = 2 ** 20
const half = { what: 'adding', bytesDone: 50 * MIB, bytesTotal: 100 * MIB, bytesPerSecond: 10 * MIB, columns: 80 }

describe('progressLine', () => {
  it('tells part, amounts, speed and the time left', () => {
    const line = progressLine({ ...half, columns: 70 })
    assert.match(line, /^adding {2}50% █+░+ {2}50 MiB of 100 MiB {2}10 MiB\/s {2}5 s left$/)
  })

  it('fills no more than the line, however narrow', () => {
    for (let columns = 1; columns < 200; columns++) {
      assert(progressLine({ ...half, columns }).length <= columns, `${columns} columns`)
      assert(progressLine({ ...half, bytesTotal: undefined, columns }).length <= columns, `${columns} columns`)
    }
  })

  it('without a total there is neither part nor time left', () => {
    assert.equal(progressLine({ ...half, bytesTotal: undefined }), 'adding  50 MiB  10 MiB/s')
  })

  it('a source that grew, an empty one and a stalled one make no nonsense', () => {
    assert.match(progressLine({ ...half, bytesDone: 150 * MIB }), /^adding 100% /)
    assert.match(progressLine({ ...half, bytesDone: 0, bytesTotal: 0 }), /^adding 100% /)
    assert.doesNotMatch(progressLine({ ...half, bytesPerSecond: 0 }), /left/)
  })
})

describe('bar', () => {
  it('is always as wide as asked for', () => {
    for (const part of [-1, 0, 0.001, 0.5, 1, 7]) assert.equal(bar(part, 12).length, 12)
    assert.equal(bar(0.5, 4), '██░░')
  })
})
