import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lockFolder } from './folder-lock.ts'

let folder = ''
const children: ChildProcess[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hiro-lock-'))
})
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await rm(folder, { recursive: true })
})

/** A process that tries to lock the folder, forgets what it got, tells `locked` or the error's code, and lives on. */
async function startLocker(): Promise<{ child: ChildProcess; told: string }> {
  const source = `
    const { lockFolder } = await import('./folder-lock.ts')
    const attempt = () => { try { return lockFolder(${JSON.stringify(folder)}), 'locked' } catch (error) { return error.code } }
    const told = attempt()
    gc()
    process.stdout.write(told)
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--expose-gc', '--input-type=module', '--eval', source], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  return { child, told: String(await once(child.stdout, 'data')) }
}

describe('lockFolder', () => {
  it('another process cannot open a folder that is open, and is told who has it', async () => {
    const { child, told } = await startLocker()
    assert.equal(told, 'locked')
    assert.throws(() => lockFolder(folder), {
      code: 'busy',
      message: `${folder} is open in another process (pid ${child.pid})`,
    })
  })

  it('SIGKILL frees the lock', async () => {
    const { child } = await startLocker()
    child.kill('SIGKILL')
    await once(child, 'exit')
    lockFolder(folder).release()
  })

  it('a process that is stopped, not dead, keeps the lock', async () => {
    const { child } = await startLocker()
    child.kill('SIGSTOP')
    assert.throws(() => lockFolder(folder), { code: 'busy' })
  })

  it('of four processes that start at once, one gets it', async () => {
    const told = (await Promise.all([startLocker(), startLocker(), startLocker(), startLocker()])).map((it) => it.told)
    assert.deepEqual(told.toSorted(), ['busy', 'busy', 'busy', 'locked'])
  })

  it('released, it is free for others; releasing twice is harmless and does not release the next holder', async () => {
    const first = lockFolder(folder)
    first.release()
    const second = lockFolder(folder)
    first.release()
    assert.equal(await readFile(join(folder, 'lock-holder'), 'utf8'), `${process.pid}\n`)
    assert.equal((await startLocker()).told, 'busy')
    second.release()
    assert.equal((await startLocker()).told, 'locked')
  })

  it('one process cannot open it twice, not even by another path; a failed attempt does not cost the lock', async () => {
    const lock = lockFolder(folder)
    await symlink(folder, `${folder}-alias`)
    try {
      assert.throws(() => lockFolder(folder), { code: 'busy' })
      assert.throws(() => lockFolder(`${folder}-alias`), { code: 'busy' })
    } finally {
      await rm(`${folder}-alias`)
    }
    assert.equal((await startLocker()).told, 'busy')
    lock.release()
  })

  it('an absent folder is not busy', () => {
    assert.throws(() => lockFolder(join(folder, 'absent')), { code: 'not-found' })
  })
})
