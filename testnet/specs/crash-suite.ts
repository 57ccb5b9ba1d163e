import assert from 'node:assert/strict'
import { join } from 'node:path'
import { checkFile, startWriter } from '../mount/crash/crash-rig.ts'
import type { Reporting } from '../mount/crash/reporting.ts'
import { fsx } from '../mount/fsx/fsx.ts'
import { mustHaveCommitted, startAppending } from '../mount/programs/sqlite-suite.ts'
import type { RunningHiro } from '../process/hiro.ts'
import { pause, waitFor } from '../process/wait.ts'
import { type MountedSwarm, mountedSwarm, mountInForeground } from './mounted-fixture.ts'

interface Work {
  /** As in “is killed while …”. */
  readonly what: string
  readonly start: (path: string) => Promise<Reporting>
  /** That what was reported is there, and nothing that could not be. */
  readonly check: (path: string, reported: number) => Promise<unknown>
}

const RECORDS: Work = { what: 'a file is appended to, with an fsync each time', start: startWriter, check: checkFile }
const DATABASES: Work[] = ['delete', 'wal'].map((mode) => ({
  what: `SQLite commits, with the journal ${mode}`,
  start: async (path) => startAppending(path, mode),
  check: async (path, committed) => await mustHaveCommitted(path, mode, committed),
}))

/** While it is gone, work that needs it waits. */
const GONE_MS = 1_000
/** By then what waited has gone on, or was told that it cannot. */
const BOUND_MS = 60_000
/** Before and after the kill. */
const FSX = { operations: 3_000, verifyEvery: 50, seed: 7, timeoutMs: 2 * BOUND_MS }

/** Processes of a mounted swarm are killed while programs work in it. What these were told to be durable is there afterwards. `short`: what takes seconds. */
export function crashSuite(size: 'short' | 'long'): void {
  describe('a mounted swarm, in which', function () {
    this.timeout(5 * BOUND_MS)
    const swarm = mountedSwarm()
    const works = size === 'short' ? [RECORDS] : [RECORDS, ...DATABASES]
    for (const work of works) {
      for (const who of ['worker-2', 'coordinator'] as const) goesOn(swarm, who, work)
      endsWithMount(swarm, work)
    }
    if (size === 'long') fsxSuite(swarm)
  })
}

let files = 0
const fresh = (at: string): string => join(at, `work-${++files}`)

function goesOn(swarm: MountedSwarm, who: 'worker-2' | 'coordinator', { what, start, check }: Work): void {
  it(`${who} is killed while ${what}: it goes on, and another mount has all that was synced`, async () => {
    const path = fresh(swarm.one)
    await using worker = await start(path)
    await worker.untilReported(2)
    await killAndStart(swarm, who)
    await worker.untilReported(worker.reported() + 2)
    await worker.kill()
    await check(path.replace(swarm.one, swarm.other), worker.reported())
  })
}

function endsWithMount(swarm: MountedSwarm, { what, start, check }: Work): void {
  it(`the mount’s process is killed while ${what}: that fails clearly, and the next mount has all that was synced`, async () => {
    const at = await swarm.place()
    const path = fresh(at)
    const serving = await mountInForeground(swarm, at)
    await using worker = await start(path)
    await worker.untilReported(2)
    await mustFail(serving, async () => await worker.untilEnded(BOUND_MS))
    await mountAgain(swarm, at, async () => await check(path, worker.reported()))
  })
}

function fsxSuite(swarm: MountedSwarm): void {
  for (const who of ['worker-2', 'coordinator'] as const) {
    it(`${who} is killed while a file is worked at random: no operation fails, and each byte is right`, async () => {
      let over = false
      const working = fsx({ ...FSX, folder: swarm.one }).finally(() => {
        over = true
      })
      await pause(GONE_MS)
      await killAndStart(swarm, who)
      assert(!over, 'it was over before')
      await working
    })
  }

  it('the mount’s process is killed while a file is worked at random: that fails, and not by a wrong byte', async () => {
    const at = await swarm.place()
    const serving = await mountInForeground(swarm, at)
    const failed = fsx({ ...FSX, folder: at }).then(
      () => assert.fail('it did not notice'),
      (error: unknown) => error as Error & { code: string },
    )
    await pause(GONE_MS)
    await mustFail(serving, async () => (await failed).message)
    assert.equal((await failed).code, 'io')
    await mountAgain(swarm, at, async () => {})
  })
}

async function killAndStart({ net }: MountedSwarm, who: 'worker-2' | 'coordinator'): Promise<void> {
  await net.kill(who)
  await pause(GONE_MS)
  await net.start(who)
}

/** Kills the process of a mount: whoever works there is told, within a bounded time, what happened. */
async function mustFail(serving: RunningHiro, lastWords: () => Promise<string>): Promise<void> {
  serving.kill('SIGKILL')
  await serving.ended
  // EIO for what was under way, ENOTCONN behind it; SQLite has words of its own.
  assert.match(await lastWords(), /not connected|connection abort|\bI\/O error|input\/output error|unable to open/i)
}

/** The dead mount is cleared by the next one. */
async function mountAgain({ net }: MountedSwarm, at: string, look: () => Promise<unknown>): Promise<void> {
  assert.equal((await net.hiro(['mount', at])).code, 0)
  await look()
  await waitFor(async () => (await net.hiro(['umount', at])).code === 0, {
    otherwise: 'the mount stayed busy',
    timeoutMs: BOUND_MS,
  })
}
