import { HiroError } from '../../errors.ts'
import { type Identity, verify } from '../../identity.ts'
import type { Codec } from '../calls/calls.ts'
import { Grant, Pass, Signed } from './token.js'

/**
 * What the coordinator signs, and how others check it. The label keeps a signature of one kind from passing for the other.
 */
interface TokenKind<T> {
  readonly label: string
  readonly codec: Codec<T>
}

const PASS: TokenKind<Pass> = { label: 'hiro/pass/1\0', codec: Pass }
const GRANT: TokenKind<Grant> = { label: 'hiro/grant/1\0', codec: Grant }

export function signPass(coordinator: Identity, pass: Pass): Uint8Array {
  return sign(coordinator, PASS, pass)
}

export function signGrant(coordinator: Identity, grant: Grant): Uint8Array {
  return sign(coordinator, GRANT, grant)
}

/** Throws `refused` unless `coordinator` (a peer id) signed it. Whom it is for, and until when, the caller checks. */
export function openPass(coordinator: string, token: Uint8Array): Pass {
  return open(coordinator, PASS, token)
}

/** As `openPass`. */
export function openGrant(coordinator: string, token: Uint8Array): Grant {
  return open(coordinator, GRANT, token)
}

function sign<T>(coordinator: Identity, kind: TokenKind<T>, body: Partial<T>): Uint8Array {
  const payload = kind.codec.encode(body)
  return Signed.encode({ payload, signature: coordinator.sign(signedBytes(kind.label, payload)) })
}

function open<T>(coordinator: string, kind: TokenKind<T>, token: Uint8Array): T {
  try {
    const { payload, signature } = Signed.decode(token)
    if (!verify(coordinator, signedBytes(kind.label, payload), signature))
      throw new Error('the signature does not hold')
    return kind.codec.decode(payload)
  } catch (cause) {
    throw new HiroError('refused', `not signed by the coordinator of this swarm (${kind.label.slice(0, -1)})`, {
      cause,
    })
  }
}

function signedBytes(label: string, payload: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from(label), payload])
}
