import { HiroError } from '../../shared/errors.ts'
import type { CommitResult } from '../../shared/protocol/control/control.js'
import { step } from '../../shared/steps.ts'
import type { Groups } from './groups.ts'
import type { Intent } from './intent.ts'
import type { OpenGroup } from './open-group.ts'
import type { UploadPorts } from './ports.ts'
import { refillGroup } from './refill.ts'
import { DOUBTS_MAX, untilDone } from './until-done.ts'

/** Brings the groups of an upload into it, and publishes it: asks, brings what is short elsewhere, asks again, as long as there is patience. */
export class Publisher {
  readonly #ports: UploadPorts
  readonly #intent: Intent
  readonly #signal: AbortSignal

  constructor(ports: UploadPorts, intent: Intent, signal: AbortSignal) {
    this.#ports = ports
    this.#intent = intent
    this.#signal = signal
  }

  /** Throws as `pushPiece`; `too-few-workers` when the coordinator has no receipts in the end. */
  async sealGroup(group: OpenGroup): Promise<void> {
    await untilDone(this.#ports, this.#signal, async () => {
      const degraded = await this.#refill(group)
      const request = group.request(this.#intent.version, degraded)
      const { short } = await this.#ports.coordinator.call('sealGroup', request, { signal: this.#signal })
      group.note(short, DOUBTS_MAX)
      return short.length === 0 ? true : undefined
    })
  }

  /** The one moment at which the file becomes visible. Throws as `sealGroup`, what the commit answers, and `unknown`. */
  async commit(
    groups: Groups,
    last: OpenGroup | undefined,
    sealed: { readonly head: Uint8Array; readonly attributes: Uint8Array; readonly sizeBytes: number },
  ): Promise<CommitResult> {
    const { version } = this.#intent
    return await untilDone(this.#ports, this.#signal, async () => {
      const degraded = last !== undefined && (await this.#refill(last))
      const body = {
        version,
        groups: groups.count,
        sealedHead: sealed.head,
        sealedAttributes: sealed.attributes,
        logicalBytes: sealed.sizeBytes,
        ...(last && { lastGroup: last.request(version, degraded) }),
      }
      step('commit-asking')
      const answer = await this.#ports.coordinator.call('commit', body, { signal: this.#signal, mutating: true })
      step('commit-answered')
      if (answer.result !== undefined) return answer.result
      last?.note(answer.short, DOUBTS_MAX)
      for (const reopened of answer.reopened) {
        const group = groups.again(reopened)
        if (group === undefined) throw new HiroError('bad-frame', `group ${reopened} of ${groups.count} is not there`)
        await this.sealGroup(group)
      }
      return undefined
    })
  }

  async #refill(group: OpenGroup): Promise<boolean> {
    return await refillGroup(this.#ports, this.#intent, group, this.#signal)
  }
}
