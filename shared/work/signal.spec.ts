import assert from 'node:assert/strict'
import { getEventListeners } from 'node:events'
import { HiroError } from '../errors.ts'
import { abortable, abortReason, LinkedController, onAbort, throwIfAborted } from './signal.ts'

const listeners = (signal: AbortSignal): number => getEventListeners(signal, 'abort').length

describe('abortReason', () => {
  it('keeps Hiro’s own error, and is `aborted` for whatever else, its cause kept', () => {
    const timeout = new HiroError('timeout', 'too slow')
    const bug = new TypeError('a bug')
    assert.equal(abortReason(AbortSignal.abort(timeout)), timeout)
    assert.equal(abortReason(AbortSignal.abort()).code, 'aborted')
    assert.equal(abortReason(AbortSignal.abort('SIGINT')).message, 'SIGINT')
    assert.equal(abortReason(AbortSignal.abort(bug)).code, 'aborted')
    assert.equal(abortReason(AbortSignal.abort(bug)).cause, bug)
  })

  it('throwIfAborted throws only for an aborted signal', () => {
    throwIfAborted(undefined)
    throwIfAborted(new AbortController().signal)
    assert.throws(() => throwIfAborted(AbortSignal.abort()), { code: 'aborted' })
  })
})

describe('onAbort', () => {
  it('calls once, at once for a signal aborted before, and never after it was disposed', () => {
    const controller = new AbortController()
    const calls: string[] = []
    onAbort(controller.signal, () => calls.push('listening'))
    onAbort(controller.signal, () => calls.push('disposed'))[Symbol.dispose]()
    controller.abort()
    onAbort(controller.signal, () => calls.push('late'))
    onAbort(undefined, () => calls.push('no signal'))
    assert.deepEqual(calls, ['listening', 'late'])
  })
})

describe('abortable', () => {
  const unhandled: unknown[] = []
  const note = (reason: unknown): void => void unhandled.push(reason)
  before(() => process.on('unhandledRejection', note))
  after(() => {
    process.off('unhandledRejection', note)
    assert.deepEqual(unhandled, [], 'what nobody awaits any more must not end the process')
  })

  it('gives what the promise gives, and leaves no listener behind', async () => {
    const { signal } = new AbortController()
    assert.equal(await abortable(Promise.resolve(1), signal), 1)
    await assert.rejects(abortable(Promise.reject(new Error('own')), signal), /own/)
    assert.equal(await abortable(Promise.resolve(2)), 2)
    assert.equal(listeners(signal), 0)
  })

  it('aborted while waiting: rejects at once, and how the promise ends later is ignored', async () => {
    const controller = new AbortController()
    const work = Promise.withResolvers<void>()
    const waiting = abortable(work.promise, controller.signal)
    controller.abort()
    await assert.rejects(waiting, { code: 'aborted' })
    work.reject(new Error('nobody looks'))
    assert.equal(listeners(controller.signal), 0)
  })

  it('aborted before: rejects even if the promise is settled already', async () => {
    await assert.rejects(abortable(Promise.resolve(1), AbortSignal.abort()), { code: 'aborted' })
    await assert.rejects(abortable(Promise.reject(new Error('nobody looks')), AbortSignal.abort()), { code: 'aborted' })
  })

  it('work that heeds the signal and fails first, in its own words, still ends with the reason', async () => {
    const controller = new AbortController()
    const work = Promise.withResolvers<void>()
    onAbort(controller.signal, () => work.reject(new Error('stream reset')))
    const waiting = abortable(work.promise, controller.signal)
    controller.abort(new HiroError('timeout', 'too slow'))
    await assert.rejects(waiting, { code: 'timeout' })
  })
})

describe('LinkedController', () => {
  it('is aborted by any parent with its reason, also by one aborted before', () => {
    const reason = new HiroError('timeout', 'too slow')
    const parent = new AbortController()
    const child = new LinkedController(undefined, new AbortController().signal, parent.signal)
    parent.abort(reason)
    assert.equal(child.signal.reason, reason)
    assert.equal(new LinkedController(AbortSignal.abort(reason)).signal.reason, reason)
  })

  it('does not abort its parents, and lets go of them when disposed', () => {
    const parent = new AbortController()
    {
      using child = new LinkedController(parent.signal)
      assert.equal(listeners(parent.signal), 1)
      child.abort()
    }
    assert.equal(parent.signal.aborted, false)
    assert.equal(listeners(parent.signal), 0)
  })
})
