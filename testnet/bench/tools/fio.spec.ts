import assert from 'node:assert/strict'
import { type FioLoad, fio, readFio } from './fio.ts'

const LOAD: FioLoad = { direction: 'write', order: 'randwrite', blockBytes: 4096, more: ['--fsync=1'] }

function output(error: number, operations: number): string {
  const read = { total_ios: 0, io_bytes: 0, runtime: 0 }
  const write = { total_ios: operations, io_bytes: operations * 4096, runtime: 2500 }
  return JSON.stringify({ 'fio version': 'fio-3.33', jobs: [{ error, read, write }] })
}

describe('fio', () => {
  it('is one thread with one operation at a time, past no cache', () => {
    const { argv } = fio('/mount/file', 2 ** 20, LOAD)
    for (const word of ['--filename=/mount/file', '--size=1048576', '--bs=4096', '--direct=0', '--fsync=1', '--thread'])
      assert(argv.includes(word), word)
  })

  it('tells what was done in the direction of its load, whatever stands before', () => {
    const result = readFio(`note: something for people\n${output(0, 10)}`, LOAD)
    assert.deepEqual(result, { operations: 10, bytes: 40_960, seconds: 2.5 })
  })

  it('that failed, or did nothing, is no figure', () => {
    assert.throws(() => readFio(output(5, 10), LOAD), { code: 'internal' })
    assert.throws(() => readFio(output(0, 0), LOAD), { code: 'internal' })
    assert.throws(() => readFio('{"jobs":[]}', LOAD), { code: 'internal' })
  })
})
