import { HiroError } from '../errors.ts'
import { type Identity, verify } from '../identity.ts'
import { toHex } from '../ids.ts'
import { EpochProof, SignedEpochProof } from './backup.js'

const LABEL = Buffer.from('hiro/epoch/1\0')

/** How a life of a swarm began: everything up to a revision of the life before is known, and nothing after. */
export interface RestoredLife {
  readonly epoch: number
  readonly restoredTo: number
}

/** Signed by the identity that only the vault makes: a coordinator alone cannot say that it was restored, and so show old versions for new. */
export function signEpochProof(vault: Identity, proof: EpochProof): Uint8Array {
  const payload = EpochProof.encode(proof)
  return SignedEpochProof.encode({ payload, signature: vault.sign(Buffer.concat([LABEL, payload])) })
}

/** Throws `integrity` unless the vault whose reader this is signed it, for this swarm. */
export function openEpochProof(bytes: Uint8Array, { reader, swarm }: { reader: string; swarm: string }): RestoredLife {
  try {
    const { payload, signature } = SignedEpochProof.decode(bytes)
    if (!verify(reader, Buffer.concat([LABEL, payload]), signature)) throw new Error('the signature does not hold')
    const { epoch, restoredTo, swarm: of } = EpochProof.decode(payload)
    if (toHex(of) !== swarm) throw new Error('it is of another swarm')
    return { epoch, restoredTo }
  } catch (cause) {
    throw new HiroError('integrity', 'what the coordinator says of its restore was not signed by this vault', { cause })
  }
}
