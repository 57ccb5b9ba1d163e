import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Testnet } from '../testnet.ts'

const library = join(import.meta.dirname, '..', '..', 'client', 'index.ts')

/**
 * Runs `body`, the inside of an async function to which `client` is the HiroClient of the testnet, in a process of its own, as a program that uses the library would be. Gives
 * what it returns, which has to be JSON.
 */
export async function useLibrary(net: Testnet, body: string): Promise<unknown> {
  const program = `
    import { openClient } from ${JSON.stringify(library)}
    const client = await openClient(${JSON.stringify(net.clientFolder)})
    const result = await (async () => { ${body} })()
    await client.close()
    process.stdout.write(JSON.stringify(result ?? null))`
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--input-type=module', '--eval', program],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', resolve)
  })
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  if (code !== 0) throw new Error(`the program ended with ${code}: ${stderr}`)
  return JSON.parse(stdout)
}
