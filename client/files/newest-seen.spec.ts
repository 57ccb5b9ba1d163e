import assert from 'node:assert/strict'
import type * as wire from '../../shared/protocol/control/control.js'
import { MemoryVersionMemory } from '../seal/version-memory/memory.ts'
import { newestSeen, notePublished } from './newest-seen.ts'

const FILE = '0123456789abcdef0123456789abcdef'
const entryOf = (version: number): wire.Entry => ({ version }) as wire.Entry

describe('what the coordinator said of a file a moment ago', () => {
  let versions: MemoryVersionMemory
  let asked: number
  beforeEach(() => {
    versions = new MemoryVersionMemory()
    asked = 0
  })

  /** A coordinator that says these versions, one after the other, and the last for ever. */
  function ports(...says: number[]): Parameters<typeof newestSeen>[0] {
    const call = async () => ({ entry: entryOf(says[Math.min(asked++, says.length - 1)] ?? 0) })
    return { versions, coordinator: { call } } as unknown as Parameters<typeof newestSeen>[0]
  }

  it('is taken as it is, and remembered', async () => {
    assert.equal((await newestSeen(ports(), FILE, entryOf(5))).version, 5)
    await assert.rejects(versions.check(FILE, 4), { code: 'integrity' })
    assert.equal(asked, 0)
  })

  it('is asked for anew where another process of the client has seen a newer one', async () => {
    await versions.check(FILE, 7)
    assert.equal((await newestSeen(ports(6, 8), FILE, entryOf(5))).version, 8)
    assert.equal(asked, 2)
  })

  it('is an older one each time: the coordinator hides the newer one', async () => {
    await versions.check(FILE, 7)
    await assert.rejects(newestSeen(ports(5), FILE, entryOf(5)), { code: 'integrity' })
  })

  it('what was published is remembered, also where others went on from there', async () => {
    await versions.check(FILE, 7)
    await notePublished(ports(), FILE, 6)
    await notePublished(ports(), FILE, 9)
    await assert.rejects(versions.check(FILE, 8), { code: 'integrity' })
  })
})
