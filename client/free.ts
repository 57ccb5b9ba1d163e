/**
 * Gives the memory of a large buffer back at once. Left to the collector, which counts small objects and sees 8 MiB only when some 64 MiB of such lie about, a
 * transfer would take several times its window. `bytes` must be alone on its ArrayBuffer, and nobody may use it any more.
 */
export function free({ buffer }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer) buffer.transfer(0)
}
