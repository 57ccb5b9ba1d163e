import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { need } from '../machine/need.ts'
import { needs } from '../machine/needs-fixture.ts'
import { lackOfCompiler } from '../mount/compile.ts'
import { fsx } from '../mount/fsx/fsx.ts'
import { waitFor } from '../process/wait.ts'
import { ownSwarm } from './swarm-fixture.ts'

const OPERATIONS = 400
const TURNS = 20

function isMounted(at: string): boolean {
  return readFileSync('/proc/self/mountinfo', 'utf8').includes(` ${at} `)
}

/** Shown by real processes and the kernel: a swarm is a folder. */
describe('hiro mount', function () {
  this.timeout(180_000)
  needs(() => need(['mount'], async () => {}))
  needs(lackOfCompiler)
  const swarm = ownSwarm({ workers: 3 })
  let folder: string
  let [one, other] = ['', '']

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hiro-mounted-'))
    ;[one, other] = [join(folder, 'one'), join(folder, 'other')]
    for (const at of [one, other]) {
      await mkdir(at)
      const mounted = await swarm.net.hiro(['mount', at])
      assert.deepEqual([mounted.code, mounted.stderr], [0, ''])
    }
  })
  after(async () => {
    for (const at of [one, other]) await swarm.net.hiro(['umount', '--force', at])
    await rm(folder, { recursive: true, force: true })
  })

  it('shows what was added, and what is written there can be read by everybody', async () => {
    assert.equal((await swarm.net.hiro(['mkdir', '/added'])).code, 0)
    assert.deepEqual(await readdir(one), ['added'])
    await writeFile(join(one, 'added', 'written'), 'through the mount')
    assert.equal((await swarm.net.hiro(['cat', '/added/written'])).stdout, 'through the mount')
    assert.equal(await readFile(join(other, 'added', 'written'), 'utf8'), 'through the mount')
  })

  it('a file worked at random is what it should be, byte by byte', async () => {
    await fsx({ folder: one, seed: 1, operations: OPERATIONS, verifyEvery: 100 })
  })

  it('two mounts take turns at one file, and each sees what the other left', async () => {
    await fsx({ folder: one, other, seed: 2, operations: 10 * TURNS, perTurn: 10, verifyEvery: 20 })
  })

  it('a mount whose process was killed is cleared by the next one', async () => {
    const at = join(folder, 'killed')
    await mkdir(at)
    const serving = swarm.net.startHiro(['mount', '--foreground', at])
    await waitFor(() => isMounted(at), { otherwise: 'nothing was mounted', timeoutMs: 60_000 })
    await writeFile(join(at, 'kept'), 'synced by close')
    serving.kill('SIGKILL')
    await serving.ended
    await assert.rejects(readdir(at))
    assert.equal((await swarm.net.hiro(['mount', at])).code, 0)
    assert.equal(await readFile(join(at, 'kept'), 'utf8'), 'synced by close')
    const unmounted = await swarm.net.hiro(['umount', at])
    assert.deepEqual([unmounted.code, isMounted(at)], [0, false])
  })
})
