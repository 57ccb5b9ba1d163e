/**
 * A revision counts metadata transactions; its high part is the epoch, so that after a restore from a backup every new revision is above every old one.
 * Both fit a double exactly: 8,191 epochs of 2^40 transactions.
 */
const TRANSACTIONS_PER_EPOCH = 2 ** 40
const EPOCH_MAX = 8191

export function firstRevisionOf(epoch: number): number {
  if (!Number.isInteger(epoch) || epoch < 1 || epoch > EPOCH_MAX)
    throw new RangeError(`epoch ${epoch} is not in 1 … ${EPOCH_MAX}`)
  return epoch * TRANSACTIONS_PER_EPOCH
}

export function epochOf(revision: number): number {
  return Math.floor(revision / TRANSACTIONS_PER_EPOCH)
}

/** Fixed width, so that the order of the text is the order of the numbers. */
export function revisionKey(revision: number): string {
  return revision.toString(16).padStart(14, '0')
}
