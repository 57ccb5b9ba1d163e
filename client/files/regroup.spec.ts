import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { AMEND_GROUPS_MAX, GROUP_EXTENTS_MAX } from '../../shared/limits.ts'
import type { LooseExtent } from './extents-edit.ts'
import { regroup, type Slot, type Step } from './regroup.ts'

/** A file as its groups tell: what a reader of the last step sees. */
class Model {
  slots: readonly Slot[] = []
  sizeBytes = 0
  /** As sealed, by group and version. */
  readonly sealed = new Map<string, readonly LooseExtent[]>()
  steps: Step[] = []
  #version = 0

  async change(cut: number, added: readonly LooseExtent[], sizeBytes: number, forget: boolean): Promise<void> {
    const load = async ({ group, version }: Slot) => {
      const found = this.sealed.get(`${group} ${version}`)
      assert(found, `group ${group} of version ${version}`)
      return found
    }
    const publish = async (step: Step): Promise<number> => {
      const version = ++this.#version
      this.steps.push(step)
      const changed = step.slots.filter((slot) => slot.version === 0)
      assert(changed.length <= AMEND_GROUPS_MAX && step.dropped.length <= AMEND_GROUPS_MAX)
      for (const { group, extents = [] } of changed) {
        assert(extents.length > 0 && extents.length <= GROUP_EXTENTS_MAX, `${extents.length} extents`)
        this.sealed.set(`${group} ${version}`, extents)
      }
      const before = new Set(this.slots.map(({ group }) => group))
      const now = new Set(step.slots.map(({ group }) => group))
      assert.deepEqual(new Set(step.dropped), before.difference(now))
      this.slots = step.slots.map((slot) => ({ ...slot, version: slot.version || version }))
      this.sizeBytes = step.sizeBytes
      this.#check()
      return version
    }
    const slots = this.slots.map(({ extents, ...slot }) => (forget ? slot : { ...slot, extents }))
    const after = await regroup({ slots, sizeBytes: this.sizeBytes }, { cut, added, sizeBytes }, { load, publish })
    assert.deepEqual(
      after.map(({ group, version }) => [group, version]),
      this.slots.map(({ group, version }) => [group, version]),
    )
    assert.equal(this.steps.at(-1)?.last, true)
  }

  /** The piece at each byte. */
  bytes(): string[] {
    const bytes = Array.from({ length: this.sizeBytes }, () => '')
    for (const slot of this.slots) {
      for (const { offset, lengthBytes, cid, pieceOffset } of this.sealed.get(`${slot.group} ${slot.version}`) ?? []) {
        for (let at = 0; at < lengthBytes && offset + at < this.sizeBytes; at++) {
          bytes[offset + at] = `${cid} ${pieceOffset + at}`
        }
      }
    }
    return bytes
  }

  #check(): void {
    assert.equal(this.slots[0]?.offset ?? 0, 0)
    for (const [at, slot] of this.slots.entries()) {
      const end = this.slots[at + 1]?.offset ?? Number.POSITIVE_INFINITY
      let from = slot.offset
      for (const { offset, lengthBytes } of this.sealed.get(`${slot.group} ${slot.version}`) ?? []) {
        assert(offset >= from && offset + lengthBytes <= end, `extent ${offset} of group ${slot.group}`)
        from = offset + lengthBytes
      }
    }
  }
}

let pieces = 0

function extent(offset: number, lengthBytes: number): LooseExtent {
  const cid = `piece ${++pieces}`
  return {
    offset,
    lengthBytes,
    cid,
    pieceOffset: 0,
    key: new Uint8Array(32),
    piece: { cid, sizeBytes: 1, holders: [] },
  }
}

/** Of each of these offsets one byte. */
function scattered(offsets: Iterable<number>): LooseExtent[] {
  return [...new Set(offsets)].toSorted((a, b) => a - b).map((offset) => extent(offset, 1))
}

