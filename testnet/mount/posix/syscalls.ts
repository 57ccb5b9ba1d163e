import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { HiroError } from '../../../shared/errors.ts'
import { cleanEnv } from '../../process/entry.ts'
import { compile } from '../compile.ts'
import { inheritedFault } from '../faults.ts'

const SOURCES = ['syscalls.c', 'syscalls-files.c', 'syscalls-names.c', 'syscalls-other.c', 'syscalls.h']

type Argument = string | number | bigint | Uint8Array

/** A system call that failed, with the name of its errno as the `code`, as those of Node's own calls. */
class SyscallError extends Error {
  readonly code: string

  constructor(code: string, call: string) {
    super(`${code}: ${call}`)
    this.name = 'SyscallError'
    this.code = code
  }
}

/** A process of its own that does system calls as it is told; see syscalls.c for their names and arguments. */
export interface Syscalls extends AsyncDisposable {
  /** Answers come in the order of the calls; one that waits for a lock keeps those behind it waiting. Throws `SyscallError`. */
  readonly call: (name: string, ...args: readonly Argument[]) => Promise<string>
  /** The same for a number: a descriptor, a count, a position. */
  readonly count: (name: string, ...args: readonly Argument[]) => Promise<number>
  readonly kill: () => Promise<void>
}

export async function startSyscalls(): Promise<Syscalls> {
  const program = await compile(import.meta.dirname, SOURCES)
  const child = spawn(program, [], {
    env: cleanEnv(inheritedFault()),
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const waiting: { call: string; resolve: (text: string) => void; reject: (error: Error) => void }[] = []
  const ended = once(child, 'close')
  let over = false
  child.stdin.on('error', () => {}) // told by its end
  child.on('close', () => {
    over = true
    for (const { call, reject } of waiting.splice(0)) reject(new HiroError('io', `the process ended before ${call}`))
  })

  const answered = (line: string): void => {
    const { call, resolve, reject } = waiting.shift() ?? {}
    if (line.startsWith('ok ')) resolve?.(decoded(line.slice(3)))
    else reject?.(new SyscallError(line.slice(3), call ?? ''))
  }
  let partial = ''
  child.stdout.setEncoding('latin1').on('data', (text: string) => {
    const lines = `${partial}${text}`.split('\n')
    partial = lines.pop() ?? ''
    for (const line of lines) answered(line)
  })

  const call = async (name: string, ...args: readonly Argument[]): Promise<string> =>
    await new Promise((resolve, reject) => {
      if (over) reject(new HiroError('io', `the process ended before ${name}`))
      const line = [name, ...args.map(encoded)].join(' ')
      waiting.push({ call: line.slice(0, 300), resolve, reject })
      child.stdin.write(`${line}\n`)
    })
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL')
    await ended
  }
  return {
    call,
    count: async (name, ...args) => Number(await call(name, ...args)),
    kill,
    [Symbol.asyncDispose]: kill,
  }
}

function encoded(argument: Argument): string {
  const bytes = Buffer.from(argument instanceof Uint8Array ? argument : String(argument))
  return bytes
    .toString('latin1')
    .replace(/[^A-Za-z0-9/._-]/g, (char) => `%${char.charCodeAt(0).toString(16).padStart(2, '0')}`)
}

function decoded(text: string): string {
  const bytes = text.replace(/%([0-9a-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
