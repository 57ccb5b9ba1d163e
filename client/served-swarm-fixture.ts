import { cidFromBytes } from '../shared/cid.ts'
import { toHiroError } from '../shared/errors.ts'
import { PIECE_FRAME_BYTES_MAX } from '../shared/limits.ts'
import { callServing, serveCalls } from '../shared/protocol/calls/call-server.ts'
import { failureOf } from '../shared/protocol/calls/calls.ts'
import { CONTROL, type ControlHandlers } from '../shared/protocol/control/protocol.ts'
import { PieceReply, PieceRequest } from '../shared/protocol/piece/piece.js'
import { PIECE_PROTOCOL_ID } from '../shared/protocol/piece/protocol.ts'
import { encodeFrame } from '../shared/transport/byte-reader.ts'
import { type Channel, channelHandler } from '../shared/transport/channel.ts'
import { MemoryNetwork } from '../shared/transport/memory-network.ts'
import { type Scripted, scripted } from './client-fixture.ts'
import type { ControlCall } from './control/coordinator.ts'
import type { ScriptedWorker } from './scripted-workers-fixture.ts'

export const COORDINATOR = { id: 'coordinator', addresses: ['/memory/coordinator'] }

export interface Served extends Scripted {
  readonly network: MemoryNetwork
  /** Passes that workers were shown. */
  readonly passes: Set<string>
}

/** A scripted swarm that is talked to over a network in memory, by the real protocols. */
export function served(seed: string): Served {
  const swarm = scripted(seed)
  const network = new MemoryNetwork({ clock: swarm.clock, random: swarm.random.fork('network') })
  const passes = new Set<string>()
  const call = (name: ControlCall) => async (body: never) => await swarm.coordinator.call(name, body)
  const handlers = new Proxy({}, { get: (_, name) => call(name as ControlCall) }) as ControlHandlers
  network.join(COORDINATOR.id, COORDINATOR.addresses[0]).handle(
    CONTROL.id,
    channelHandler(
      async (channel) =>
        await serveCalls(
          channel,
          CONTROL,
          handlers,
          callServing(swarm.clock, () => {}),
          { admitted: () => true },
        ),
    ),
  )
  for (const worker of swarm.workers.all) {
    const transport = network.join(worker.id, worker.addresses[0])
    const serve = async (channel: Channel): Promise<void> => await servePieces(swarm, worker, channel, passes)
    transport.handle(PIECE_PROTOCOL_ID, channelHandler(serve))
  }
  return { ...swarm, network, passes }
}

async function servePieces(
  swarm: Scripted,
  worker: ScriptedWorker,
  channel: Channel,
  passes: Set<string>,
): Promise<void> {
  const { workers } = swarm
  for (;;) {
    const frame = await channel.reader.readFrame(PIECE_FRAME_BYTES_MAX)
    if (frame === undefined) return
    const { hello, put, get, stat } = PieceRequest.decode(frame)
    const reply = (body: Partial<PieceReply>, ...raw: Uint8Array[]) =>
      channel.send(encodeFrame(PieceReply.encode(body)), ...raw)
    try {
      if (hello) passes.add(Buffer.from(hello.pass).toString())
      if (put) {
        const bytes = await channel.reader.readExactly(put.sizeBytes)
        const chain = [worker, ...put.forward.flatMap((id) => workers.all.filter((other) => other.id === id))]
        const outcomes = await workers.put(chain, { cid: cidFromBytes(put.cid), grant: put.grant, bytes })
        await reply({ put: { outcomes: outcomes.map(({ peer, code = '', message }) => ({ peer, code, message })) } })
      }
      if (get) {
        const sizeBytes = worker.pieces.get(cidFromBytes(get.cid))?.byteLength ?? 0
        const range = { offset: get.offset, lengthBytes: get.lengthBytes || sizeBytes - get.offset }
        const bytes = await workers.get(worker, { cid: cidFromBytes(get.cid), sizeBytes, range })
        await reply({ get: { sizeBytes, lengthBytes: bytes.byteLength } }, bytes)
      }
      if (stat) {
        const sizes = await workers.stat(worker, stat.cids.map(cidFromBytes))
        const states = sizes.map((size) => ({ present: size !== undefined, sizeBytes: size ?? 0, code: '' }))
        await reply({ stat: { states } })
      }
    } catch (error) {
      await reply({ failure: failureOf(toHiroError(error)) })
    }
  }
}
