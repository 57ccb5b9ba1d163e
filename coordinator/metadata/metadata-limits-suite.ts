import assert from 'node:assert/strict'
import {
  METADATA_KEY_LENGTH_MAX,
  METADATA_TRANSACTION_BYTES_MAX,
  METADATA_TRANSACTION_WRITES_MAX,
  METADATA_VALUE_BYTES_MAX,
} from '../../shared/limits.ts'
import type { MetadataStore, Transaction } from './metadata-store.ts'
import { code } from './metadata-suite-tools.ts'

/** The strictest engine's limits, in every engine: exactly the limit goes in, one more is a bug of the caller. */
export function limitsSuite(store: () => MetadataStore): void {
  const tooMuch = async (body: (tx: Transaction) => void): Promise<void> => {
    const before = await store().scan({ start: '', end: '~' })
    await assert.rejects(
      store().transact(async (tx) => body(tx)),
      code('internal'),
    )
    assert.deepEqual(await store().scan({ start: '', end: '~' }), before)
  }
  const fits = async (body: (tx: Transaction) => void): Promise<void> => {
    await store().transact(async (tx) => body(tx))
  }

  it('values: 65,535 bytes', async () => {
    await fits((tx) => tx.put('a', new Uint8Array(METADATA_VALUE_BYTES_MAX)))
    await tooMuch((tx) => tx.put('a', new Uint8Array(METADATA_VALUE_BYTES_MAX + 1)))
    await tooMuch((tx) => tx.put('a', () => new Uint8Array(METADATA_VALUE_BYTES_MAX + 1)))
  })

  it('keys: 512 characters of ASCII, at least one', async () => {
    await fits((tx) => tx.put('k'.repeat(METADATA_KEY_LENGTH_MAX), new Uint8Array()))
    await tooMuch((tx) => tx.put('k'.repeat(METADATA_KEY_LENGTH_MAX + 1), new Uint8Array()))
    for (const key of ['', 'ä', 'a\0', 'a\n', '\ud800']) await tooMuch((tx) => tx.put(key, new Uint8Array()))
    await tooMuch((tx) => tx.put(() => '', new Uint8Array()))
  })

  it('transactions: 127 writes, of which a key counts once', async () => {
    const write = (count: number) => (tx: Transaction) => {
      for (let n = 0; n < count; n++) tx.put(`k/${n}`, new Uint8Array(1))
      tx.put('k/0', new Uint8Array(2))
    }
    await fits(write(METADATA_TRANSACTION_WRITES_MAX))
    await tooMuch(write(METADATA_TRANSACTION_WRITES_MAX + 1))
  })

  it('transactions: 1 MiB of keys and values', async () => {
    const write = (sizeBytes: number) => (tx: Transaction) => {
      for (let n = 0, left = sizeBytes; left > 0; n++) {
        const key = `k/${String(n).padStart(2, '0')}`
        const part = Math.min(left, METADATA_VALUE_BYTES_MAX + key.length)
        tx.put(key, new Uint8Array(part - key.length))
        left -= part
      }
    }
    await fits(write(METADATA_TRANSACTION_BYTES_MAX))
    await tooMuch(write(METADATA_TRANSACTION_BYTES_MAX + 1))
  })

  it('scans: a page has at least one entry', async () => {
    for (const limit of [0, -1, 1.5]) {
      await assert.rejects(store().scan({ start: 'a', end: 'b', limit }), code('internal'))
    }
  })
}
