import type { Clock } from '../../../shared/clock/clock.ts'
import { toHiroError } from '../../../shared/errors.ts'
import type { Storyteller } from '../story.ts'
import type { MetadataHistory } from '../swarm/metadata-history.ts'
import { Guess } from './guess.ts'
import {
  type Answer,
  changesTree,
  describeOutcome,
  describeWanted,
  type Operation,
  type Outcome,
  type Wanted,
} from './operation.ts'

export interface LedgerPorts {
  readonly clock: Clock
  readonly story: Storyteller
  readonly history: MetadataHistory
}

/** Kept outside of the swarm: what each client asked for, and what it was told. */
export class Ledger {
  readonly operations: Operation[] = []
  readonly guess = new Guess()
  readonly #ports: LedgerPorts
  #events = 0

  constructor(ports: LedgerPorts) {
    this.#ports = ports
  }

  begin(client: { name: string; peer: string }, wanted: Wanted): Operation {
    const { clock, story, history } = this.#ports
    const operation: Operation = {
      id: this.operations.length + 1,
      client: client.name,
      peer: client.peer,
      wanted,
      startMs: clock.now(),
      startRevision: history.newest,
      startAt: ++this.#events,
      endAt: Number.POSITIVE_INFINITY,
      endMs: Number.POSITIVE_INFINITY,
      endRevision: Number.POSITIVE_INFINITY,
      outcome: 'pending',
      code: undefined,
      answer: {},
      bytes: new Uint8Array(),
    }
    this.operations.push(operation)
    story.tell(operation.client, `#${operation.id} ${describeWanted(wanted)}`)
    return operation
  }

  acknowledged(operation: Operation, answer: Answer): void {
    operation.answer = answer
    this.#end(operation, 'acknowledged')
  }

  /** `aborted` by its own caller says no more than `unknown` does, where the call may have been sent. */
  threw(operation: Operation, error: unknown): void {
    const { code, message } = toHiroError(error)
    operation.code = code
    this.#end(operation, code === 'unknown' && changesTree(operation.wanted) ? 'unknown' : 'failed')
    this.#ports.story.trace(operation.client, `#${operation.id} ${message}`)
  }

  hung(operation: Operation): void {
    this.#end(operation, 'hung')
    this.#ports.story.violated(`#${operation.id} of ${operation.client} hangs: ${describeWanted(operation.wanted)}`)
  }

  #end(operation: Operation, outcome: Outcome): void {
    const { clock, story, history } = this.#ports
    operation.outcome = outcome
    operation.endMs = clock.now()
    operation.endAt = ++this.#events
    // What is still on its way may take effect later, where nobody said that it does not.
    if (outcome === 'acknowledged' || outcome === 'failed') operation.endRevision = history.newest
    this.guess.learn(operation)
    story.tell(operation.client, `#${operation.id} ${describeOutcome(operation)}`)
    story.trace(operation.client, operation.bytes)
  }
}
