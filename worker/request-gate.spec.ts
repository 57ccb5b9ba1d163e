import assert from 'node:assert/strict'
import { failureOf } from '../shared/transport/suite-bytes.ts'
import { RequestGate } from './request-gate.ts'

describe('the gate of requests', () => {
  const never = async (): Promise<never> => await new Promise(() => {})

  it('gives room back, however a request ends', async () => {
    const gate = new RequestGate(100)
    void gate.run(50, never)
    for (let i = 0; i < 10; i++) {
      await gate.run(50, async () => {})
      await assert.rejects(
        gate.run(50, async () => {
          throw new Error('went wrong')
        }),
        /went wrong/,
      )
    }
    void gate.run(50, never)
    await assert.rejects(gate.run(1, never), { code: 'busy' })
  })

  it('lets one in that is larger than all room there is, alone', async () => {
    const gate = new RequestGate(100)
    const done = Promise.withResolvers<void>()
    const large = gate.run(1000, async () => await done.promise)
    await assert.rejects(gate.run(1, never), { code: 'busy' })
    done.resolve()
    await large
  })

  it('closed: lets nobody in, and resolves when the last one is out', async () => {
    const gate = new RequestGate(100)
    const done = Promise.withResolvers<void>()
    let closed = false
    const inside = gate.run(1, async () => await done.promise)
    const closing = gate.close().then(() => {
      closed = true
    })
    assert.match(String(await failureOf(gate.run(1, never))), /being stopped/)
    assert.equal(closed, false)
    done.resolve()
    await Promise.all([inside, closing, gate.close()])
  })
})