describe('regroup', () => {
  it('any changes, one after the other, give what a byte by byte model gives', async () => {
    const write = fc.record({ offset: fc.nat(2000), length: fc.integer({ min: 1, max: 900 }), forget: fc.boolean() })
    const many = fc.record({ every: fc.integer({ min: 2, max: 5 }), from: fc.nat(500), forget: fc.boolean() })
    const cut = fc.record({ cut: fc.nat(2500), forget: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(write, many, cut), { maxLength: 12 }), async (changes) => {
        const model = new Model()
        let expected: string[] = []
        for (const change of changes) {
          let added: LooseExtent[] = []
          let limit = model.sizeBytes
          if ('length' in change) added = [extent(change.offset, change.length)]
          else if ('every' in change)
            added = scattered(Array.from({ length: 500 }, (_, at) => change.from + at * change.every))
          else limit = Math.min(limit, change.cut)
          const end = added.at(-1) ? (added.at(-1)?.offset ?? 0) + (added.at(-1)?.lengthBytes ?? 0) : 0
          const size = Math.max('cut' in change ? change.cut : model.sizeBytes, end)
          expected = Array.from({ length: size }, (_, at) => (at < limit ? (expected[at] ?? '') : ''))
          for (const { offset, lengthBytes, cid } of added)
            for (let at = 0; at < lengthBytes; at++) expected[offset + at] = `${cid} ${at}`
          await model.change('cut' in change ? change.cut : model.sizeBytes, added, size, change.forget)
          assert.deepEqual(model.bytes(), expected)
        }
      }),
      { numRuns: 60 },
    )
  }).timeout(60_000)

  it('a file of many groups that is cut to nothing is a whole file after each step, shorter each time', async () => {
    const model = new Model()
    for (let from = 0; from < 10; from++) {
      const offsets = Array.from({ length: 500 }, (_, at) => from * 1000 + at * 2)
      await model.change(model.sizeBytes, scattered(offsets), from * 1000 + 1000, false)
    }
    assert(model.slots.length > 20)
    model.steps = []
    await model.change(0, [], 0, true)
    assert(model.steps.length > 2)
    const sizes = model.steps.map(({ sizeBytes }) => sizeBytes)
    assert.deepEqual(
      sizes,
      sizes.toSorted((a, b) => b - a),
    )
    assert.deepEqual([model.slots, model.sizeBytes], [[], 0])
  })

  it('a small write seals one group, whatever the file has', async () => {
    const model = new Model()
    for (let from = 0; from < 5; from++)
      await model.change(
        model.sizeBytes,
        scattered(Array.from({ length: 500 }, (_, at) => from * 1000 + at)),
        5000,
        false,
      )
    // The first may divide it.
    await model.change(5000, [extent(2100, 3)], 5000, true)
    model.steps = []
    await model.change(5000, [extent(2101, 1)], 5000, true)
    assert.deepEqual(
      model.steps.map(({ slots, dropped }) => [slots.filter(({ version }) => version === 0).length, dropped.length]),
      [[1, 0]],
    )
  })

  it('a file that was emptied and written to keeps the number of its group', async () => {
    const model = new Model()
    await model.change(0, [extent(0, 10)], 10, false)
    await model.change(0, [extent(0, 5)], 5, true)
    assert.deepEqual(
      model.slots.map(({ group }) => group),
      [0],
    )
  })

  it('what covers many groups is in one, and they are no more', async () => {
    const model = new Model()
    const size = 100 * GROUP_EXTENTS_MAX
    const piece = { key: new Uint8Array(), piece: { cid: 'c', sizeBytes: 1, holders: [] } }
    const small = Array.from({ length: size / 10 }, (_, at) => {
      return { offset: 10 * at, lengthBytes: 10, cid: `small ${at}`, pieceOffset: 0, ...piece }
    })
    for (let at = 0; at < small.length; at += 100) await model.change(size, small.slice(at, at + 100), size, false)
    const groups = model.slots.length
    assert(groups > 3 * AMEND_GROUPS_MAX, `${groups} groups`)
    const large = { offset: 5, lengthBytes: size - 10, cid: 'large', pieceOffset: 0, ...piece }
    await model.change(size, [large], size, true)
    assert(model.slots.length <= 3, `${model.slots.length} groups of ${groups}`)
    const extents = model.slots.flatMap(({ group, version }) => model.sealed.get(`${group} ${version}`) ?? [])
    assert(extents.length <= 4, `${extents.length} extents`)
  })
})
