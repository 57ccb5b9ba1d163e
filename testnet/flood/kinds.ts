import { connect, type Socket } from 'node:net'
import { systemClock } from '../../shared/clock/system-clock.ts'
import { coordinatorAddress } from '../../shared/config/coordinator-address.ts'
import { newIdentity } from '../../shared/identity.ts'
import { CallClient } from '../../shared/protocol/calls/call-client.ts'
import { CONTROL } from '../../shared/protocol/control/protocol.ts'
import { PieceRequest } from '../../shared/protocol/piece/piece.js'
import { greet, stat } from '../../shared/protocol/piece/piece-client.ts'
import { PIECE_PROTOCOL_ID } from '../../shared/protocol/piece/protocol.ts'
import { systemRandom } from '../../shared/random/system-random.ts'
import { encodeFrame } from '../../shared/transport/byte-reader.ts'
import { Channel } from '../../shared/transport/channel.ts'
import { startLibp2pTransport } from '../../shared/transport/libp2p-transport.ts'
import type { Transport } from '../../shared/transport/transport.ts'
import { WirePeer } from '../wire-peer.ts'

/** Whom to flood, and what a member is let in with. */
export interface Target {
  readonly address: string
  readonly role: 'coordinator' | 'worker'
  readonly coordinator: string
  readonly secret: Uint8Array
}

/** Does one thing more, and resolves when it may do the next; `lane` tells those that flood at the same time apart. */
type Step = (lane: number) => Promise<void>

interface Kind {
  readonly means: string
  readonly roles: readonly Target['role'][]
  /** How many steps go on at once. */
  readonly lanes: number
  make(target: Target): Promise<Step>
}

const BOTH = ['coordinator', 'worker'] as const
const CID = Uint8Array.from([1, 0x55, 0x12, 32, ...new Uint8Array(32).fill(7)])
const PIECE_BYTES = 4 * 1024 * 1024
const OPEN_SOCKETS_MAX = 2_000

/** What a peer that means harm, or is broken, can do without much of an effort. */
export const KINDS: Readonly<Record<string, Kind>> = {
  sockets: { means: 'connections without handshake', roles: BOTH, lanes: 64, make: async (target) => sockets(target) },
  strangers: { means: 'handshakes of strangers', roles: BOTH, lanes: 16, make: async (target) => strangers(target) },
  streams: { means: 'streams of a stranger', roles: BOTH, lanes: 64, make: async (target) => await streams(target) },
  junk: { means: 'frames that are none', roles: BOTH, lanes: 32, make: async (target) => await junk(target) },
  refused: { means: 'requests without a pass', roles: BOTH, lanes: 32, make: async (target) => await refused(target) },
  member: {
    means: 'cheap requests of a member',
    roles: BOTH,
    lanes: 128,
    make: async (target) => await member(target),
  },
  puts: {
    means: 'large puts without a grant',
    roles: ['worker'],
    lanes: 16,
    make: async (target) => await puts(target),
  },
}

function sockets({ address }: Target): Step {
  const [, , host, , port] = address.split('/')
  const open: Socket[] = []
  return async () => {
    const socket = connect(Number(port), host)
    await new Promise<void>((resolve) => {
      socket.on('error', () => resolve())
      socket.once('connect', () => resolve())
    })
    open.push(socket)
    if (open.length > OPEN_SOCKETS_MAX) open.shift()?.destroy()
  }
}

async function stranger(): Promise<Transport> {
  return await startLibp2pTransport({ identity: newIdentity(systemRandom), listen: [], clock: systemClock })
}

function protocolOf({ role }: Target): string {
  return role === 'coordinator' ? CONTROL.id : PIECE_PROTOCOL_ID
}

function strangers(target: Target): Step {
  const peer = coordinatorAddress([target.address])
  const transports: (Transport | undefined)[] = []
  return async (lane) => {
    // Another identity each time would cost the flooder more than the flooded.
    const transport = (transports[lane] ??= await stranger())
    await transport.open(peer, '/hiro/nobody/1', {}).catch(() => {})
    await transport.disconnect(peer.id)
  }
}

/** One identity that is made anew when it is refused. */
async function refusable(target: Target, use: (channel: Channel) => Promise<void>): Promise<Step> {
  const peer = coordinatorAddress([target.address])
  let transport = await stranger()
  let failures = 0
  return async () => {
    const mine = transport
    try {
      const channel = new Channel(await mine.open(peer, protocolOf(target), { timeoutMs: 2_000 }))
      failures = 0
      await use(channel).finally(() => channel.abort(new Error('done')))
    } catch {
      if (mine !== transport || ++failures < 32) return
      failures = 0
      transport = await stranger()
      await mine.stop()
    }
  }
}

async function streams(target: Target): Promise<Step> {
  return await refusable(target, async () => {})
}

async function junk(target: Target): Promise<Step> {
  return await refusable(target, async (channel) => {
    await channel.send(encodeFrame(systemRandom.bytes(1_000)))
    await channel.reader.ready()
  })
}

async function refused(target: Target): Promise<Step> {
  return await refusable(target, async (channel) => {
    if (target.role === 'worker') {
      await greet(channel, systemRandom.bytes(200))
      await stat(channel, ['bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku'], { clock: systemClock })
    } else {
      const calls = new CallClient(channel, CONTROL, systemClock)
      await calls.call('hello', { secret: systemRandom.bytes(32), pass: new Uint8Array() })
    }
  })
}

async function member(target: Target): Promise<Step> {
  const peer = await WirePeer.open()
  const { calls, hello } = await peer.control(target.coordinator, target.secret)
  const folder = new Uint8Array(16)
  if (target.role === 'coordinator') {
    return async () => {
      await calls.call('list', { folder, after: new Uint8Array(), limit: 1 }).catch(() => {})
    }
  }
  return greeted(peer, target, hello.pass, async (channel) => {
    await stat(channel, ['bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku'], { clock: systemClock })
  })
}

async function puts(target: Target): Promise<Step> {
  const peer = await WirePeer.open()
  const { hello } = await peer.control(target.coordinator, target.secret)
  const body = new Uint8Array(PIECE_BYTES)
  return greeted(peer, target, hello.pass, async (channel) => {
    const put = {
      cid: CID,
      sizeBytes: body.byteLength,
      grant: new Uint8Array(300),
      forward: [],
      progressMs: 0,
      vouch: false,
    }
    await channel.send(encodeFrame(PieceRequest.encode({ put })), body)
    await channel.reader.expectFrame(64 * 1024)
  })
}

/** Each lane on a stream of its own, which is kept, and opened anew when it broke. */
function greeted(peer: WirePeer, target: Target, pass: Uint8Array, use: (channel: Channel) => Promise<void>): Step {
  const channels: (Channel | undefined)[] = []
  return async (lane) => {
    try {
      let channel = channels[lane]
      if (channel === undefined || channel.broken) {
        channel = channels[lane] = await peer.channel(target.address, PIECE_PROTOCOL_ID)
        await greet(channel, pass)
      }
      await use(channel)
    } catch {
      channels[lane]?.abort(new Error('failed'))
      channels[lane] = undefined
    }
  }
}
