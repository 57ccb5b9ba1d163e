import { systemClock } from '../shared/clock/system-clock.ts'
import { coordinatorAddress } from '../shared/config/coordinator-address.ts'
import { type Identity, newIdentity } from '../shared/identity.ts'
import { CallClient } from '../shared/protocol/calls/call-client.ts'
import type { ControlRequest, ControlResponse, HelloResponse } from '../shared/protocol/control/control.js'
import { CONTROL } from '../shared/protocol/control/protocol.ts'
import { systemRandom } from '../shared/random/system-random.ts'
import { Channel } from '../shared/transport/channel.ts'
import type { Transport } from '../shared/transport/transport.ts'

/** Long enough for two busy cores. */
const CONNECT_TIMEOUT_MS = 10_000

export type ControlCalls = CallClient<ControlRequest, ControlResponse>

/** A peer that speaks Hiro's protocols without any role's code: it has no keys, asks nothing twice, and can say what no client would. */
export class WirePeer implements AsyncDisposable {
  readonly identity: Identity
  readonly #transport: Transport

  constructor(identity: Identity, transport: Transport) {
    this.identity = identity
    this.#transport = transport
  }

  static async open(): Promise<WirePeer> {
    // Loaded when it is needed: most commands of a testnet only look at processes.
    const { startLibp2pTransport } = await import('../shared/transport/libp2p-transport.ts')
    const identity = newIdentity(systemRandom)
    return new WirePeer(identity, await startLibp2pTransport({ identity, listen: [], clock: systemClock }))
  }

  /** A link to the coordinator, admitted as a client's by the secret. Throws `unreachable`, `timeout`, `refused`. */
  async control(
    coordinator: string,
    secret: Uint8Array,
    signal?: AbortSignal,
  ): Promise<{ calls: ControlCalls; hello: HelloResponse }> {
    const calls: ControlCalls = new CallClient(
      await this.channel(coordinator, CONTROL.id, signal),
      CONTROL,
      systemClock,
    )
    const options = { signal, timeoutMs: CONNECT_TIMEOUT_MS }
    return { calls, hello: await calls.call('hello', { secret, pass: new Uint8Array() }, options) }
  }

  /** A stream to whoever listens at `address`, which ends with the peer id. Throws `unreachable`, `timeout`, `version-unknown`. */
  async channel(address: string, protocol: string, signal?: AbortSignal): Promise<Channel> {
    const options = { timeoutMs: CONNECT_TIMEOUT_MS, ...(signal && { signal }) }
    return new Channel(await this.#transport.open(coordinatorAddress([address]), protocol, options))
  }

  async close(): Promise<void> {
    await this.#transport.stop()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close()
  }
}
