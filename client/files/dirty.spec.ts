import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { Dirty } from './dirty.ts'

const CHUNK = 16
const SIZE = 100

type Step =
  | { readonly kind: 'write'; readonly offset: number; readonly length: number }
  | { readonly kind: 'truncate'; readonly size: number }
  | { readonly kind: 'take'; readonly runs: number; readonly bytes: number; readonly back: boolean }

const steps = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('write' as const),
      offset: fc.nat(SIZE - 1),
      length: fc.integer({ min: 1, max: 40 }),
    }),
    fc.record({ kind: fc.constant('truncate' as const), size: fc.nat(SIZE) }),
    fc.record({
      kind: fc.constant('take' as const),
      runs: fc.integer({ min: 1, max: 4 }),
      bytes: fc.integer({ min: 1, max: 60 }),
      back: fc.boolean(),
    }),
  ),
  { maxLength: 40 },
)

describe('Dirty', () => {
  it('holds what a byte by byte model holds', () => {
    fc.assert(
      fc.property(steps, (all: readonly Step[]) => {
        const dirty = new Dirty(CHUNK)
        const model = new Map<number, number>()
        let value = 0
        for (const step of all) {
          if (step.kind === 'write') {
            const bytes = Buffer.from(Array.from({ length: step.length }, () => ++value & 0xff))
            dirty.write(step.offset, bytes)
            bytes.forEach((byte, at) => model.set(step.offset + at, byte))
            bytes.fill(0) // the caller's again
          } else if (step.kind === 'truncate') {
            dirty.truncate(step.size)
            for (const at of model.keys()) if (at >= step.size) model.delete(at)
          } else {
            const taken = dirty.take(step.runs, step.bytes)
            assert(taken.length <= step.runs)
            if (step.back) dirty.putBack(taken)
            else for (const { offset, bytes } of taken) bytes.forEach((_, at) => model.delete(offset + at))
          }
          assertIs(dirty, model)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('gives back only what was not written since', () => {
    const dirty = new Dirty(CHUNK)
    dirty.write(2, Uint8Array.from([1, 1, 1, 1]))
    const taken = dirty.take(9, 99)
    dirty.write(3, Uint8Array.from([2]))
    dirty.putBack(taken)
    const out = new Uint8Array(6)
    dirty.readInto(1, out)
    assert.deepEqual([...out], [0, 1, 2, 1, 1, 0])
  })

  it('written from the start it is cut at multiples of a chunk, whatever the writes', () => {
    const dirty = new Dirty(CHUNK)
    for (let at = 0; at < 50; at += 5) dirty.write(at, new Uint8Array(5))
    assert.deepEqual(
      dirty.take(99, 1e9).map(({ offset, bytes }) => [offset, bytes.byteLength]),
      [
        [0, 16],
        [16, 16],
        [32, 16],
        [48, 2],
      ],
    )
  })
})

function assertIs(dirty: Dirty, model: ReadonlyMap<number, number>): void {
  const end = SIZE + 50
  assert.equal(dirty.sizeBytes, model.size)
  assert.equal(dirty.end, Math.max(0, ...[...model.keys()].map((at) => at + 1)))
  const out = new Uint8Array(end)
  dirty.readInto(0, out)
  for (let at = 0; at < end; at++) assert.equal(out[at], model.get(at) ?? 0, `byte ${at}`)
  const gaps = new Set<number>()
  for (const gap of dirty.gaps(0, end)) for (let at = gap.offset; at < gap.end; at++) gaps.add(at)
  for (let at = 0; at < end; at++) assert.equal(gaps.has(at), !model.has(at), `gap at ${at}`)
}
