/**
 * Where a worker keeps what it keeps, relative to its store, for the worker itself and for who reads its folder when no swarm is there any more. Described in worker/store/README.md; a change is a new
 * version of the store.
 */
export const INDEX_FILE = 'index.db'
export const PIECES_FOLDER = 'pieces'
/** The bytes of a small piece lie in the index. */
export const INLINE_BYTES_QUERY = 'SELECT bytes FROM inline_bytes WHERE cid = ?'

/** The folder of a piece's file: by the end of the CID, because the beginning is the same for all. */
export function pieceFolder(cid: string): string {
  return `${PIECES_FOLDER}/${cid.slice(-2)}`
}

export function pieceFile(cid: string): string {
  return `${pieceFolder(cid)}/${cid}`
}
