import { hkdf } from './primitives.ts'

/** What the root key of a vault becomes: a key for each purpose, so that none tells anything of another. 32 bytes each; read them, do not change them. */
export interface Keys {
  /** For the tags by which the coordinator finds a name. */
  readonly names: Uint8Array
  /** For keys that are to be handed on (a folder that is shared). */
  readonly wrap: Uint8Array
  /** For sealed records: names, attributes, extents, heads. */
  readonly records: Uint8Array
  /** For the coordinator's backups. */
  readonly backup: Uint8Array
}

export function deriveKeys(rootKey: Uint8Array): Keys {
  // The root key is random and 32 bytes long: a salt would add nothing (RFC 5869, 3.1).
  const derive = (label: keyof Keys) => hkdf(rootKey, new Uint8Array(0), `hiro/vault/1/${label}`)
  return { names: derive('names'), wrap: derive('wrap'), records: derive('records'), backup: derive('backup') }
}
