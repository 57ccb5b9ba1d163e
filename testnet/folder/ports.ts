import { once } from 'node:events'
import { createServer } from 'node:net'
import { HiroError } from '../../shared/errors.ts'
import type { Random } from '../../shared/random/random.ts'

/** Below what the system hands out for outgoing connections: while a worker is down nobody else must come by its port. */
const [PORT_MIN, PORT_MAX] = [12_000, 31_999]
const TRIES = 50

/** `count` different ports of the loopback that nobody listens on now. Throws `no-room`. */
export async function freePorts(count: number, random: Random): Promise<number[]> {
  const found = new Set<number>()
  for (let tries = 0; found.size < count; tries++) {
    if (tries === count * TRIES) throw new HiroError('no-room', 'found no free ports on the loopback')
    const port = PORT_MIN + random.below(PORT_MAX - PORT_MIN + 1)
    if (!found.has(port) && (await isFree(port))) found.add(port)
  }
  return [...found]
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer()
  try {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    return true
  } catch {
    return false
  } finally {
    server.close()
  }
}
