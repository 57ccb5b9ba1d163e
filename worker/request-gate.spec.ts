import assert from 'node:assert/strict'
import { failureOf } from '../shared/transport/suite-bytes.ts'
import { RequestGate } from './request-gate.ts'

describe('the gate of requests', () => {
  const never = async (): Promise<never> => await new Promise(() => {})

  it('gives room back, however a request ends', async () => {
    const gate = new RequestGate(100)
    void gate.run('a', 40, never)
    for (let i = 0; i < 10; i++) {
      await gate.run('b', 30, async () => {})
      await assert.rejects(
        gate.run('b', 30, async () => {
          throw new Error('went wrong')
        }),
        /went wrong/,
      )
    }
    void gate.run('b', 30, never)
    await assert.rejects(gate.run('c', 31, never), { code: 'busy' })
  })

  it('a peer that takes all it can leaves room for the next one, and that one for the next', async () => {
    const gate = new RequestGate(1000)
    const insideOf: number[] = []
    for (const peer of ['flood', 'second', 'third']) {
      let inside = 0
      const refused = (): void => void inside--
      for (let i = 0; i < 100; i++) {
        inside++
        gate.run(peer, 10, never).catch(refused)
      }
      await Promise.resolve()
      await Promise.resolve()
      insideOf.push(inside)
    }
    assert.deepEqual(insideOf, [50, 25, 12])
  })

  it('lets one in that is larger than all room there is, alone', async () => {
    const gate = new RequestGate(100)
    const done = Promise.withResolvers<void>()
    const large = gate.run('peer', 1000, async () => await done.promise)
    await assert.rejects(gate.run('peer', 1, never), { code: 'busy' })
    done.resolve()
    await large
  })

  it('closed: lets nobody in, and resolves when the last one is out', async () => {
    const gate = new RequestGate(100)
    const done = Promise.withResolvers<void>()
    let closed = false
    const inside = gate.run('peer', 1, async () => await done.promise)
    const closing = gate.close().then(() => {
      closed = true
    })
    assert.match(String(await failureOf(gate.run('peer', 1, never))), /being stopped/)
    assert.equal(closed, false)
    done.resolve()
    await Promise.all([inside, closing, gate.close()])
  })
})
