import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '../../shared/clock/system-clock.ts'
import { HiroError } from '../../shared/errors.ts'
import { systemRandom } from '../../shared/random/system-random.ts'
import { armStep, type Step, type StepFacts, steps } from '../../shared/steps.ts'
import { BackupBench, rowsOf } from '../backup/backups-fixture.ts'
import { openSqliteMetadataStore } from '../metadata/sqlite-metadata-store.ts'
import { restoreCoordinator } from './restore.ts'

const labels = (Object.entries(steps) as [Step, StepFacts][]).flatMap(([label, { operations }]) =>
  operations.includes('recover') ? [label] : [],
)

describe('a coordinator is restored', function () {
  this.timeout(60_000)
  let folder: string
  let bench: BackupBench
  const lines: string[] = []

  /** A worker's folder with a backup, and what the coordinator had. */
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hiro-restore-'))
    bench = new BackupBench()
    const log = await bench.begin()
    for (let n = 0; n < 30; n++) {
      await bench.context.store.transact(async (tx) => tx.put(`inode/${n}`, bench.swarm.random.bytes(200)))
    }
    await bench.snapshot(log)
    await bench.context.store.transact(async (tx) => tx.delete('inode/7'))
    await log.cut()
    await keepOn('worker')
    lines.length = 0
  })

  afterEach(async () => {
    armStep({ label: 'published', pass: 1 }, () => {})
    await rm(folder, { recursive: true, force: true })
  })

  async function keepOn(worker: string): Promise<void> {
    const backups = join(folder, worker, 'store', 'backup')
    await mkdir(backups, { recursive: true })
    const [shelf] = bench.shelves.values()
    for (const [name, bytes] of shelf?.objects ?? []) await writeFile(join(backups, name), bytes)
  }

  async function restore(...args: string[]): Promise<void> {
    const config = join(folder, 'new', 'config.json')
    await restoreCoordinator(['--vault', 'vault', '--config', config, ...args, join(folder, 'worker')], {
      clock: systemClock,
      random: systemRandom,
      backupKeyOf: async () => bench.backupKey,
      print: (line) => lines.push(line),
    })
  }

  async function judge(epoch: number): Promise<void> {
    const config = JSON.parse(await readFile(join(folder, 'new', 'config.json'), 'utf8')) as object
    assert.deepEqual(config, { copies: 3, epoch })
    const store = await openSqliteMetadataStore(join(folder, 'new', 'metadata.sqlite'), { epoch })
    try {
      assert.deepEqual(await rowsOf(store), await rowsOf(bench.context.store))
    } finally {
      await store.close()
    }
    const key = await readFile(join(folder, 'new', 'identity.key'), 'utf8')
    assert(key.includes(Buffer.from(bench.context.identity.privateKeySeed).toString('hex')))
  }

  it('with every row, its identity and its configuration, in the next epoch', async () => {
    await restore()
    await judge(2)
    assert(lines.some((line) => line.includes('as its epoch 2')))
    await assert.rejects(restore(), { code: 'exists' })
    await judge(2)
  })

  it('above every epoch that a worker has seen, also where no backup of it was made', async () => {
    await mkdir(join(folder, 'worker', 'store', 'swarm'))
    await writeFile(join(folder, 'worker', 'store', 'swarm', 'epoch'), `hiro-epoch-1 ${'ab'.repeat(16)} 5 -\n`)
    await restore()
    await judge(6)
  })

  for (const label of labels) {
    it(`also when it was killed at step ${label} and begun anew`, async () => {
      armStep({ label, pass: 1 }, () => {
        throw new HiroError('aborted', 'killed')
      })
      await assert.rejects(restore(), { message: 'killed' })
      armStep({ label: 'published', pass: 1 }, () => {})
      if (label === 'restore-done') await assert.rejects(restore(), { code: 'exists' })
      else await restore()
      await judge(2)
      const left = (await readdir(join(folder, 'new'))).filter((name) => name.startsWith('restoring'))
      assert.deepEqual(left, [])
    })
  }

  it('not into the folder of another coordinator', async () => {
    await mkdir(join(folder, 'new'))
    await writeFile(join(folder, 'new', 'identity.key'), `hiro-identity-1 ${'ab'.repeat(32)}\n`)
    await assert.rejects(restore(), { code: 'exists', message: /restore into an empty folder/ })
  })
})
