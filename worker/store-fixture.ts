import type { PieceStore, PieceWriter } from './store/piece-store.ts'

/** What a test does to a store: each is waited for before the store does its part, and what it throws the store throws. */
export interface StoreHooks {
  begin?: () => Promise<void>
  write?: (bytes: Uint8Array) => Promise<void>
  finish?: () => Promise<void>
  /** The piece is durable; nobody knows yet. */
  finished?: () => Promise<void>
  read?: (offset: number) => Promise<void>
  remove?: (cid: string) => Promise<void>
  usage?: () => Promise<void>
}

/** A store with faults. The hooks may be changed at any time. */
export function hooked(store: PieceStore, hooks: StoreHooks): PieceStore {
  return {
    storeId: store.storeId,
    begin: async (order) => {
      await hooks.begin?.()
      const writer = await store.begin(order)
      return writer && hookedWriter(writer, hooks)
    },
    stat: async (cid) => await store.stat(cid),
    async *read(cid, range) {
      let offset = 0
      for await (const slice of store.read(cid, range)) {
        await hooks.read?.(offset)
        offset += slice.byteLength
        yield slice
      }
    },
    remove: async (cid, revision) => {
      await hooks.remove?.(cid)
      return await store.remove(cid, revision)
    },
    receiptsDue: async (limit) => await store.receiptsDue(limit),
    receiptsAcknowledged: async (receipts) => await store.receiptsAcknowledged(receipts),
    list: async (after, limit) => await store.list(after, limit),
    receiptsAgain: async (cids) => await store.receiptsAgain(cids),
    usage: async () => {
      await hooks.usage?.()
      return await store.usage()
    },
    get audit() {
      return store.audit
    },
    close: async () => await store.close(),
  }
}

function hookedWriter(writer: PieceWriter, hooks: StoreHooks): PieceWriter {
  return {
    write: async (bytes) => {
      await hooks.write?.(bytes)
      await writer.write(bytes)
    },
    finish: async () => {
      await hooks.finish?.()
      await writer.finish()
      await hooks.finished?.()
    },
    abort: async () => await writer.abort(),
  }
}
