import { cidOf, cidToBytes } from '../../shared/cid.ts'
import { systemClock } from '../../shared/clock/system-clock.ts'
import { readSecretFile } from '../../shared/files/secret-file.ts'
import { fromHex, newId, ROOT_ID } from '../../shared/ids.ts'
import { greet, put } from '../../shared/protocol/piece/piece-client.ts'
import { PIECE_PROTOCOL_ID } from '../../shared/protocol/piece/protocol.ts'
import { systemRandom } from '../../shared/random/system-random.ts'
import type { Testnet } from '../testnet.ts'
import { type ControlCalls, WirePeer } from '../wire-peer.ts'

interface Ports {
  readonly net: Testnet
  readonly peer: WirePeer
  readonly calls: ControlCalls
}

interface Words {
  readonly version: number
  readonly grant: Uint8Array
  readonly pass: Uint8Array
}

/** An upload of one piece, whose every step is the test's: what no client would do can be done. */
export class UploadByHand implements AsyncDisposable {
  readonly piece: { readonly cid: string; readonly bytes: Uint8Array }
  /** Peer ids, in the order in which the coordinator wants the piece to travel. */
  readonly chain: readonly string[]
  readonly #ports: Ports
  readonly #words: Words

  private constructor(
    ports: Ports,
    words: Words,
    { piece, chain }: { piece: UploadByHand['piece']; chain: readonly string[] },
  ) {
    this.#ports = ports
    this.#words = words
    this.piece = piece
    this.chain = chain
  }

  /** Opens it, for a piece with these bytes; with the copies that the swarm asks for. */
  static async open(net: Testnet, bytes: Uint8Array): Promise<UploadByHand> {
    const secret = await readSecretFile(net.files('coordinator').secret)
    const peer = await WirePeer.open()
    const { calls, hello } = await peer.control(net.address('coordinator'), secret)
    const { version, places } = await calls.call('openIntent', {
      upload: fromHex(newId(systemRandom)),
      parent: fromHex(ROOT_ID),
      tag: systemRandom.bytes(32),
      file: fromHex(newId(systemRandom)),
      sealedName: systemRandom.bytes(64),
      replace: false,
      replaces: false,
      copies: 0,
      copiesMin: 0,
      chunks: 1,
      pieceBytesMax: bytes.byteLength,
      sizeHintBytes: 0,
    })
    const [placement] = places?.placements ?? []
    if (places === undefined || placement === undefined) throw new Error('the coordinator gives no place')
    const chain = placement.workers.map((at) => places.workers[at]?.peer ?? '')
    const piece = { cid: cidOf(bytes), bytes }
    return new UploadByHand({ net, peer, calls }, { version, grant: places.grant, pass: hello.pass }, { piece, chain })
  }

  /** Puts `bytes` under the piece's name at the first so many workers of the chain. Gives the code of each; the empty one: it is durable there. */
  async put(workers = this.chain.length, bytes = this.piece.bytes): Promise<string[]> {
    const { net, peer } = this.#ports
    const { grant, pass } = this.#words
    const [first, ...forward] = this.chain.slice(0, workers)
    const name = net.workerNames.find((who) => net.peer(who) === first)
    if (name === undefined) throw new Error(`no worker of this testnet is ${first}`)
    const channel = await peer.channel(net.address(name), PIECE_PROTOCOL_ID)
    await greet(channel, pass)
    const order = { grant, cid: this.piece.cid, sizeBytes: this.piece.bytes.byteLength, forward }
    const outcomes = await put(channel, order, bytes, { clock: systemClock })
    channel.abort(new Error('done'))
    return outcomes.map(({ code }) => code)
  }

  /** Says that the piece is all of the file's only group; `degraded`: that no further worker can be reached. */
  async sealGroup(degraded = false) {
    return await this.#ports.calls.call('sealGroup', this.#group(degraded))
  }

  async commit({ withGroup, degraded = false }: { withGroup: boolean; degraded?: boolean }) {
    const sealed = { sealedHead: systemRandom.bytes(64), sealedAttributes: systemRandom.bytes(64) }
    const lastGroup = withGroup ? { lastGroup: this.#group(degraded) } : {}
    return await this.#ports.calls.call('commit', { version: this.#words.version, groups: 1, ...sealed, ...lastGroup })
  }

  /** Gives it up, so that what it pushed is collected. */
  async [Symbol.asyncDispose](): Promise<void> {
    const { calls, peer } = this.#ports
    await calls.call('abortIntent', { version: this.#words.version }).catch(() => {})
    calls.close()
    await peer.close()
  }

  #group(degraded: boolean) {
    const { cid, bytes } = this.piece
    const pieces = [{ cid: cidToBytes(cid), sizeBytes: bytes.byteLength, shards: [] }]
    return { version: this.#words.version, group: 0, sealed: systemRandom.bytes(64), pieces, degraded }
  }
}
