import { systemClock } from '../../../shared/clock/system-clock.ts'
import { coordinatorAddress } from '../../../shared/config/coordinator-address.ts'
import { newIdentity } from '../../../shared/identity.ts'
import { systemRandom } from '../../../shared/random/system-random.ts'
import { Channel } from '../../../shared/transport/channel.ts'
import { startLibp2pTransport } from '../../../shared/transport/libp2p-transport.ts'
import { LINE_PROTOCOL_ID, type LineReply, sendAlong, startLineEnd } from './line.ts'
import { type Step, type Turn, timed } from './step.ts'

const SLICE_BYTES = 64 * 1024

/** Bytes over the real transport to another process. */
export async function sendStep(): Promise<Step> {
  const line = await openLine(await startLineEnd())
  return {
    says: 'the transport alone, one stream between two processes; CPU of both',
    turn: async (bytes) => {
      const { turn, reply } = await line.send(bytes)
      return { ...turn, cpuSeconds: turn.cpuSeconds + sum(reply) }
    },
    end: async () => await line.end(),
  }
}

/** Bytes that come over the transport and go on over it while more comes: what being in the middle of a chain costs. */
export async function forwardStep(): Promise<Step> {
  const last = await startLineEnd()
  const line = await openLine(await startLineEnd(last.address), last)
  return {
    says: 'in over the transport and out again, slice by slice; CPU of the process in the middle',
    turn: async (bytes) => {
      const { turn, reply } = await line.send(bytes)
      return { ...turn, cpuSeconds: reply[0] ?? Number.NaN }
    },
    end: async () => await line.end(),
  }
}

interface Line {
  send(bytes: number): Promise<{ turn: Turn; reply: LineReply }>
  end(): Promise<void>
}

async function openLine(...ends: [Awaited<ReturnType<typeof startLineEnd>>, ...AsyncDisposable[]]): Promise<Line> {
  const transport = await startLibp2pTransport({ identity: newIdentity(systemRandom), listen: [], clock: systemClock })
  const [{ address }] = ends
  const channel = new Channel(await transport.open(coordinatorAddress([address]), LINE_PROTOCOL_ID, {}))
  const slice = systemRandom.bytes(SLICE_BYTES)
  return {
    send: async (bytes) => {
      let reply: LineReply = []
      const turn = await timed(bytes, async () => {
        reply = await sendAlong(channel, slice, bytes)
      })
      return { turn, reply }
    },
    end: async () => {
      await channel.close()
      await transport.stop()
      for (const end of ends) await end[Symbol.asyncDispose]()
    },
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0)
}
