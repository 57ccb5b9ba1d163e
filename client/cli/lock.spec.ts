import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HiroError } from '../../shared/errors.ts'
import { heldLock, heldLockEnv } from './held-lock.ts'
import { startCommand } from './run-command.ts'
import { TestCli } from './test-cli.ts'

describe('hiro lock', () => {
  let folder: string
  let cli: TestCli
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hiro-lock-'))
    cli = new TestCli(folder)
    await cli.swarm.add('/f', Buffer.from('f'))
    cli.swarm.calls.length = 0
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('runs a command while the path is locked, and ends as it does', async () => {
    for (const exit of [0, 3, 130]) {
      cli.program = () => {
        cli.swarm.calls.push('program')
        return exit
      }
      assert.deepEqual(await cli.hiro('lock', '/f', '--', 'make', '--jobs', '2'), { exit, stdout: '', stderr: '' })
      assert.deepEqual(cli.ran.at(-1)?.words, ['make', '--jobs', '2'])
      assert.deepEqual(cli.swarm.calls.splice(0), ['lock /f alone 0', 'program', 'unlock /f'])
    }
    await cli.hiro('lock', '--shared', '--wait', '1m', '/f', '--', 'true')
    assert.equal(cli.swarm.calls[0], 'lock /f shared 60000')
  })

  it('runs nothing where it is not locked', async () => {
    cli.swarm.failures.set('/f alone 0', new HiroError('locked', 'someone else has it locked'))
    const { exit, stderr } = await cli.hiro('lock', '/f', '--', 'true')
    assert.equal(exit, 5)
    assert.match(stderr, /^hiro: lock: someone else has it locked\n {2}.*--wait/)
    assert.equal((await cli.hiro('lock', '/none', '--', 'true')).exit, 3)
    assert.equal((await cli.hiro('lock', '/f')).exit, 2)
    assert.equal((await cli.hiro('lock', '--wait', '30', '/f', '--', 'true')).exit, 2)
    assert.deepEqual(cli.ran, [])
  })

  it('asks the command to end when the lock is lost, and says so whatever it ends with', async () => {
    cli.program = (signal) => {
      cli.swarm.locks.abort(new HiroError('lease-lapsed', 'the lock is not held any more'))
      return signal.aborted ? 0 : 1
    }
    const { exit, stderr } = await cli.hiro('lock', '/f', '--', 'true')
    assert.equal(exit, 5)
    assert.match(stderr, /^hiro: lock: the lock is not held any more\n/)
  })

  it('lets what is added by the command be added under the lock, file by file', async () => {
    await cli.hiro('lock', '/f', '--', 'true')
    const { env } = cli.ran[0] ?? assert.fail()
    const below = new TestCli(folder, { env })
    for (const name of ['x', 'y']) writeFileSync(join(folder, name), name)
    assert.equal((await below.hiro('add', join(folder, 'x'), '--to', '/x')).exit, 0)
    assert.equal((await below.hiro('add', folder, '--to', '/all')).exit, 0)
    const fence = { session: 'a'.repeat(32), file: 'b'.repeat(32), number: 2 ** 40 + 9 }
    assert.deepEqual(below.swarm.fences, [fence, fence, fence])
    assert(!below.swarm.calls.some((call) => call.startsWith('addPack')))
  })

  it('sets a variable that says no more, and nothing else, than which lock it is', () => {
    const fence = { session: 'a'.repeat(32), file: '0'.repeat(32), number: 2 ** 40 }
    assert.deepEqual(heldLock(heldLockEnv(fence)), { fence })
    assert.equal(heldLock({}), undefined)
    assert.equal(heldLock({ HIRO_LOCK: '' }), undefined)
    for (const text of ['x', `${'a'.repeat(32)}/${'b'.repeat(32)}/0`, `${'a'.repeat(31)}/${'b'.repeat(32)}/1`])
      assert.throws(() => heldLock({ HIRO_LOCK: text }), { code: 'usage' })
  })
})

describe('a command that is run', () => {
  const env = process.env
  const never = new AbortController().signal

  it('ends with its exit code, or as shells tell of a signal', async () => {
    assert.equal(await startCommand(['sh', '-c', 'exit 7'], env, never).exit, 7)
    assert.equal(await startCommand(['sh', '-c', 'kill -9 $$'], env, never).exit, 137)
    await assert.rejects(startCommand(['/no/such/program'], env, never).exit, { code: 'usage' })
  })

  it('is asked to end, and answers signals itself', async () => {
    const lost = new AbortController()
    const asked = startCommand(['sh', '-c', 'trap "exit 9" TERM; while :; do sleep 0.05; done'], env, lost.signal)
    lost.abort()
    assert.ok([9, 143].includes(await asked.exit))
    const told = startCommand(['sleep', '60'], env, never)
    told.interrupted('SIGTERM')
    assert.equal(await told.exit, 143)
  })
})
