import type { RestoredLife } from '../../shared/backup/epoch-proof.ts'
import type { Clock } from '../../shared/clock/clock.ts'
import { HiroError, hasCode, toHiroError } from '../../shared/errors.ts'
import { PASS_TTL_MS } from '../../shared/limits.ts'
import type { Log } from '../../shared/log.ts'
import { CallClient } from '../../shared/protocol/calls/call-client.ts'
import type { ControlRequest, ControlResponse } from '../../shared/protocol/control/control.js'
import { CONTROL } from '../../shared/protocol/control/protocol.ts'
import type { Random } from '../../shared/random/random.ts'
import { Channel } from '../../shared/transport/channel.ts'
import type { PeerAddress, Transport } from '../../shared/transport/transport.ts'
import { type RetryPolicy, retry } from '../../shared/work/retry.ts'
import { abortable, LinkedController, throwIfAborted } from '../../shared/work/signal.ts'
import { Admission, type AdmissionSettings } from './admission.ts'
import type { CallOptions, ControlCall, Coordinator, RequestOf, ResponseOf } from './coordinator.ts'

/** How long work under way outlives a coordinator that is away: longer than a restart takes, shorter than a person waits in doubt. */
export const PATIENCE_MS = 30_000
/** How long a coordinator that is not there may take to appear before a client that never saw it gives up: what a person typed fails visibly. */
const CONNECT_PATIENCE_MS = 3_000
/** One try to dial, and one hello. Longer than patience, so that an address that swallows everything is tried once. */
const CONNECT_TIMEOUT_MS = 4_000
/** Answers of a coordinator that could not do it now, whether or not an earlier try was done. */
const SAYS_NOTHING = ['io', 'no-room', 'metadata-damaged', 'internal', 'refused', 'bad-frame'] as const
const RETRY_DELAYS = { firstDelayMs: 50, delayMsMax: 2_000 }

export interface ControlLinkPorts {
  readonly transport: Transport
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
}

export interface ControlLinkSettings extends AdmissionSettings {
  readonly coordinator: PeerAddress
  readonly patienceMs?: number | undefined
  readonly connectPatienceMs?: number | undefined
}

type Calls = CallClient<ControlRequest, ControlResponse>

/** One control stream for all calls of a client, opened when it is first needed and again whenever it broke. */
export class ControlLink implements Coordinator {
  readonly #ports: ControlLinkPorts
  readonly #settings: ControlLinkSettings
  readonly #admission: Admission
  readonly #closed = new AbortController()
  #calls: Calls | undefined
  #connecting: Promise<Calls> | undefined
  #first: Promise<void> | undefined

  constructor(ports: ControlLinkPorts, settings: ControlLinkSettings) {
    this.#ports = ports
    this.#settings = settings
    this.#admission = new Admission(ports, settings)
  }

