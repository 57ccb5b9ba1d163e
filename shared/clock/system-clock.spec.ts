import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { clockSuite } from './clock-suite.ts'
import { systemClock } from './system-clock.ts'

clockSuite('system', () => ({ clock: systemClock, pass: async (ms) => await wait(ms) }))

/** Runs a module in a process of its own and gives what it printed; it fails when the process does not end by itself. */
async function runModule(source: string): Promise<string> {
  const args = ['--input-type=module', '--eval', source]
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: import.meta.dirname, timeout: 5000 })
  return stdout
}

describe('system clock and the life of the process', () => {
  it('a waiting timer does not keep the process alive', async () => {
    const printed = await runModule(`
      const { systemClock } = await import('./system-clock.ts')
      systemClock.after(60_000, () => console.log('fired'))
      console.log('end of main')`)
    assert.equal(printed, 'end of main\n')
  })

  it('keepAlive lets a main that only waits see its end', async () => {
    const printed = await runModule(`
      const { systemClock } = await import('./system-clock.ts')
      const { sleep } = await import('./sleep.ts')
      const { keepAlive } = await import('./keep-alive.ts')
      await keepAlive(sleep(systemClock, 20))
      console.log('waited')`)
    assert.equal(printed, 'waited\n')
  })
})
