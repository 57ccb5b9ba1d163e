import type { Clock } from '../shared/clock/clock.ts'
import type { Log } from '../shared/log.ts'
import type { Random } from '../shared/random/random.ts'
import type { PeerAddress, Transport } from '../shared/transport/transport.ts'
import type { Keys } from './seal/keys.ts'
import type { VersionMemory } from './seal/version-memory/version-memory.ts'

export interface ClientPorts {
  /** Its identity is this client's; the caller stops it. */
  readonly transport: Transport
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
}

export interface ClientSettings {
  readonly coordinator: PeerAddress
  /** The swarm's; needed only where there is no pass, or none that still holds. */
  readonly secret?: Uint8Array | undefined
  /** From an earlier `onPass`. */
  readonly pass?: Uint8Array | undefined
  /** A new pass, to keep for the next time. */
  readonly onPass?: ((pass: Uint8Array) => void | Promise<void>) | undefined
  /** Of the vault. */
  readonly keys: Keys
  /** Closed with the client. */
  readonly versions: VersionMemory
  /** R and W where a call asks for none; the swarm's by default. */
  readonly copies?: number | undefined
  readonly copiesMin?: number | undefined
  /** How long work under way outlives a coordinator that is away. */
  readonly patienceMs?: number | undefined
  /** How long the first connection may take. */
  readonly connectPatienceMs?: number | undefined
  /** Pieces in memory at once, of 8 MiB each. More: faster over long lines; fewer: less memory. */
  readonly uploadWindow?: number | undefined
  readonly downloadWindow?: number | undefined
  /** Of what was read last, opened, in memory; 8 MiB. A mount keeps more, for programs that read at random. */
  readonly cacheBytes?: number | undefined
  /** Of plaintext per piece; 8 MiB, which is also the most. Less for tests and simulations, to have many pieces of little content. */
  readonly chunkSizeBytes?: number | undefined
}
