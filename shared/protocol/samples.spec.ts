import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { samples } from './sample-messages.ts'

const folder = new URL('./samples/', import.meta.url)

describe('messages of a released protocol', () => {
  for (const { name, message, encode, decode } of samples) {
    it(`${name}: the committed bytes decode to what was meant, and today's encoding is the same`, async () => {
      const committed = new Uint8Array(await readFile(new URL(`${name}.bin`, folder)))
      assert.deepEqual(plain(decode(committed)), plain(message))
      assert.deepEqual(Buffer.from(encode()), Buffer.from(committed))
    })
  }

  it('every committed sample is read', async () => {
    const files = await readdir(folder)
    assert.deepEqual(files.toSorted(), samples.map(({ name }) => `${name}.bin`).toSorted())
  })
})

/** Buffers and arrays of bytes compare as text; what else is there as it is. */
function plain(message: unknown): unknown {
  return JSON.parse(
    JSON.stringify(message, (_, value: unknown) => {
      if (value instanceof Uint8Array) return Buffer.from(value).toString('hex')
      return isBufferJson(value) ? Buffer.from(value.data).toString('hex') : value
    }),
  )
}

function isBufferJson(value: unknown): value is { type: 'Buffer'; data: number[] } {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'Buffer'
}
