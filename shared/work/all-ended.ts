/** As `Promise.all`, but when one fails the others have ended too before that is told: nothing goes on behind the caller's back. */
export async function allEnded<T extends readonly Promise<unknown>[]>(
  work: readonly [...T],
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  await Promise.allSettled(work)
  return await Promise.all(work)
}
