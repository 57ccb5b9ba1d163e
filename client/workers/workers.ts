import type { PeerAddress } from '../../shared/transport/transport.ts'

/** How one worker of a chain fared; `error` absent: the piece is stored there, hashed and fsynced. */
export interface PutOutcome {
  readonly peer: string
  readonly code: string | undefined
  readonly message: string
  /** Where it was asked for, and stored. */
  readonly voucher?: Voucher | undefined
}

/** A worker's word to the coordinator that a piece is durable, for the client to bring along. */
export interface Voucher {
  readonly atMs: number
  readonly mac: Uint8Array
}

export interface PiecePut {
  readonly cid: string
  /** The coordinator's permission; it names every worker of the chain. */
  readonly grant: Uint8Array
  /** The whole piece. Only read, and held until the call ends. */
  readonly bytes: Uint8Array
  /** Outcomes shall come with vouchers: the client brings them to the coordinator at once. */
  readonly vouch?: boolean | undefined
}

export interface PieceGet {
  readonly cid: string
  /** Absent: the whole piece. */
  readonly range?: { readonly offset: number; readonly lengthBytes: number } | undefined
  /** What the coordinator says of the whole piece. A copy of another size is bad, and none of it is fetched. */
  readonly sizeBytes: number
}

export interface GetOptions {
  readonly signal?: AbortSignal | undefined
  /** Bytes have come. */
  readonly onProgress?: (() => void) | undefined
}

/**
 * The workers as a client sees them. Engines: over the network (worker-links.ts), scripted (specs). No call retries, and each gives up by itself on a
 * worker that makes no progress. All are idempotent. Throws `unreachable`, `timeout`, what the worker answered, or the signal's reason.
 */
export interface Workers {
  /**
   * Pushes a piece to the first worker of `chain`, which passes it on down the chain. One outcome for each worker of the chain that is known of, in its order. Throws
   * when the first worker gave no answer; how the others fared is then not known.
   */
  put(chain: readonly PeerAddress[], piece: PiecePut, signal?: AbortSignal): Promise<PutOutcome[]>
  /** Bytes of a piece, unchecked but for their number, in one buffer of the caller's and alone on its ArrayBuffer. Throws `not-found`; `integrity` when the copy has another size. */
  get(worker: PeerAddress, piece: PieceGet, options?: GetOptions): Promise<Uint8Array>
  /** The size of each piece by the worker's index, in the order of `cids`; `undefined`: not there. */
  stat(worker: PeerAddress, cids: readonly string[], signal?: AbortSignal): Promise<(number | undefined)[]>
}
