import assert from 'node:assert/strict'
import { mkdir, mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { HiroError } from '../../shared/errors.ts'
import { needs } from '../machine/needs-fixture.ts'
import { chance } from '../specs/seed-fixture.ts'
import { lackOfCompiler } from './compile.ts'
import { type Fault, faultEnv } from './faults.ts'
import { type FsxOptions, fsx } from './fsx/fsx.ts'
import { localFolder } from './local-folder-fixture.ts'

const OPERATIONS = 1_500
/** What needs no disk to answer: many operations are soon done. */
const QUICK = { operations: 20_000, kinds: ['read', 'write', 'append', 'truncate', 'reopen'] } as const
const MIB = 2 ** 20

describe('a file worked at random', function () {
  this.timeout(60_000)
  needs(lackOfCompiler)
  const folder = localFolder()
  const random = chance('fsx')

  async function work(options: Partial<FsxOptions>): Promise<string> {
    const own = await mkdtemp(join(folder(), 'fsx-'))
    return await fsx({ folder: own, seed: random.below(2 ** 31), operations: OPERATIONS, ...options })
  }

  /** The report of a run that must find something. */
  async function reportOf(options: Partial<FsxOptions>): Promise<string> {
    const error = await work(options).then(
      (summary) => assert.fail(`nothing was found: ${summary}`),
      (error: unknown) => error,
    )
    assert(error instanceof HiroError && error.code === 'integrity', String(error))
    return error.message
  }

  const withFault = async (fault: Fault, every: number): Promise<{ env: Record<string, string> }> => ({
    env: await faultEnv(fault, folder(), every),
  })

  it('is what the copy in memory says, and a local file to which the same was done', async () => {
    for (let time = 0; time < 3; time++) await work({ local: join(folder(), 'trusted') })
  })

  it('also where it is large, small, of one byte, and each operation is a few bytes', async () => {
    await work({ sizeBytesMax: 8 * MIB, atOnceBytesMax: MIB, operations: 200, verifyEvery: 50 })
    await work({ sizeBytesMax: 5_000, atOnceBytesMax: 100 })
    await work({ sizeBytesMax: 1 })
  })

  it('also through two paths in turn', async () => {
    const shared = await mkdtemp(join(folder(), 'shared-'))
    const summary = await work({ folder: shared, other: `${shared}/.`, perTurn: 7, operations: 1_400 })
    assert.match(summary, /200 hand-overs/)
  })

  it('plays the same for the same seed, and something else for another', async () => {
    const [one, again, other] = [await work({ seed: 5 }), await work({ seed: 5 }), await work({ seed: 6 })]
    assert.equal(one, again)
    assert.notEqual(one, other)
  })

  it('does only the kinds that are asked for', async () => {
    const summary = await work({ kinds: ['read', 'append', 'truncate'] })
    assert.match(summary, /: read \d+ append \d+ truncate \d+$/)
  })

  it('planted: one write of a thousand is lost; the report says where, by what, and how to play it again', async () => {
    const report = await reportOf({
      ...(await withFault('drop-write', 1_000)),
      ...QUICK,
      seed: 11,
      logged: 5,
    })
    assert.match(report, /wrong (bytes|size) by \w+ at operation \d+/)
    assert.match(report, /expected/)
    assert.match(report, /found/)
    assert.match(report, /the last 5 operations/)
    assert.match(report, /again: .*fsx.* --seed 11 --operations 20000/)
  })

  it('planted: one bit of one read of a thousand is wrong', async () => {
    const report = await reportOf({ ...(await withFault('flip-read', 1_000)), ...QUICK })
    assert.match(report, /1 of them.*\n.*last changed by operation \d+:\n +expected [0-9a-f ]+\n +found/)
  })

  it('planted: one truncate of a hundred does nothing', async () => {
    assert.match(await reportOf({ ...(await withFault('keep-size', 100)), ...QUICK }), /wrong size/)
  })

  it('planted: appends go to where the descriptor is', async () => {
    await reportOf(await withFault('forget-append', 1))
  })

  it('planted: the two paths are of two files', async () => {
    const other = join(folder(), 'another')
    await mkdir(other)
    assert.match(await reportOf({ other }), /wrong size by stat at operation \d+: expected \d+, found 0/)
  })

  it('a call that fails, and an option that is wrong, are no mismatch', async () => {
    await assert.rejects(work({ folder: join(folder(), 'none') }), { code: 'io', message: /open failed.*No such file/ })
    await assert.rejects(work({ operations: 0 }), { code: 'io', message: /usage: fsx/ })
  })
})
