import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { readSecretFile } from '../../shared/files/secret-file.ts'
import type { Who } from '../layout.ts'
import type { Testnet } from '../testnet.ts'

/** What a flood cost the process that made it. */
export interface FloodCost {
  readonly steps: number
  readonly seconds: number
  readonly cpuSeconds: number
}

/** Runs `work` while the flood is on, and at most `secondsMax` of it. */
export async function besideFlood<T>(
  net: Testnet,
  { kind, target, secondsMax }: { kind: string; target: Who; secondsMax: number },
  work: () => Promise<T>,
): Promise<{ result: T; cost: FloodCost }> {
  const secret = Buffer.from(await readSecretFile(net.files('coordinator').secret)).toString('base64')
  const role = target === 'coordinator' ? 'coordinator' : 'worker'
  const order = {
    kind,
    address: net.address(target),
    role,
    coordinator: net.address('coordinator'),
    secret,
    secondsMax,
  }
  const beside = await start('flooder.ts', JSON.stringify(order))
  const result = await work().finally(() => beside.stdin.end())
  const [line] = (await beside.said).trim().split('\n').slice(-1)
  return { result, cost: JSON.parse(line ?? '') as FloodCost }
}

/** Runs `work` beside a process that is connected to nobody and uses `cores` of the machine. */
export async function besideBurner<T>(cores: number, work: () => Promise<T>): Promise<T> {
  const beside = await start('burner.ts', String(cores))
  return await work().finally(() => beside.stdin.end())
}

interface Beside {
  readonly stdin: Writable
  /** All that it said, once it ended. */
  readonly said: Promise<string>
}

/** Resolves with its first word. It ends with its standard input, and so with this process. */
async function start(program: string, argument: string): Promise<Beside> {
  const args = ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, program), argument]
  const child: ChildProcessByStdio<Writable, Readable, null> = spawn(process.execPath, args, {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  child.stdin.on('error', () => {})
  const said = text(child.stdout)
  await new Promise((resolve, reject) => {
    child.stdout.once('data', resolve)
    child.once('exit', (code) => reject(new Error(`${program} ended with ${code}`)))
  })
  return { stdin: child.stdin, said }
}
