const TURN_MS = 2 ** 30

/**
 * Keeps the process alive until `work` settles, and gives its result. Timers of the clock and idle sockets do not, so a main that
 * only waits (between two tries, say) would otherwise end without a word.
 */
export async function keepAlive<T>(work: Promise<T>): Promise<T> {
  const hold = setInterval(() => {}, TURN_MS)
  try {
    return await work
  } finally {
    clearInterval(hold)
  }
}
