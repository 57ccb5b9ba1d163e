import assert from 'node:assert/strict'
import { chmod, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fsx } from '../mount/fsx/fsx.ts'
import { posixSuite } from '../mount/posix/posix-suite.ts'
import { featuresOfHiro } from '../mount/posix/row.ts'
import type { ProgramsSize } from '../mount/programs/programs-size.ts'
import { fewProgramsSuite } from '../mount/programs/programs-suite.ts'
import { pause, waitFor } from '../process/wait.ts'
import { isMounted, mountedSwarm, mountInForeground } from './mounted-fixture.ts'

const OPERATIONS = 400
const TURNS = 20

/** What takes seconds; all of it, and larger: testnet/long/mounted.spec.ts. */
const PROGRAMS: ProgramsSize = {
  commits: 3,
  rounds: 1,
  packs: false,
  kills: 1,
  transactions: 3,
  files: 6,
  rsync: false,
  saves: 5,
  lines: 0,
}

/** Shown by real processes and the kernel: a swarm is a folder. */
describe('hiro mount', function () {
  this.timeout(180_000)
  const swarm = mountedSwarm()

  it('shows what was added, and what is written there can be read by everybody', async () => {
    assert.equal((await swarm.net.hiro(['mkdir', '/added'])).code, 0)
    assert.deepEqual(await readdir(swarm.one), ['added'])
    await writeFile(join(swarm.one, 'added', 'written'), 'through the mount')
    assert.equal((await swarm.net.hiro(['cat', '/added/written'])).stdout, 'through the mount')
    assert.equal(await readFile(join(swarm.other, 'added', 'written'), 'utf8'), 'through the mount')
  })

  it('what one changes the other shows within two seconds, names and attributes, though it keeps them for a minute', async () => {
    const at = (path: string): [string, string] => [join(swarm.one, path), join(swarm.other, path)]
    const [here, there] = at('told')
    const seen = async (what: string, isSeen: () => Promise<boolean>): Promise<void> => {
      await waitFor(async () => await isSeen().catch(() => false), {
        otherwise: `${what} was not seen`,
        timeoutMs: 2_000,
      })
    }
    const isGone = async (path: string): Promise<boolean> => {
      return await stat(path).then(
        () => false,
        (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT',
      )
    }
    await mkdir(here)
    await writeFile(join(here, 'f'), 'a')
    assert.equal((await stat(join(there, 'f'))).size, 1)
    await writeFile(join(here, 'f'), 'longer')
    await seen('new content', async () => (await stat(join(there, 'f'))).size === 6)
    await chmod(join(here, 'f'), 0o600)
    await seen('other permissions', async () => ((await stat(join(there, 'f'))).mode & 0o777) === 0o600)
    await rename(join(here, 'f'), join(here, 'g'))
    await seen('a move', async () => (await isGone(join(there, 'f'))) && (await stat(join(there, 'g'))).size === 6)
    assert.deepEqual(await readdir(there), ['g'])
    const [, moved] = at('moved')
    await rename(here, join(swarm.one, 'moved'))
    await seen(
      'a folder that was moved',
      async () => (await isGone(there)) && (await stat(join(moved, 'g'))).size === 6,
    )
    await rm(join(swarm.one, 'moved', 'g'))
    await seen('a removal', async () => await isGone(join(moved, 'g')))
    await swarm.net.hiro(['rmdir', '/moved'])
    await seen(
      'what the command line removes',
      async () => (await isGone(moved)) && (await isGone(join(swarm.one, 'moved'))),
    )
  })

  it('hiro watch tells what is done through a mount, until it is interrupted', async () => {
    await mkdir(join(swarm.one, 'watched'))
    const watching = swarm.net.startHiro(['watch', '--recursive', '--json', '/watched'])
    const lines = createInterface({ input: watching.stdout })[Symbol.asyncIterator]()
    const next = async (): Promise<{ kind: string; path: string }> => {
      const { done, value } = await lines.next()
      return done ? assert.fail('nothing more was told') : (JSON.parse(value) as { kind: string; path: string })
    }
    // What it begins with cannot be known from outside.
    let made = 0
    const first = next()
    const making = new AbortController()
    void (async () => {
      while (!making.signal.aborted) {
        await writeFile(join(swarm.one, 'watched', `f${made++}`), '')
        await pause(100)
      }
    })()
    assert.equal((await first).kind, 'made')
    making.abort()
    await writeFile(join(swarm.one, 'watched', 'last'), 'content')
    for (let told = await next(); told.path !== '/watched/last'; told = await next());
    watching.kill('SIGINT')
    for (let line = await lines.next(); !line.done; line = await lines.next());
    assert.equal((await watching.ended).code, 130)
  })

  it('shows snapshots by a name that is in no listing, and lets nobody write there', async () => {
    assert.equal((await swarm.net.hiro(['snapshot', 'create', 'x', '/added'])).code, 0)
    await writeFile(join(swarm.one, 'added', 'written'), 'anew')
    const snapshot = join(swarm.other, 'added', '.snapshots', 'x')
    assert.deepEqual([await readdir(snapshot), await readdir(join(swarm.other, 'added'))], [['written'], ['written']])
    assert.equal(await readFile(join(snapshot, 'written'), 'utf8'), 'through the mount')
    for (const path of [join(snapshot, 'new'), join(snapshot, 'written')])
      await assert.rejects(writeFile(path, 'x'), { code: 'EROFS' })
    assert.equal((await swarm.net.hiro(['snapshot', 'rm', 'x', '/added'])).code, 0)
  })

  it('a file worked at random is what it should be, byte by byte', async () => {
    await fsx({ folder: swarm.one, seed: 1, operations: OPERATIONS, verifyEvery: 100 })
  })

  it('two mounts take turns at one file, and each sees what the other left', async () => {
    await fsx({ folder: swarm.one, other: swarm.other, seed: 2, operations: 10 * TURNS, perTurn: 10, verifyEvery: 20 })
  })

  it('a mount whose process was killed is cleared by the next one', async () => {
    const at = await swarm.place()
    const serving = await mountInForeground(swarm, at)
    await writeFile(join(at, 'kept'), 'synced by close')
    serving.kill('SIGKILL')
    await serving.ended
    await assert.rejects(readdir(at))
    assert.equal((await swarm.net.hiro(['mount', at])).code, 0)
    assert.equal(await readFile(join(at, 'kept'), 'utf8'), 'synced by close')
    const unmounted = await swarm.net.hiro(['umount', at])
    assert.deepEqual([unmounted.code, isMounted(at)], [0, false])
  })

  posixSuite(() => swarm.one, featuresOfHiro, { other: () => swarm.other, oneIn: 6, share: 0.02 })
  fewProgramsSuite(
    () => swarm.one,
    PROGRAMS,
    () => swarm.other,
  )
})
