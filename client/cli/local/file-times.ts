/**
 * A time for `utimes`, in seconds, so that it comes back as it was. As text, because Node takes a negative number, a time before 1970, for now. And what its
 * fraction holds beyond its precision is cut off: the number nearest to 0.123 may be a little less, and would come back as 122 ms.
 */
export function seconds(ms: number): string {
  const exact = ms / 1000
  return String(Number.isInteger(exact) ? exact : exact + Math.abs(exact) * Number.EPSILON)
}