  async call<Name extends ControlCall>(
    name: Name,
    body: RequestOf<Name>,
    options: CallOptions<Name> = {},
  ): Promise<ResponseOf<Name>> {
    using controller = new LinkedController(options.signal, this.#closed.signal)
    const { signal } = controller
    await this.#connectFirst(signal)
    let lost = false
    const ask = async (): Promise<{ answer: ResponseOf<Name> } | { failure: HiroError }> => {
      const calls = await abortable(this.#connect(), signal)
      if (calls.broken) throw new HiroError('unreachable', 'the connection to the coordinator broke')
      const lostBefore = lost
      lost = true // from here on, until it is answered
      try {
        const answer = await calls.call(name, body, { signal, ...timeoutOf(options) })
        return { answer }
      } catch (cause) {
        const error = toHiroError(cause)
        if (signal.aborted || error.code === 'unreachable' || error.code === 'timeout') {
          if (error.code === 'timeout') calls.close() // a silent connection is not waited for twice
          throw error
        }
        lost = lostBefore
        if (error.code === 'busy' || error.code === 'conflict') throw error
        return { failure: error }
      }
    }
    const policy = this.#policy(options.patienceMs ?? this.#settings.patienceMs ?? PATIENCE_MS)
    const result = await retry(this.#ports, policy, ask, signal, this.#noteRetry(name)).catch((cause: unknown) => {
      const error = toHiroError(cause)
      if (!(lost && options.mutating)) throw error
      throw new HiroError('unknown', `the answer was lost: ${error.message}`, { cause: error })
    })
    if ('answer' in result) return result.answer
    const settled = lost ? options.afterLoss?.(result.failure) : undefined
    if (settled !== undefined) return settled
    if (lost && options.mutating && hasCode(result.failure, ...SAYS_NOTHING)) {
      const { message } = result.failure
      throw new HiroError('unknown', `the answer was lost, and then: ${message}`, { cause: result.failure })
    }
    throw result.failure
  }

  /** As the newest hello says. */
  get restored(): RestoredLife | undefined {
    return this.#admission.restored
  }

  /** The word of the coordinator to show to workers, fresh enough for a stream that opens now. Throws as `call`. */
  async pass(signal?: AbortSignal): Promise<Uint8Array> {
    // What it was given is always good for at least half its life.
    if (this.#admission.ageMs > PASS_TTL_MS / 4) {
      this.#admission.admitted(await this.call('hello', this.#admission.request(), { signal }))
    }
    return this.#admission.pass
  }

  /** Open and later calls throw `unreachable`. Resolves when a pass that just came is kept. Idempotent. */
  async close(): Promise<void> {
    this.#closed.abort(new HiroError('unreachable', 'the client was closed'))
    this.#calls?.close()
    await this.#admission.kept()
  }

  async #connectFirst(signal: AbortSignal): Promise<void> {
    throwIfAborted(signal)
    const policy = this.#policy(this.#settings.connectPatienceMs ?? CONNECT_PATIENCE_MS)
    this.#first ??= retry(this.#ports, policy, async () => void (await this.#connect()), this.#closed.signal).catch(
      (error: unknown) => {
        this.#first = undefined
        throw error
      },
    )
    await abortable(this.#first, signal)
  }

  /** The open link, or a new one; whoever wants one at the same time gets the same. */
  async #connect(): Promise<Calls> {
    throwIfAborted(this.#closed.signal)
    if (this.#calls && !this.#calls.broken) return this.#calls
    this.#connecting ??= this.#open().finally(() => {
      this.#connecting = undefined
    })
    return await this.#connecting
  }

  async #open(): Promise<Calls> {
    const { transport, clock } = this.#ports
    const options = { signal: this.#closed.signal, timeoutMs: CONNECT_TIMEOUT_MS }
    let calls: Calls | undefined
    try {
      const stream = await transport.open(this.#settings.coordinator, CONTROL.id, options)
      calls = new CallClient(new Channel(stream), CONTROL, clock)
      await this.#admission.enter(calls, options)
    } catch (cause) {
      calls?.close()
      const error = toHiroError(cause, 'unreachable')
      if (error.code !== 'unreachable' && error.code !== 'timeout') throw error
      const where = this.#settings.coordinator.addresses.join(', ') || 'no known address'
      throw new HiroError('unreachable', `the coordinator cannot be reached at ${where}: ${error.message}`, { cause })
    }
    this.#calls = calls
    return calls
  }

  #policy(patienceMs: number): RetryPolicy {
    return { patienceMs, ...RETRY_DELAYS }
  }

  #noteRetry(call: string): (error: HiroError, delayMs: number) => void {
    return (error, delayMs) => this.#ports.log.info('asking the coordinator again', { call, code: error.code, delayMs })
  }
}

function timeoutOf({ timeoutMs }: { readonly timeoutMs?: number }): { timeoutMs?: number } {
  return timeoutMs === undefined ? {} : { timeoutMs }
}
