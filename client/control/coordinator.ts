import type { HiroError } from '../../shared/errors.ts'
import type { CallName } from '../../shared/protocol/calls/calls.ts'
import type { ControlRequest, ControlResponse } from '../../shared/protocol/control/control.js'

export type ControlCall = CallName<ControlRequest, ControlResponse>
export type RequestOf<Name extends ControlCall> = NonNullable<ControlRequest[Name]>
export type ResponseOf<Name extends ControlCall> = NonNullable<ControlResponse[Name]>

export interface CallOptions<Name extends ControlCall> {
  readonly signal?: AbortSignal | undefined
  /** For one try. */
  readonly timeoutMs?: number
  /** For all tries together; the link's own unless given. 0: whoever asks wants to know at once that there is no answer. */
  readonly patienceMs?: number
  /** It changes what others see, so that an answer that is lost for good leaves its outcome `unknown`. Everything else can be asked again, or lapses. */
  readonly mutating?: boolean
  /**
   * What a failure means when the answer to an earlier try was lost: that try may have taken effect. The result stands for the answer that was lost;
   * `undefined`, or no such function, lets the failure stand.
   */
  readonly afterLoss?: (failure: HiroError) => ResponseOf<Name> | undefined
}

/**
 * The coordinator as a client sees it. Engines: over the network (control-link.ts), scripted (specs). Every call is made so that it may be asked again
 * (control.proto says how), and is, within the link's patience: this is the one layer of the client that retries calls.
 *
 * Throws what the coordinator answered; `unreachable` (or the last `timeout`, `busy`, `conflict`) when patience ended and nothing changed; `unknown` when a
 * mutating call was sent, and neither patience nor the caller's signal left time for its answer; else the signal's reason.
 */
export interface Coordinator {
  call<Name extends ControlCall>(
    name: Name,
    body: RequestOf<Name>,
    options?: CallOptions<Name>,
  ): Promise<ResponseOf<Name>>
}
