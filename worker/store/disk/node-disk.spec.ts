import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hasCode } from '../../../shared/errors.ts'
import { diskSuite } from './disk-suite.ts'
import { nodeDisk } from './node-disk.ts'

describe('nodeDisk', () => {
  let folder: string

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hiro-disk-'))
  })

  afterEach(() => rm(folder, { recursive: true }))

  diskSuite('node', async () => nodeDisk(join(folder, 'made', 'with', 'the-first-folder')))

  it('says io for what the operating system refuses otherwise', async () => {
    const disk = nodeDisk(folder)
    await disk.makeFolder('a')
    await assert.rejects(disk.create('a'), (error) => hasCode(error, 'io') && error.cause instanceof Error)
  })

  it('says no-room when the file system is full', async function () {
    // Every write to this device of Linux fails with ENOSPC.
    const file = await nodeDisk('/dev')
      .create('full')
      .catch(() => this.skip())
    await assert.rejects(file.append([Buffer.from('x')]), (error) => hasCode(error, 'no-room'))
    await file.close()
  })
})
