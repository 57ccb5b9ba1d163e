import { systemClock } from '../../../shared/clock/system-clock.ts'
import { coordinatorAddress } from '../../../shared/config/coordinator-address.ts'
import { newIdentity } from '../../../shared/identity.ts'
import { systemRandom } from '../../../shared/random/system-random.ts'
import { encodeFrame } from '../../../shared/transport/byte-reader.ts'
import { Channel, channelHandler } from '../../../shared/transport/channel.ts'
import { startLibp2pTransport } from '../../../shared/transport/libp2p-transport.ts'
import { LINE_PROTOCOL_ID, lengthBytes, readLength, readReply, sendReply } from './line.ts'

/** `node line-end.ts [ONWARD]`: says its address, serves until its standard input ends. With ONWARD it passes on, slice by slice, what comes, while more comes. */
const [onward] = process.argv.slice(2)
const identity = newIdentity(systemRandom)
const transport = await startLibp2pTransport({ identity, listen: ['/ip4/127.0.0.1/tcp/0'], clock: systemClock })

async function openOnward(): Promise<Channel | undefined> {
  if (onward === undefined) return undefined
  return new Channel(await transport.open(coordinatorAddress([onward]), LINE_PROTOCOL_ID, {}))
}

transport.handle(
  LINE_PROTOCOL_ID,
  channelHandler(async (channel) => {
    // A stranger may not send as much.
    transport.admit(channel.remotePeer)
    const next = await openOnward()
    for (let bytes = await readLength(channel); bytes !== undefined; bytes = await readLength(channel)) {
      const began = process.cpuUsage()
      await next?.send(encodeFrame(lengthBytes(bytes)))
      for await (const slice of channel.reader.readUpTo(bytes)) await next?.send(slice)
      const behind = next ? await readReply(next) : []
      const { user, system } = process.cpuUsage(began)
      await sendReply(channel, [(user + system) / 1e6, ...behind])
    }
    await next?.close()
  }),
)
process.stdout.write(`${transport.addresses()[0]}/p2p/${transport.self}\n`)
for await (const _ of process.stdin) {
  // Its end is what is waited for.
}
await transport.stop()
