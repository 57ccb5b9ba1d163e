/** As `Promise.all`, but when one fails the others have ended too before that is told: nothing goes on behind the caller's back. */
export async function allEnded<T extends readonly unknown[]>(
  work: readonly [...{ [K in keyof T]: Promise<T[K]> }],
): Promise<T> {
  await Promise.allSettled(work)
  return await Promise.all(work)
}
