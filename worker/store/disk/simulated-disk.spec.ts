import assert from 'node:assert/strict'
import { SimulatedClock } from '../../../shared/clock/simulated-clock.ts'
import { hasCode } from '../../../shared/errors.ts'
import { SeededRandom } from '../../../shared/random/seeded-random.ts'
import type { Disk } from './disk.ts'
import { diskSuite } from './disk-suite.ts'
import { SimulatedDisk } from './simulated-disk.ts'

const CONTENT = Buffer.alloc(20_000, 'content ')

function makeDisk(seed: number, capacityBytes = 1e6): SimulatedDisk {
  return new SimulatedDisk({ clock: new SimulatedClock(), random: new SeededRandom(seed), capacityBytes })
}

diskSuite('simulated', async () => makeDisk(1, 1e9))

describe('SimulatedDisk', () => {
  /** Whatever 100 seeds leave of the same history, each outcome once, shortened to its kind. */
  async function outcomes(history: (disk: Disk) => Promise<void>, look: (disk: Disk) => Promise<string>) {
    const seen = new Set<string>()
    for (let seed = 0; seed < 100; seed++) {
      const disk = makeDisk(seed)
      await disk.makeFolder('a')
      await history(disk)
      seen.add(await look(disk.crash()))
    }
    return [...seen].toSorted()
  }

  async function put(disk: Disk, path: string, steps: { file: boolean; folder: boolean }): Promise<void> {
    const file = await disk.create(path)
    await file.append([CONTENT])
    if (steps.file) await file.sync()
    if (steps.folder) await disk.syncFolder('a')
  }

  async function contentKind(disk: Disk, path: string): Promise<string> {
    if (!(await disk.list('a')).includes(path.slice(2))) return 'no name'
    const content = Buffer.from(await (await disk.open(path)).read(0, CONTENT.length + 1))
    if (content.length === 0) return 'empty'
    if (content.equals(CONTENT)) return 'whole'
    return content.length < CONTENT.length ? 'cut' : 'right length, wrong content'
  }

  it('keeps a file whose content and name were synced', async () => {
    const history = (disk: Disk) => put(disk, 'a/file', { file: true, folder: true })
    assert.deepEqual(await outcomes(history, (disk) => contentKind(disk, 'a/file')), ['whole'])
  })

  it('may lose the name of a file that was synced, when its folder was not', async () => {
    const history = (disk: Disk) => put(disk, 'a/file', { file: true, folder: false })
    assert.deepEqual(await outcomes(history, (disk) => contentKind(disk, 'a/file')), ['no name', 'whole'])
  })

  it('may lose, cut or tear content that was not synced, though its name was', async () => {
    const history = (disk: Disk) => put(disk, 'a/file', { file: false, folder: true })
    const seen = await outcomes(history, (disk) => contentKind(disk, 'a/file'))
    assert.deepEqual(seen, ['cut', 'empty', 'right length, wrong content', 'whole'])
  })

  it('never loses the part that was synced before more was appended', async () => {
    await outcomes(
      async (disk) => {
        const file = await disk.create('a/file')
        await file.append([Buffer.from('synced')])
        await file.sync()
        await file.append([CONTENT])
        await disk.syncFolder('a')
      },
      async (disk) => {
        const content = await (await disk.open('a/file')).read(0, 6)
        assert.equal(Buffer.from(content).toString(), 'synced')
        return ''
      },
    )
  })

  it('may undo a rename or a removal until the folder is synced, and never after', async () => {
    const names = async (disk: Disk) => (await disk.list('a')).toSorted().join(' ')
    const history = async (disk: Disk) => {
      await put(disk, 'a/old', { file: true, folder: true })
      await put(disk, 'a/removed', { file: true, folder: true })
      await disk.rename('a/old', 'a/new')
      await disk.remove('a/removed')
    }
    assert.deepEqual(await outcomes(history, names), ['new', 'new removed', 'old', 'old removed'])
    const synced = async (disk: Disk) => {
      await history(disk)
      await disk.syncFolder('a')
    }
    assert.deepEqual(await outcomes(synced, names), ['new'])
  })

  it('does not count as synced what was changed while the sync was under way', async () => {
    const kinds = await outcomes(
      async (disk) => {
        const file = await disk.create('a/file')
        const synced = disk.syncFolder('a')
        const alsoSynced = disk.syncFolder('a')
        const late = disk.create('a/late')
        await Promise.all([synced, alsoSynced, late, file.append([CONTENT]), file.sync()])
      },
      async (disk) => ((await disk.list('a')).includes('late') ? 'late' : 'no late'),
    )
    assert.deepEqual(kinds, ['late', 'no late'])
  })

  it('replays from its seed', async () => {
    const history = (disk: Disk) => put(disk, 'a/file', { file: false, folder: false })
    const look = async () => {
      const seen: string[] = []
      await outcomes(history, async (disk) => seen[seen.push(await contentKind(disk, 'a/file')) - 1] ?? '')
      return seen
    }
    assert.deepEqual(await look(), await look())
  })

  it('lets nothing settle after the crash, and the disk found does not change through the old one', async () => {
    const clock = new SimulatedClock()
    const delays = { operationMs: 5, syncMs: 20 }
    const disk = new SimulatedDisk({ clock, random: new SeededRandom(1), capacityBytes: 1e6, delays })
    await clock.drive(disk.makeFolder('a'))
    const file = await clock.drive(disk.create('a/file'))
    await clock.drive(disk.syncFolder('a'))
    let settled = 0
    const settle = () => settled++
    file.append([CONTENT]).then(settle, settle)
    disk.remove('a/file').then(settle, settle)
    const found = disk.crash()
    file.sync().then(settle, settle)
    await clock.advance(1000)
    assert.equal(settled, 0)
    assert.deepEqual(await clock.drive(found.list('a')), ['file'])
  })

  it('takes what fits when it fills up, says no-room, and has room again after a removal', async () => {
    const disk = makeDisk(1, 30_000)
    await disk.makeFolder('a')
    await put(disk, 'a/one', { file: true, folder: true })
    assert.equal(await disk.freeBytes(), 10_000)
    await assert.rejects(put(disk, 'a/two', { file: true, folder: true }), (error) => hasCode(error, 'no-room'))
    assert.equal(await disk.freeBytes(), 0)
    await disk.remove('a/one')
    assert.equal(await disk.freeBytes(), 20_000)
    disk.full = true
    assert.equal(await disk.freeBytes(), 0)
    await assert.rejects(put(disk, 'a/three', { file: true, folder: true }), (error) => hasCode(error, 'no-room'))
    assert.equal(await disk.crash().freeBytes(), 0)
  })

  it('flips one bit', async () => {
    const disk = makeDisk(1)
    await disk.makeFolder('a')
    await put(disk, 'a/file', { file: true, folder: true })
    disk.flipBit('a/file', 17)
    const content = Buffer.from(await (await disk.open('a/file')).read(0, CONTENT.length))
    assert.equal((content[2] ?? 0) ^ (CONTENT[2] ?? 0), 2)
    assert.throws(
      () => disk.flipBit('a/file', 8 * CONTENT.length),
      (error) => hasCode(error, 'usage'),
    )
  })
})
