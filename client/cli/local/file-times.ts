/**
 * A time for `utimes`, which takes seconds and cuts off what its fraction holds beyond its precision: the fraction nearest to 0.123 may be a little less, and would come
 * back as 122 ms. A little more comes back as it was.
 */
export function seconds(ms: number): number {
  const exact = ms / 1000
  return Number.isInteger(exact) ? exact : exact + Math.abs(exact) * Number.EPSILON
}
