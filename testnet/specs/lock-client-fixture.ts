import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { HiroError, isErrorCode } from '../../shared/errors.ts'
import type { Testnet } from '../testnet.ts'

const library = join(import.meta.dirname, '..', '..', 'client', 'index.ts')

/** Words that the program knows, one JSON array a line, and answers with one line each. */
const PROGRAM = `
  const client = await openClient(folder)
  let lock
  const acts = {
    lock: async (path, options) => (lock = await client.lock(path, options)).fence.number,
    release: async () => await lock.release(),
    held: async () => !lock.signal.aborted,
    add: async (path, text, how) => {
      const under = how === 'fence' ? { fence: lock.fence } : how === 'lock' ? lock : undefined
      await client.replace(path, Buffer.from(text), under ? { lock: under } : {})
    },
  }
  process.stdout.write('{"value":"ready"}\\n')
  for await (const line of createInterface({ input: process.stdin })) {
    const [word, ...rest] = JSON.parse(line)
    const answer = await acts[word](...rest).then((value) => ({ value }), (error) => ({ code: error.code, message: error.message }))
    process.stdout.write(JSON.stringify(answer) + '\\n')
  }
  await client.close()
`

interface Answer {
  readonly value?: unknown
  readonly code?: string
  readonly message?: string
}

/** A process that uses the library and does what it is told, one thing after the other. */
export interface LockClient extends AsyncDisposable {
  /** Throws what the library does, with its code. */
  lock(
    path: string,
    options?: { exclusive?: boolean; waitMs?: number; range?: { start: number; end?: number } },
  ): Promise<number>
  release(): Promise<void>
  held(): Promise<boolean>
  /** Puts text into a file: under the lock, under its fence alone (so that only the coordinator can refuse), or under nothing. */
  add(path: string, text: string, how: 'lock' | 'fence' | 'nothing'): Promise<void>
  signal(signal: 'SIGSTOP' | 'SIGCONT' | 'SIGKILL'): void
}

export async function startLockClient(net: Testnet): Promise<LockClient> {
  const program = `
    import { createInterface } from 'node:readline'
    import { openClient } from ${JSON.stringify(library)}
    const folder = ${JSON.stringify(net.clientFolder)}
    ${PROGRAM}`
  const flags = ['--disable-warning=ExperimentalWarning', '--input-type=module', '--eval', program]
  const child = spawn(process.execPath, flags, { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(child, 'close')
  child.stdin.on('error', () => {}) // it may be killed before it has read all
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const answer = async (): Promise<unknown> => {
    const { value: line, done } = await lines.next()
    if (done) throw new Error('the program ended')
    const { value, code, message = '' } = JSON.parse(line) as Answer
    if (code !== undefined) throw new HiroError(isErrorCode(code) ? code : 'internal', message)
    return value
  }
  const ask = async (...words: unknown[]): Promise<unknown> => {
    child.stdin.write(`${JSON.stringify(words)}\n`)
    return await answer()
  }
  await answer()
  return {
    lock: async (path, options) => Number(await ask('lock', path, options ?? {})),
    release: async () => void (await ask('release')),
    held: async () => Boolean(await ask('held')),
    add: async (path, text, how) => void (await ask('add', path, text, how)),
    signal: (signal) => void child.kill(signal),
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGCONT')
      child.stdin.end()
      if (child.signalCode === null) await ended
    },
  }
}
