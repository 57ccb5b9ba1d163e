import { ControlRequest } from '../../../shared/protocol/control/control.js'
import { CONTROL } from '../../../shared/protocol/control/protocol.ts'
import { MembershipRequest } from '../../../shared/protocol/membership/membership.js'
import { MEMBERSHIP } from '../../../shared/protocol/membership/protocol.ts'
import { PieceRequest } from '../../../shared/protocol/piece/piece.js'
import { PIECE_PROTOCOL_ID } from '../../../shared/protocol/piece/protocol.ts'
import { samples } from '../../../shared/protocol/sample-messages.ts'
import { encodeFrame } from '../../../shared/transport/byte-reader.ts'

export const fuzzedProtocols = ['control', 'membership', 'piece'] as const
export type FuzzedProtocol = (typeof fuzzedProtocols)[number]

/** What a hostile peer may have got hold of. */
export interface Stolen {
  readonly secret: Uint8Array
  /** A pass of its own, as a client. */
  readonly pass: Uint8Array
}

/** A protocol as a hostile peer sees it. */
export interface Target {
  readonly protocolId: string
  /** Valid frames: of this protocol, and requests as well as answers. */
  readonly corpus: readonly Uint8Array[]
  /** What lets a peer in. */
  readonly admission: Uint8Array
}

const STORE_ID = new Uint8Array(16).fill(9)
const NO_BYTES = new Uint8Array()
const NO_SPACE = { usedBytes: 0, freeBytes: 0, pieces: 0 }

export function targetOf(protocol: FuzzedProtocol, { secret, pass }: Stolen): Target {
  const valid = samples
    .filter(({ name }) => name.startsWith(`${protocol}-1`))
    .map((sample) => encodeFrame(sample.encode()))
  const cid = Uint8Array.from([0x01, 0x55, 0x12, 0x20, ...STORE_ID, ...STORE_ID])
  switch (protocol) {
    case 'control': {
      const admission = encodeFrame(ControlRequest.encode({ id: 1, hello: { secret, pass: NO_BYTES } }))
      const withPass = encodeFrame(ControlRequest.encode({ id: 2, hello: { secret: NO_BYTES, pass } }))
      return { protocolId: CONTROL.id, corpus: [...valid, withPass], admission }
    }
    case 'membership': {
      // It says that it has no room, so that nobody is sent there.
      const join = {
        secret,
        store: STORE_ID,
        capacityBytes: 0,
        zone: '',
        name: 'hostile',
        addresses: [],
        space: NO_SPACE,
      }
      return {
        protocolId: MEMBERSHIP.id,
        corpus: valid,
        admission: encodeFrame(MembershipRequest.encode({ id: 1, join })),
      }
    }
    case 'piece': {
      const admission = encodeFrame(PieceRequest.encode({ hello: { pass } }))
      // Tokens are frames within frames: a pass for a grant, and what becomes of both when they are mutated.
      const put = { grant: pass, cid, sizeBytes: 100, forward: [], progressMs: 0, vouch: false }
      return {
        protocolId: PIECE_PROTOCOL_ID,
        corpus: [...valid, admission, encodeFrame(PieceRequest.encode({ put }))],
        admission,
      }
    }
  }
}
