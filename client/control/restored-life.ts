import { openEpochProof, type RestoredLife } from '../../shared/backup/epoch-proof.ts'
import { toHiroError } from '../../shared/errors.ts'
import { toHex } from '../../shared/ids.ts'
import type { Log } from '../../shared/log.ts'
import type { HelloResponse } from '../../shared/protocol/control/control.js'

/** What a hello says of a restore, if this client's own vault signed it; what it did not sign counts for nothing. */
export function restoredLifeOf(
  { epochProof, swarm }: HelloResponse,
  reader: string | undefined,
  log: Log,
): RestoredLife | undefined {
  if (epochProof.byteLength === 0 || reader === undefined) return undefined
  try {
    return openEpochProof(epochProof, { reader, swarm: toHex(swarm) })
  } catch (cause) {
    log.warn('a restore that cannot be believed', { error: toHiroError(cause) })
    return undefined
  }
}
