import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { allPids, readCommandLine } from '../bench/tools/proc-files.ts'
import { need } from '../machine/need.ts'
import { needs } from '../machine/needs-fixture.ts'
import { cleanEnv } from '../process/entry.ts'
import { waitFor } from '../process/wait.ts'

const MAIN = join(import.meta.dirname, '..', 'bench', 'main.ts')
const SMALL = ['--only', 'mount', '--runs', '1', '--size', '1MiB', '--files', '1', '--mount-size', '2MiB']

describe('the benchmark of mounts', function () {
  this.timeout(300_000)
  needs(() => need(['mount'], async () => {}))
  let folder: string

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hiro-spec-'))
  })

  afterEach(async () => await rm(folder, { recursive: true, force: true }))

  const mounts = (): string[] =>
    readFileSync('/proc/self/mounts', 'utf8')
      .split('\n')
      .filter((line) => line.includes(folder))
  const commands = (): string[] => allPids().flatMap((pid) => readCommandLine(pid).join(' '))

  /** Until it writes at random through Hiro's mount. */
  const writing = async (): Promise<ChildProcess> => {
    const args = ['--disable-warning=ExperimentalWarning', MAIN, ...SMALL, '--mount-seconds', '5', '--dir', folder]
    const child = spawn(process.execPath, args, { env: cleanEnv(), stdio: 'ignore' })
    const isWriting = (): boolean =>
      commands().some((line) => line.includes('--rw=randwrite') && line.includes('hiro-mount'))
    await waitFor(isWriting, { otherwise: 'nothing was written through the mount', timeoutMs: 200_000 })
    assert.equal(mounts().length, 1)
    return child
  }

  it('interrupted while a program writes, leaves no mount, no process and no folder', async () => {
    const child = await writing()
    const ended = once(child, 'close')
    child.kill('SIGINT')
    assert.deepEqual(await ended, [130, null])
    assert.deepEqual([mounts(), await readdir(folder)], [[], []])
    assert.deepEqual(
      commands().filter((line) => line.includes(folder)),
      [],
    )
  })

  it('killed while a program writes, leaves no mount and no process', async () => {
    const child = await writing()
    child.kill('SIGKILL')
    const nothing = (): boolean => mounts().length === 0 && !commands().some((line) => line.includes(folder))
    await waitFor(nothing, { otherwise: 'something was left', timeoutMs: 60_000 })
  })
})
