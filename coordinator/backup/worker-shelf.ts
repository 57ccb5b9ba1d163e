import type { Shelf } from '../../shared/backup/library.ts'
import type { Clock } from '../../shared/clock/clock.ts'
import type { BackupRequest, BackupResponse } from '../../shared/protocol/backup/backup-calls.js'
import { BACKUP, BACKUP_NAMES_PER_CALL_MAX } from '../../shared/protocol/backup/protocol.ts'
import { CallClient } from '../../shared/protocol/calls/call-client.ts'
import { Channel } from '../../shared/transport/channel.ts'
import type { PeerAddress, Transport } from '../../shared/transport/transport.ts'

const OPEN_TIMEOUT_MS = 5_000
/** A memory card may take long for its fsync. */
const CALL_TIMEOUT_MS = 60_000

type Calls = CallClient<BackupRequest, BackupResponse>

/** A worker's backup objects, over one stream that is opened when it is needed. */
export class WorkerShelf implements Shelf {
  readonly name: string
  readonly #peer: PeerAddress
  readonly #ports: { readonly transport: Transport; readonly clock: Clock }
  #epochSeen = 0
  #opening: Promise<Calls> | undefined
  #calls: Calls | undefined

  constructor(ports: { readonly transport: Transport; readonly clock: Clock }, peer: PeerAddress, name: string) {
    this.#ports = ports
    this.#peer = peer
    this.name = name
  }

  async names(signal?: AbortSignal): Promise<string[]> {
    const names: string[] = []
    for (;;) {
      const page = await (await this.#open()).call('list', { after: names.at(-1) ?? '' }, options(signal))
      names.push(...page.names)
      this.#epochSeen = page.epochSeen
      if (!page.more || page.names.length === 0) return names
    }
  }

  async epochSeen(): Promise<number> {
    return this.#epochSeen
  }

  async get(name: string, signal?: AbortSignal): Promise<Uint8Array> {
    const { object } = await (await this.#open()).call('get', { name }, options(signal))
    return object
  }

  async put(object: Uint8Array, signal?: AbortSignal): Promise<void> {
    await (await this.#open()).call('put', { object }, options(signal))
  }

  async drop(names: readonly string[], signal?: AbortSignal): Promise<void> {
    for (let at = 0; at < names.length; at += BACKUP_NAMES_PER_CALL_MAX) {
      const some = names.slice(at, at + BACKUP_NAMES_PER_CALL_MAX)
      await (await this.#open()).call('drop', { names: some }, options(signal))
    }
  }

  close(): void {
    this.#calls?.close()
    this.#calls = undefined
  }

  async #open(): Promise<Calls> {
    if (this.#calls && !this.#calls.broken) return this.#calls
    this.#opening ??= this.#dial().finally(() => {
      this.#opening = undefined
    })
    return await this.#opening
  }

  async #dial(): Promise<Calls> {
    const { transport, clock } = this.#ports
    const stream = await transport.open(this.#peer, BACKUP.id, { timeoutMs: OPEN_TIMEOUT_MS })
    this.#calls = new CallClient(new Channel(stream), BACKUP, clock)
    return this.#calls
  }
}

function options(signal: AbortSignal | undefined) {
  return { signal, timeoutMs: CALL_TIMEOUT_MS }
}
