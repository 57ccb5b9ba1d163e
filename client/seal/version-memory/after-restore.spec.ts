import assert from 'node:assert/strict'
import { firstRevisionOf } from '../../../shared/revision.ts'
import { afterRestore } from './after-restore.ts'
import { MemoryVersionMemory } from './memory.ts'

const FILE = 'ab'.repeat(16)
const [FIRST, SECOND] = [firstRevisionOf(1), firstRevisionOf(2)]

describe('versions after a restore', () => {
  it('one that the restore lost gives way to an older one; one that it must know does not', async () => {
    const life = { epoch: 2, restoredTo: FIRST + 50 }
    const memory = afterRestore(new MemoryVersionMemory(), () => life)
    await memory.check(FILE, FIRST + 60)
    await memory.check(FILE, FIRST + 40)
    await assert.rejects(
      memory.check(FILE, FIRST + 30),
      { code: 'integrity' },
      'an older version than the restore knows',
    )
    await memory.check(FILE, SECOND + 1)
    await assert.rejects(memory.check(FILE, FIRST + 40), { code: 'integrity' }, 'a version of this very life went back')
  })

  it('without a restore that the vault signed nothing goes back', async () => {
    const memory = afterRestore(new MemoryVersionMemory(), () => undefined)
    await memory.check(FILE, FIRST + 60)
    await assert.rejects(memory.check(FILE, FIRST + 59), { code: 'integrity' })
  })
})
