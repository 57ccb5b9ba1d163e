/**
 * Time as a port: the only way that code of Hiro learns or waits for time, so that a whole swarm can run on a simulated clock.
 * Times are milliseconds. `now` may differ between machines; order of changes is never taken from it.
 */
export interface Clock {
  /** Milliseconds since the Unix epoch by this machine's clock. For display, expiry and durations; never for order. */
  now(): number
  /** Calls `fire` once, `delayMs` from now, unless cancelled first. Does not keep the process alive by itself. The result cancels; cancelling twice is harmless. */
  after(delayMs: number, fire: () => void): () => void
}
