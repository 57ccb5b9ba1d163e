import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { run } from './command.ts'
import { measured } from './measured.ts'
import { Scope } from './scope.ts'

const BURNED_SECONDS = 0.5
/** Starting Node takes some itself, on a slow machine a good deal. */
const BURNED_SECONDS_MAX = 5
/** Two readings of ticks of 10 ms, for two or three processes. */
const ROUNDING_SECONDS = 0.05
const HELD_BYTES = 100 * 2 ** 20

/** Until this process itself has used so much CPU: a busy machine only makes it take longer. */
const burn = `const burn = () => { while (process.cpuUsage().user + process.cpuUsage().system < ${BURNED_SECONDS * 1e6}) ; }`
const node = (program: string) => ({ argv: [process.execPath, '--eval', program] })

describe('what processes cost', function () {
  this.timeout(60_000)
  const scope = new Scope(`spec ${process.pid}`)
  const cpuOf = async (work: () => Promise<unknown>): Promise<number> => (await measured(scope, work)).cpuSeconds

  const assertBurned = (seconds: number): void => {
    assert(seconds >= BURNED_SECONDS - ROUNDING_SECONDS, `only ${seconds} s were seen`)
    assert(seconds < BURNED_SECONDS_MAX, `${seconds} s were seen`)
  }

  it('a process that burns half a second and ends is counted', async () => {
    assertBurned(await cpuOf(async () => await run(node(`${burn}; burn()`))))
  })

  it('a process that burns half a second and is killed is counted', async () => {
    const child = spawn(process.execPath, ['--eval', `${burn}; burn(); console.log(); setInterval(() => {}, 1000)`])
    assertBurned(
      await cpuOf(async () => {
        await once(child.stdout, 'data')
        child.kill('SIGKILL')
        await once(child, 'close')
      }),
    )
  })

  it('a process that lives before and after is counted for what it did between', async () => {
    const before = scope.cpuSeconds()
    const child = spawn(process.execPath, [
      '--eval',
      `process.stdin.once('data', () => { ${burn}; burn(); console.log() })`,
    ])
    try {
      assertBurned(
        await cpuOf(async () => {
          child.stdin.write('go')
          await once(child.stdout, 'data')
        }),
      )
      assertBurned(scope.cpuSeconds() - before)
    } finally {
      child.kill('SIGKILL')
      await once(child, 'close')
    }
  })

  it('what a command started and waited for is counted', async () => {
    const program = `require('node:child_process').spawnSync(process.execPath, ['--eval', ${JSON.stringify(`${burn}; burn()`)}])`
    assertBurned(await cpuOf(async () => await run(node(program))))
  })

  it('a daemon that left the family is counted and named, and what it used is not forgotten with it', async () => {
    const daemon = `${burn}; burn(); setInterval(() => {}, 1000)`
    const program = `const child = require('node:child_process').spawn(process.execPath, ['--eval', ${JSON.stringify(daemon)}], { detached: true, stdio: 'ignore' })
      child.unref(); console.log(child.pid); process.exit()`
    const parent = spawn(process.execPath, ['--eval', program])
    const [pidLine] = (await once(parent.stdout, 'data')) as [Buffer]
    const pid = Number(pidLine.toString())
    const found = () => scope.processes().find((process_) => process_.pid === pid)
    try {
      await once(parent, 'close')
      while ((found()?.ownCpuSeconds ?? BURNED_SECONDS) < BURNED_SECONDS) await new Promise(setImmediate)
      assert.equal(found()?.name, 'node')
      const before = scope.cpuSeconds()
      process.kill(pid, 'SIGKILL')
      while (found() !== undefined) await new Promise(setImmediate)
      assert(scope.cpuSeconds() >= before, 'what it had used was taken back')
    } finally {
      if (found() !== undefined) process.kill(pid, 'SIGKILL')
    }
  })

  it("this process's own work, and that of a stranger, is not counted", async () => {
    const seconds = await cpuOf(async () => {
      const began = process.cpuUsage()
      while (process.cpuUsage(began).user < BURNED_SECONDS * 1e6);
    })
    assert(seconds < BURNED_SECONDS / 2, `${seconds} s were seen`)
    assert(!scope.processes().some(({ pid }) => pid === process.pid || pid === process.ppid))
  })

  it('the most memory that a process had is seen, and that of two at once added up', async () => {
    const program = `globalThis.held = Buffer.alloc(${HELD_BYTES}, 1); console.log(); setInterval(() => {}, 1000)`
    const children = [1, 2].map(() => spawn(process.execPath, ['--eval', program]))
    try {
      const held = async (): Promise<void> => {
        for (const { stdout } of children) await once(stdout, 'data')
      }
      const { peakBytes, peakSumBytes } = await measured(scope, held)
      assert((peakBytes['node'] ?? 0) > HELD_BYTES, JSON.stringify(peakBytes))
      assert(peakSumBytes > 2 * HELD_BYTES, `${peakSumBytes} at once`)
    } finally {
      for (const child of children) child.kill('SIGKILL')
    }
  })
})
