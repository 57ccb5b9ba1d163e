import { hasCode } from '../../shared/errors.ts'

/** How often a file may get new content from others while something is done with it. */
const TRIES_MAX = 8

/** Does it again with what is published by then, where others replaced what it began from. */
export async function onNewest<T>(work: () => Promise<T>, refresh: () => Promise<void>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (error) {
      if (!hasCode(error, 'changed', 'intent-ended') || tries === TRIES_MAX) throw error
      await refresh()
    }
  }
}
