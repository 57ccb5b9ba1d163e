import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keepSwarmMark, readSwarmMark } from './swarm-mark-file.ts'

const SWARM = '0123456789abcdef0123456789abcdef'
const damaged = { code: 'metadata-damaged' }

describe('the mark of a swarm beside its metadata', () => {
  let folder: string
  let path: string

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hiro-mark-'))
    path = join(folder, 'swarm.id')
  })
  afterEach(async () => {
    await rm(folder, { recursive: true })
  })

  it('is made with the swarm and found again', async () => {
    assert.equal(await readSwarmMark(path), undefined)
    await keepSwarmMark(path, undefined, SWARM)
    assert.equal(await readSwarmMark(path), SWARM)
    await keepSwarmMark(path, SWARM, SWARM)
  })

  it('does not take the metadata of another swarm', async () => {
    await assert.rejects(keepSwarmMark(path, SWARM, SWARM.replace('0', 'f')), damaged)
  })

  it('damaged is not the same as absent', async () => {
    await writeFile(path, 'hiro-swarm-1 0123\n')
    await assert.rejects(readSwarmMark(path), damaged)
  })
})
