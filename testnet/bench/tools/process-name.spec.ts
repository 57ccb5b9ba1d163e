import assert from 'node:assert/strict'
import { nameOfProcess } from './process-name.ts'

describe('the name of a process', () => {
  for (const [line, name] of [
    ['/a/node --flag /b/bin/hiro.ts worker --config /tmp/x/worker-2/config.json', 'worker-2'],
    ['/a/node /b/bin/hiro.ts coordinator --config /tmp/x/coordinator/config.json', 'coordinator'],
    ['/bin/sh /b/bin/hiro cat /file', 'hiro cat'],
    ['/a/node --flag /b/dist/hiro.js mount /at --foreground', 'hiro mount'],
    ['/usr/sbin/glusterfsd -s 127.0.0.21', 'glusterfsd'],
    ['sha256sum file', 'sha256sum'],
  ] as const) {
    it(`of ${line} is ${name}`, () => assert.equal(nameOfProcess(line.split(' ')), name))
  }

  it('is the first word of what a server says of itself', () => {
    assert.equal(nameOfProcess(['mfsmaster: data writer']), 'mfsmaster')
  })

  it('of one that is just ending there is none', () => {
    assert.equal(nameOfProcess([]), undefined)
  })
})
