import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Testnet } from '../testnet.ts'

const library = join(import.meta.dirname, '..', '..', 'client', 'index.ts')

/** What an honest client gets done in a second. */
export interface Speeds {
  readonly addMibPerS: number
  readonly catMibPerS: number
  /** A folder made, looked up, and removed: three calls, one after the other. */
  readonly callsPerS: number
}

export interface Work {
  readonly mib: number
  readonly folders: number
}

/** Has an honest client, in a process of its own and with a connection of its own, add a file, read it back, and make and remove folders. Throws when it could not within `timeoutMs`. */
export async function honestSpeeds(net: Testnet, { mib, folders }: Work, timeoutMs: number): Promise<Speeds> {
  // Warmed up first: a process that has just started is slow by itself.
  const program = `
    import { openClient } from ${JSON.stringify(library)}
    import { randomBytes } from 'node:crypto'
    const client = await openClient(${JSON.stringify(net.clientFolder)})
    const name = '/honest-' + randomBytes(6).toString('hex')
    const bytes = randomBytes(${mib} * 1048576)
    const timed = async (amount, work) => {
      const startMs = performance.now()
      await work()
      return amount / ((performance.now() - startMs) / 1000)
    }
    const add = async (path, body) => await client.add(path, [body])
    const cat = async (path) => {
      let sizeBytes = 0
      for await (const slice of client.read(path)) sizeBytes += slice.byteLength
      return sizeBytes
    }
    const folders = async (count) => {
      for (let i = 0; i < count; i++) {
        await client.mkdir(name + '-' + i)
        await client.stat(name + '-' + i)
        await client.rmdir(name + '-' + i)
      }
    }
    await add(name + '-warm', bytes.subarray(0, 1048576))
    await cat(name + '-warm')
    await folders(10)
    const callsPerS = await timed(3 * ${folders}, () => folders(${folders}))
    const addMibPerS = await timed(${mib}, () => add(name, bytes))
    let read = 0
    const catMibPerS = await timed(${mib}, async () => { read = await cat(name) })
    if (read !== bytes.byteLength) throw new Error('read ' + read)
    await client.remove(name)
    await client.remove(name + '-warm')
    await client.close()
    process.stdout.write(JSON.stringify({ addMibPerS, catMibPerS, callsPerS }))`
  const args = ['--disable-warning=ExperimentalWarning', '--input-type=module', '--eval', program]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], timeout: timeoutMs })
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', resolve)
  })
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  if (code !== 0) throw new Error(`the honest client ended with ${code}: ${stderr}`)
  return JSON.parse(stdout) as Speeds
}
