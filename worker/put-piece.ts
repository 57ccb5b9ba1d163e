import { type HiroError, toHiroError } from '../shared/errors.ts'
import type { PutOutcome } from '../shared/protocol/piece/piece.js'
import { step } from '../shared/steps.ts'
import type { LocalPut } from './local-put.ts'

/** Where a piece goes on to while it comes in. */
export interface Onward {
  /** Resolves when the next worker has taken the slice, or is given up. Never throws. */
  pass(slice: Uint8Array): Promise<void>
  /** The piece came to its end; or, with `error`, it will not, and those behind are left at once. */
  end(error?: HiroError): void
  /** One for each worker behind. Never rejects. */
  readonly outcomes: Promise<PutOutcome[]>
}

/**
 * Stores a piece and passes it on at the same time, slice by slice, at the pace of the slower one. A disk that fails does not keep the piece from those behind,
 * nor they it from this disk. The result is how this worker fared (`undefined`: the piece is durable here), and those behind. Throws only what `body` throws: the sender
 * broke off, and nothing is kept.
 */
export async function putPiece(
  local: LocalPut,
  body: AsyncIterable<Uint8Array>,
  onward: Onward,
): Promise<{ failure: HiroError | undefined; behind: PutOutcome[] }> {
  using here = local
  try {
    await here.begin()
    for await (const slice of body) await Promise.all([here.write(slice), onward.pass(slice)])
  } catch (error) {
    onward.end(toHiroError(error))
    await onward.outcomes
    throw error
  }
  onward.end()
  const [failure, behind] = await Promise.all([here.finish(), onward.outcomes])
  step('put-answering')
  return { failure, behind }
}
