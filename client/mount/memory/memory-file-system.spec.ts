import assert from 'node:assert/strict'
import { SimulatedClock } from '../../../shared/clock/simulated-clock.ts'
import { ROOT_INODE } from '../node.ts'
import { callerOf } from '../suite/file-system-fixture.ts'
import { fileSystemSuite } from '../suite/file-system-suite.ts'
import { MemoryFileSystem } from './memory-file-system.ts'

const make = (): MemoryFileSystem => new MemoryFileSystem({ clock: new SimulatedClock() })

fileSystemSuite('memory', async () => make())

describe('MemoryFileSystem', () => {
  it('has nothing left of what is closed, removed and forgotten', async () => {
    const fileSystem = make()
    const caller = callerOf()
    const options = { read: true, write: true, append: false, truncate: false, killSetId: false }
    const { entry, opened } = await fileSystem.create(
      ROOT_INODE,
      'a',
      { ...options, mode: 0o600, exclusive: true },
      caller,
    )
    const { inode } = entry.attributes
    await fileSystem.removeFile(ROOT_INODE, 'a')
    fileSystem.forget(inode, 1)
    assert.equal(fileSystem.counts.nodes, 2)
    await fileSystem.release(inode, opened.handle, undefined)
    assert.deepEqual(fileSystem.counts, { nodes: 1, handles: 0, locks: 0 })
  })
})
