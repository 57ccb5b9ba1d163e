import { HiroError } from '../../shared/errors.ts'

/** As a link asks again whose first answer was lost. */
export function again<T>(ask: () => T, afterLoss: ((failure: HiroError) => T | undefined) | undefined): T {
  try {
    return ask()
  } catch (error) {
    const settled = error instanceof HiroError ? afterLoss?.(error) : undefined
    if (settled === undefined) throw error
    return settled
  }
}
