/** The rows of a backup that make the tree, by their keys. Engines: a file (rows-file.ts), memory (specs). */
export interface Rows {
  get(key: string): Uint8Array | undefined
  /** Keys that begin with `prefix`, behind `after`, in order, at most `limit`. */
  under(prefix: string, after: string, limit: number): { readonly key: string; readonly value: Uint8Array }[]
}
