import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { toHex } from '../ids.ts'
import { SeededRandom } from '../random/seeded-random.ts'
import { ErasureCode } from './erasure-code.ts'
import { shardSizeBytes } from './shard-layout.ts'
import { systemEngine } from './system-engine.ts'
import { tableEngine } from './table-engine.ts'

const SAMPLE = new TextEncoder().encode('Hiro keeps this whole.')

for (const [name, engine] of Object.entries({ WASM: systemEngine(), tables: tableEngine })) {
  describe(`erasure code: ${name}`, () => {
    // What another program, written from README.md alone, makes of the same pieces.
    it('makes the shards of the samples, in this and every later release', () => {
      const shards = (k: number, m: number): string[] => new ErasureCode(k, m, engine).encode(SAMPLE).map(toHex)
      assert.deepEqual(shards(4, 2), [
        '4869726f206b',
        '656570732074',
        '686973207768',
        '6f6c652e0000',
        '2a0914127777',
        '605d4c64a13e',
      ])
      assert.deepEqual(shards(3, 4).slice(2), [
        '77686f6c652e0000',
        '4f723d772d2c1645',
        '6932932a79018325',
        'a7ff8267c772ccae',
        '440b0ba901add59b',
      ])
    })

    const digests: readonly [k: number, m: number, bytes: number, parity: string][] = [
      [4, 2, 65_537, '518d9550dd14d3c68dc9a4cd8b0cea351bb210c674ed8ea37924e07cce46d8ce'],
      [1, 1, 5, '0fa5a4488a40c5b6a6ee68688838e74e15c0ce5a65694b085e1db5512c5effea'],
      [10, 4, 100_003, '6be6b46a60224ecfc3fddd14d53abca2dac541ca492cd25e0594eb90971db0a9'],
      [16, 4, 33_000, '6bf2f01d427e6ed3f8af9fddd0cfb479f3602532d208c72076463fcf945b329e'],
    ]
    for (const [k, m, bytes, parity] of digests) {
      it(`makes the parity of the sample at ${k}+${m}`, () => {
        const piece = Uint8Array.from({ length: bytes }, (_, i) => i * i + 7 * i + (i >> 8))
        const made = new ErasureCode(k, m, engine).encode(piece).slice(k)
        assert.equal(createHash('sha256').update(Buffer.concat(made)).digest('hex'), parity)
      })
    }

    for (const [k, m] of [
      [1, 1],
      [1, 4],
      [2, 1],
      [2, 2],
      [3, 2],
      [4, 2],
      [5, 3],
      [6, 4],
      [10, 2],
      [16, 4],
    ] as const) {
      it(`${k}+${m}: whatever is lost, up to ${m} shards, comes back, and the piece, at any length`, () => {
        const code = new ErasureCode(k, m, engine)
        const random = new SeededRandom(`${k}+${m}`)
        for (const bytes of [0, 1, k, 16 * k, 16 * k + 1, 1 + random.below(1000)]) {
          const piece = random.bytes(bytes)
          const shards = code.encode(piece)
          assert(shards.every(({ length }) => length === shardSizeBytes(bytes, k)))
          // All patterns of small codes; of larger ones some: 16+4 has 6,195.
          for (const lost of lossesOf(k + m, m)) {
            if (k + m > 8 && random.below(k + m > 12 ? 100 : 10) > 0) continue
            const left = new Map(shards.entries().filter(([shard]) => !lost.includes(shard)))
            const rebuilt = code.rebuild(left, lost)
            assert.deepEqual(
              rebuilt.map(toHex),
              lost.map((shard) => toHex(shards[shard] as Uint8Array)),
              `lost ${lost}`,
            )
            assert.deepEqual(toHex(code.join(left, bytes)), toHex(piece), `lost ${lost}`)
          }
        }
      })
    }

    it('a piece of full size with two shards lost', () => {
      const code = new ErasureCode(4, 2, engine)
      const piece = new SeededRandom('large').bytes(4 * 1024 ** 2 + 1040)
      const left = new Map(
        code
          .encode(piece)
          .entries()
          .filter(([shard]) => shard !== 1 && shard !== 3),
      )
      assert(Buffer.compare(code.join(left, piece.length), piece) === 0)
    })

    it('too few shards, or shards that cannot belong together, are refused and not guessed at', () => {
      const code = new ErasureCode(4, 2, engine)
      const shards = new Map(code.encode(SAMPLE).entries())
      const some = (...numbers: number[]): Map<number, Uint8Array> =>
        new Map(shards.entries().filter(([shard]) => numbers.includes(shard)))
      const integrity = { code: 'integrity' }
      assert.throws(() => code.rebuild(some(0, 1, 4), [2]), integrity)
      assert.throws(() => code.join(some(), SAMPLE.length), integrity)
      assert.throws(() => code.join(shards, SAMPLE.length + 20), integrity)
      assert.throws(() => code.rebuild(some(0, 1, 4, 5).set(0, new Uint8Array(5)), [2]), integrity)
    })
  })
}

/** Every set of 1 … `most` numbers below `of`. */
function lossesOf(of: number, most: number): number[][] {
  if (most === 0) return []
  return Array.from({ length: of }, (_, last) => last).flatMap((last) => [
    [last],
    ...lossesOf(last, most - 1).map((others) => [...others, last]),
  ])
}
