import { HiroError, hasCode } from '../errors.ts'
import { IDENTITY_SEED_LENGTH_BYTES } from '../identity.ts'
import { fromHex, toHex } from '../ids.ts'
import type { Random } from '../random/random.ts'
import { writeDurably } from './durable-file.ts'
import { readPrivateFile } from './private-file.ts'

/** One line of text: this word, which is the format and its version, a space, the seed in 64 hex digits, a newline. */
export const IDENTITY_FORMAT = 'hiro-identity-1'
const LINE = /^(hiro-identity-\d+) ([0-9a-f]{64})\n$/
const FILE_SIZE_BYTES_MAX = 1024

export interface IdentitySeed {
  /** The 32 bytes for `identityFromSeed`; a secret. */
  seed: Uint8Array
  /** Whether this call made it. */
  made: boolean
}

/**
 * The seed kept at `path`; made there, durably and with mode 0600, when there is none. Called twice at once it is the same for both. Throws `usage` when others
 * may read it, `integrity` when it is damaged, `version-unknown`, `not-found` when the folder is absent, `no-room`, `io`. A damaged identity is never replaced: to its swarm the process would be another.
 */
export async function loadOrMakeIdentitySeed(path: string, random: Random): Promise<IdentitySeed> {
  try {
    return { seed: await readSeed(path), made: false }
  } catch (error) {
    if (!hasCode(error, 'not-found')) throw error
  }
  const seed = random.bytes(IDENTITY_SEED_LENGTH_BYTES)
  try {
    await writeDurably(path, `${IDENTITY_FORMAT} ${toHex(seed)}\n`, { exclusive: true })
    return { seed, made: true }
  } catch (error) {
    if (!hasCode(error, 'exists')) throw error
    return { seed: await readSeed(path), made: false }
  }
}

async function readSeed(path: string): Promise<Uint8Array> {
  const text = Buffer.from(await readPrivateFile(path, FILE_SIZE_BYTES_MAX)).toString('latin1')
  const version = /^hiro-identity-\d+ /.exec(text)?.[0].trim()
  if (version !== undefined && version !== IDENTITY_FORMAT)
    throw new HiroError('version-unknown', `${path} is of format ${version}; this Hiro knows ${IDENTITY_FORMAT}`)
  const digits = LINE.exec(text)?.[2]
  if (digits === undefined) throw new HiroError('integrity', `${path} is damaged: not an identity of Hiro`)
  return fromHex(digits)
}
