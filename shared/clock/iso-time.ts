/** `2026-01-31T23:59:59.999Z`: the same on every machine, and sorts as it is. */
export function isoTime(timeMs: number): string {
  return new Date(timeMs).toISOString()
}
