import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import type { Who } from '../layout.ts'
import type { Testnet } from '../testnet.ts'

const ESTABLISHED = '01'

/**
 * The workers that the piece of a client with this pid goes through, as far as they have opened connections to one another: of its sockets, the one to a worker, of that worker's
 * the one to the next. Right only in a swarm whose workers have not talked to one another before, and for a client that pushes one piece.
 */
export function chainFrom(net: Testnet, pid: number): Who[] {
  const ports = new Map(net.workerNames.map((who) => [portOf(net.address(who)), who]))
  const chain: Who[] = []
  for (let next: number | undefined = pid; next !== undefined; ) {
    const [who]: (Who | undefined)[] = remotePorts(next).flatMap((port) => ports.get(port) ?? [])
    if (who === undefined || chain.includes(who)) break
    chain.push(who)
    next = net.pid(who)
  }
  return chain
}

function portOf(address: string): number {
  return Number(/\/tcp\/(\d+)\//.exec(address)?.[1])
}

/** The ports at the other end of the process's open connections. */
function remotePorts(pid: number): number[] {
  const own = socketsOf(pid)
  // See proc_net_tcp(5): … local remote state … … … … … inode
  return readFileSync('/proc/net/tcp', 'latin1')
    .split('\n')
    .flatMap((line) => {
      const [, , remote = '', state = '', , , , , , inode = ''] = line.trim().split(/\s+/)
      return state === ESTABLISHED && own.has(inode) ? [Number.parseInt(remote.split(':')[1] ?? '', 16)] : []
    })
}

function socketsOf(pid: number): Set<string> {
  const inodes = new Set<string>()
  try {
    for (const fd of readdirSync(`/proc/${pid}/fd`)) {
      const inode = /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1]
      if (inode !== undefined) inodes.add(inode)
    }
  } catch {
    // It ended, or closed one meanwhile.
  }
  return inodes
}
