import assert from 'node:assert/strict'
import { constants } from 'node:crypto'
import { Socket } from 'node:net'
import { connect, createSecureContext, TLSSocket } from 'node:tls'
import type { ConnectionEncrypter, MessageStream, SecureConnectionOptions, SecuredConnection } from '@libp2p/interface'
import { peerIdFromString } from '@libp2p/peer-id'
import { HiroError } from '../errors.ts'
import type { Identity } from '../identity.ts'
import { onAbort } from '../work/signal.ts'
import { certificateOf, peerOfCertificate } from './peer-certificate.ts'

/** What is used of a connection of `@libp2p/tcp` beyond its interface: it keeps its place in libp2p, and gets another socket. */
interface SocketConnection {
  socket: Socket
  readBuffer: {
    readonly byteLength: number
    append(bytes: Uint8Array): void
    subarray(): Uint8Array
    consume(bytes: number): void
  }
  onData(bytes: Uint8Array): void
  sendData(bytes: Iterable<Uint8Array>): { sentBytes: number; canSendMore: boolean }
  sendReset(): void
  abort(error: Error): void
  safeDispatchEvent(type: 'drain'): void
}

/** Node gives at least these, and needs no others from a peer that is Hiro's. AES in hardware first. */
const CIPHERS = 'TLS_AES_128_GCM_SHA256:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_256_GCM_SHA384'

/**
 * TLS 1.3 as libp2p specifies it (`/tls/1.0.0`), by OpenSSL on the socket itself, where other encrypters take every byte through streams in JavaScript. Speaks with any libp2p that has TLS.
 */
export function nativeTls(identity: Identity): ConnectionEncrypter {
  const secureContext = createSecureContext({
    ...certificateOf(identity),
    minVersion: 'TLSv1.3',
    ciphers: CIPHERS,
    // Each handshake proves anew who the peer is.
    secureOptions: constants.SSL_OP_NO_TICKET,
  })
  return {
    protocol: '/tls/1.0.0',
    secureInbound: async (stream, options) => {
      const server = { secureContext, isServer: true, requestCert: true, rejectUnauthorized: false }
      return await secured(stream, (raw) => new TLSSocket(raw, server), 'secure', options)
    },
    secureOutbound: async (stream, options) => {
      const over = (socket: Socket): TLSSocket => connect({ socket, secureContext, rejectUnauthorized: false })
      return await secured(stream, over, 'secureConnect', options)
    },
  }
}

/** The connection goes on with a socket over its own at once, before anything else can come, and resolves when the handshake is done and says who the peer is. */
async function secured(
  stream: MessageStream,
  over: (raw: Socket) => TLSSocket,
  done: 'secure' | 'secureConnect',
  { signal, remotePeer: expected }: SecureConnectionOptions = {},
): Promise<SecuredConnection> {
  const connection = stream as unknown as SocketConnection
  const handshake = Promise.withResolvers<void>()
  const raw = release(connection)
  const socket = over(raw)
  socket.once(done, handshake.resolve)
  adopt(connection, socket, handshake.reject)
  using _ = onAbort(signal, () => handshake.reject(new HiroError('aborted', 'the handshake took too long')))
  await handshake.promise
  const certificate = socket.getPeerX509Certificate()
  if (certificate === undefined) throw new HiroError('refused', 'the peer shows no certificate')
  const remotePeer = peerIdFromString(peerOfCertificate(certificate))
  if (expected && !expected.equals(remotePeer)) throw new HiroError('refused', 'someone else is at that address')
  return { connection: stream, remotePeer }
}

/** Takes the socket from its connection, with what came over it and was not read. */
function release({ socket, readBuffer }: SocketConnection): Socket {
  assert(socket instanceof Socket, 'TLS is for connections of sockets')
  for (const event of ['data', 'drain', 'timeout', 'end']) socket.removeAllListeners(event)
  if (readBuffer.byteLength > 0) {
    socket.unshift(readBuffer.subarray())
    readBuffer.consume(readBuffer.byteLength)
  }
  return socket
}

function adopt(connection: SocketConnection, socket: TLSSocket, failed: (error: Error) => void): void {
  const { socket: raw } = connection
  connection.socket = socket
  // One record for what is sent together, not one for each header.
  connection.sendData = (list) => {
    let sentBytes = 0
    socket.cork()
    for (const bytes of list) {
      sentBytes += bytes.byteLength
      socket.write(bytes)
      if (socket.writableNeedDrain) break
    }
    socket.uncork()
    return { sentBytes, canSendMore: !socket.writableNeedDrain }
  }
  connection.sendReset = () => void socket.destroy()
  const arrivals = new Arrivals(connection)
  socket.on('data', (bytes: Buffer) => arrivals.push(bytes))
  socket.on('drain', () => connection.safeDispatchEvent('drain'))
  socket.on('error', (error: Error) => {
    arrivals.handOn()
    failed(error)
    connection.abort(error)
  })
  // The end of TLS is the end of the connection, whatever the socket below still says.
  socket.once('end', () => {
    arrivals.handOn()
    socket.destroy()
  })
  socket.once('close', () => failed(new HiroError('unreachable', 'the connection closed in its handshake')))
  // What goes through the socket above is not seen by the timer of the one below.
  socket.setTimeout(raw.timeout ?? 0, () => connection.abort(new HiroError('unreachable', 'the connection was idle')))
  raw.setTimeout(0)
}

/** What TLS holds in one record at most, and what Node reads at once. */
const RECORD_BYTES_MAX = 16 * 1024

/**
 * Full records that arrive in one turn of the event loop go on together: each handing on, through connection, muxer and stream, costs as much as copying one. What is shorter goes on at once, with all before it, so that an answer is not seen together with the
 * reset behind it.
 */
class Arrivals {
  readonly #connection: SocketConnection
  #records: Uint8Array[] = []

  constructor(connection: SocketConnection) {
    this.#connection = connection
  }

  push(record: Uint8Array): void {
    this.#records.push(record)
    if (record.byteLength < RECORD_BYTES_MAX) this.handOn()
    // oxlint-disable-next-line no-restricted-globals -- not a time, but the end of this turn, which only a process with sockets has
    else if (this.#records.length === 1) setImmediate(() => this.handOn())
  }

  handOn(): void {
    const last = this.#records.pop()
    if (last === undefined) return
    for (const record of this.#records) this.#connection.readBuffer.append(record)
    this.#records = []
    this.#connection.onData(last)
  }
}
