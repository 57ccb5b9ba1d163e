import assert from 'node:assert/strict'
import { KeyedLock } from './keyed-lock.ts'

describe('KeyedLock', () => {
  it('runs tasks of one key one after the other in order, those of another at once', async () => {
    const lock = new KeyedLock()
    const events: string[] = []
    const gate = Promise.withResolvers<void>()
    const task = (name: string, wait?: Promise<void>) => async () => {
      events.push(`${name} begins`)
      await wait
      events.push(`${name} ends`)
      return name
    }
    const running = [lock.run('k', task('1', gate.promise)), lock.run('k', task('2')), lock.run('k', task('3'))]
    await lock.run('other', task('other'))
    gate.resolve()
    assert.deepEqual(await Promise.all(running), ['1', '2', '3'])
    assert.deepEqual(events, [
      '1 begins',
      'other begins',
      'other ends',
      '1 ends',
      '2 begins',
      '2 ends',
      '3 begins',
      '3 ends',
    ])
  })

  it('goes on after a task that failed, and tells only its own caller', async () => {
    const lock = new KeyedLock()
    const failed = lock.run('k', () => Promise.reject(new Error('failed')))
    const next = lock.run('k', async () => 'next')
    await assert.rejects(failed, /failed/)
    assert.equal(await next, 'next')
    assert.equal(await lock.run('k', async () => 'later'), 'later')
  })
})
