import type { BackupKey } from '../../shared/backup/backup-keys.ts'
import type { RestoredLife } from '../../shared/backup/epoch-proof.ts'
import type { Clock } from '../../shared/clock/clock.ts'
import { HiroError, hasCode } from '../../shared/errors.ts'
import type { Log } from '../../shared/log.ts'
import type { CallClient } from '../../shared/protocol/calls/call-client.ts'
import type {
  ControlRequest,
  ControlResponse,
  HelloRequest,
  HelloResponse,
} from '../../shared/protocol/control/control.js'
import { restoredLifeOf } from './restored-life.ts'

export interface AdmissionSettings {
  /** The swarm's. Shown when there is no pass, or the coordinator does not take it any more. */
  readonly secret?: Uint8Array | undefined
  /** From an earlier `onPass`. */
  readonly pass?: Uint8Array | undefined
  /** A new pass, to keep for the next process. What it throws is logged: the pass at hand is as good. */
  readonly onPass?: ((pass: Uint8Array) => void | Promise<void>) | undefined
  /** Of the vault: what the coordinator's backups shall be sealed to. */
  readonly backup?: BackupKey | undefined
}

const NO_BYTES = new Uint8Array()

/** How a client gets in: the secret is shown once, and the pass it brings from then on, so that the secret need not be kept. */
export class Admission {
  readonly #settings: AdmissionSettings
  readonly #clock: Clock
  readonly #log: Log
  #pass: Uint8Array
  #restored: RestoredLife | undefined
  #gotAtMs = Number.NEGATIVE_INFINITY
  #keeping: Promise<void> = Promise.resolve()

  constructor({ clock, log }: { clock: Clock; log: Log }, settings: AdmissionSettings) {
    this.#settings = settings
    this.#clock = clock
    this.#log = log
    this.#pass = settings.pass ?? NO_BYTES
  }

  get pass(): Uint8Array {
    return this.#pass
  }

  /** How the swarm's life began, where the vault restored it. */
  get restored(): RestoredLife | undefined {
    return this.#restored
  }

  /** How long ago the coordinator gave or confirmed the pass. */
  get ageMs(): number {
    return this.#clock.now() - this.#gotAtMs
  }

  /** For a repeated hello on an open stream. */
  request(): HelloRequest {
    return this.#hello({ pass: this.#pass })
  }

  /** The first call of a stream. Throws `usage` when there is nothing to show, `refused`, and as `calls` does. */
  async enter(
    calls: CallClient<ControlRequest, ControlResponse>,
    options: { signal: AbortSignal; timeoutMs: number },
  ): Promise<void> {
    const { secret } = this.#settings
    if (this.#pass.byteLength === 0 && secret === undefined) {
      throw new HiroError('usage', "this client has no pass yet: it needs the swarm's secret")
    }
    try {
      if (this.#pass.byteLength > 0) return this.admitted(await calls.call('hello', this.request(), options))
    } catch (error) {
      if (secret === undefined || !hasCode(error, 'refused')) throw error
    }
    this.admitted(await calls.call('hello', this.#hello({ secret: secret ?? NO_BYTES }), options))
  }

  admitted(response: HelloResponse): void {
    const { pass } = response
    this.#gotAtMs = this.#clock.now()
    this.#restored = restoredLifeOf(response, this.#settings.backup?.reader, this.#log)
    if (Buffer.compare(pass, this.#pass) === 0) return
    this.#pass = pass
    this.#keeping = Promise.try(async () => await this.#settings.onPass?.(pass)).catch((error: unknown) => {
      this.#log.warn('the new pass could not be kept', { error: error instanceof Error ? error : String(error) })
    })
  }

  #hello({ secret = NO_BYTES, pass = NO_BYTES }: { secret?: Uint8Array; pass?: Uint8Array }): HelloRequest {
    const { backup } = this.#settings
    return { secret, pass, ...(backup && { backup }) }
  }

  /** Resolves when the newest pass is kept, or could not be. */
  async kept(): Promise<void> {
    await this.#keeping
  }
}
