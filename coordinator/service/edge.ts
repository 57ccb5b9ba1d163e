import type { HiroError } from '../../shared/errors.ts'
import { type CallServing, callServing } from '../../shared/protocol/calls/call-server.ts'
import type { Transport } from '../../shared/transport/transport.ts'
import type { Context } from '../context.ts'

/** What all streams at the edge share: whose turn it is, and what the transport is told of peers. */
export class Edge {
  readonly control: CallServing
  readonly membership: CallServing
  readonly peers: Pick<Transport, 'admit' | 'offend'>

  constructor({ clock, log }: Context, peers: Pick<Transport, 'admit' | 'offend'>) {
    this.peers = peers
    const onBug = (error: HiroError): void => log.error('a call failed for no good reason', { error })
    this.control = callServing(clock, onBug)
    this.membership = callServing(clock, onBug)
  }

  /** A stranger asked for what it may not: gives `error` back, for its answer. */
  offence<E>(peer: string, error: E): E {
    this.peers.offend(peer)
    return error
  }

  badFrame(peer: string, admitted: boolean): void {
    if (!admitted) this.peers.offend(peer)
  }
}
