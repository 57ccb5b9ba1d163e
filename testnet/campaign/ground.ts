import type { TestnetOptions } from '../start.ts'
import type { Surroundings } from '../surroundings.ts'
import type { Testnet } from '../testnet.ts'

/** What a swarm stands on. */
export interface Ground {
  readonly options?: Omit<TestnetOptions, 'dir' | 'around' | 'signal'>
  readonly around?: Surroundings
  /** Takes the fault away, before processes are started again: a full disk gets its space back, a network its lines. Idempotent. */
  heal?(net: Testnet): Promise<void>
  /** When all processes have ended and before the testnet's folder is removed: takes away mounts and networks. Idempotent. */
  end?(): Promise<void>
}
