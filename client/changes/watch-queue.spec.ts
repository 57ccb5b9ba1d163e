import assert from 'node:assert/strict'
import { HiroError } from '../../shared/errors.ts'
import type { TreeChange } from './tree-change.ts'
import { WatchQueue } from './watch-queue.ts'

const change = (revision: number, more: Partial<TreeChange> = {}): TreeChange => ({
  kind: 'changed',
  id: 'id',
  parent: 'parent',
  sealedName: new Uint8Array([1]),
  folder: false,
  content: true,
  restored: false,
  from: undefined,
  revision,
  atMs: 0,
  own: false,
  ...more,
})

describe('what waits for one who watches', () => {
  let queue: WatchQueue
  beforeEach(() => {
    queue = new WatchQueue()
  })

  it('is given in order, and waited for', async () => {
    const first = queue.take()
    const changes = [1, 2, 3].map((revision) => change(revision))
    queue.told(changes)
    assert.deepEqual([await first, await queue.take(), await queue.take()], changes)
    const fourth = queue.take()
    queue.end()
    assert.equal(await fourth, undefined)
  })

  it('of too much, what is left is that something may have been missed; and it goes on', async () => {
    for (let at = 0; at < 5_000; at++) queue.told([change(at)])
    assert.equal(await queue.take(), 'overflow')
    const { revision } = (await queue.take()) as TreeChange
    assert(revision > 4_000, `${revision} was told before it`)
  })

  it('what was lost is told once, also where nothing followed', async () => {
    queue.told([change(1)])
    queue.lost()
    queue.lost()
    queue.told([change(2)])
    assert.equal(await queue.take(), 'overflow')
    assert.deepEqual(await queue.take(), change(2))
  })

  it('ends with what it failed with', async () => {
    const waiting = assert.rejects(queue.take(), { code: 'unreachable' })
    queue.failed(new HiroError('unreachable', 'the client was closed'))
    await waiting
    await assert.rejects(queue.take(), { code: 'unreachable' })
  })

  it('tells where something is until it is moved or removed by what is still to come', () => {
    const from = { parent: 'before', sealedName: new Uint8Array([2]) }
    queue.told([change(1), change(2, { kind: 'moved', from }), change(3, { kind: 'removed' })])
    assert.equal(queue.placeOf('id'), from)
    queue.told([change(4, { kind: 'removed', id: 'other', parent: 'there' })])
    assert.equal(queue.placeOf('other')?.parent, 'there')
    assert.equal(queue.placeOf('none'), undefined)
  })
})
