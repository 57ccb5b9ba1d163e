import { sign, type X509Certificate } from 'node:crypto'
import { HiroError } from '../errors.ts'
import { type Identity, peerIdOfProtobuf, publicKeyProtobufOf, verify } from '../identity.ts'
import { freshKeyPair } from '../random/fresh-key-pair.ts'
import { context, DER, decode, type Element, encode, objectId } from './der.ts'

/**
 * How a peer says in TLS who it is, as libp2p's TLS specification has it: a certificate of a fresh key, signed by that key, with an extension in which the peer's own key says that the fresh one is its own. Names, times and issuers mean nothing.
 */

const EXTENSION = '1.3.6.1.4.1.53594.1.1'
const PREFIX = Buffer.from('libp2p-tls-handshake:')
const ECDSA_WITH_SHA256 = encode(DER.sequence, objectId('1.2.840.10045.4.3.2'))
/** Of any clock: peers do not look. */
const FOR_EVER = encode(
  DER.sequence,
  encode(DER.generalizedTime, Buffer.from('19750101000000Z')),
  encode(DER.generalizedTime, Buffer.from('40960101000000Z')),
)
const NAME = encode(
  DER.sequence,
  encode(DER.set, encode(DER.sequence, objectId('2.5.4.3'), encode(DER.utf8String, Buffer.from('hiro')))),
)
const TRUE = encode(DER.boolean, Buffer.from([0xff]))
const ZERO = Buffer.from([0])

/** PEM. */
export interface PeerCertificate {
  readonly cert: string
  readonly key: string
}

export function certificateOf(identity: Identity): PeerCertificate {
  const { publicKey, privateKey } = freshKeyPair()
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  const signedKey = encode(
    DER.sequence,
    encode(DER.octetString, publicKeyProtobufOf(identity.peerId)),
    encode(DER.octetString, identity.sign(Buffer.concat([PREFIX, spki]))),
  )
  const extension = encode(DER.sequence, objectId(EXTENSION), TRUE, encode(DER.octetString, signedKey))
  const body = encode(
    DER.sequence,
    encode(context(0), encode(DER.integer, Buffer.from([2]))),
    encode(DER.integer, Buffer.from([1])),
    ECDSA_WITH_SHA256,
    NAME,
    FOR_EVER,
    NAME,
    spki,
    encode(context(3), encode(DER.sequence, extension)),
  )
  const signature = encode(DER.bitString, ZERO, sign('sha256', body, privateKey))
  const cert = encode(DER.sequence, body, ECDSA_WITH_SHA256, signature)
  const pem = cert.toString('base64').replace(/.{64}/g, '$&\n')
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${pem}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}

/** Who the peer is that showed this certificate and, in the handshake, that it has its key. Throws `refused` where it does not say so itself, `bad-frame` for what is no certificate. */
export function peerOfCertificate(certificate: X509Certificate): string {
  const { publicKey, raw } = certificate
  const [key, signature] = signedKeyIn(raw)
  const peer = key && peerIdOfProtobuf(key.contents)
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  const isSigned = peer !== undefined && signature && verify(peer, Buffer.concat([PREFIX, spki]), signature.contents)
  if (!isSigned || !certificate.verify(publicKey))
    throw new HiroError('refused', 'the certificate does not say which peer it belongs to')
  return peer
}

/** The two fields of the extension. */
function signedKeyIn(raw: Buffer): Element[] {
  const [certificate] = decode(raw)
  const [body] = decode(certificate?.contents ?? ZERO)
  const extensions = decode(body?.contents ?? ZERO).find(({ tag }) => tag === context(3))
  const [list] = decode(extensions?.contents ?? ZERO)
  for (const { contents } of decode(list?.contents ?? ZERO)) {
    const [id, ...rest] = decode(contents)
    if (id === undefined || !encode(id.tag, id.contents).equals(objectId(EXTENSION))) continue
    const [fields] = decode(rest.at(-1)?.contents ?? ZERO)
    return decode(fields?.contents ?? ZERO)
  }
  return []
}
