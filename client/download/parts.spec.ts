import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { cidOf, cidToBytes } from '../../shared/cid.ts'
import { collect, scripted } from '../client-fixture.ts'
import { type Extent, sealGroup } from '../seal/extents.ts'
import { sealPiece } from '../seal/piece-cipher.ts'
import { BadCopies } from './bad-copies.ts'
import { partsOf } from './parts.ts'
import { readVersion } from './read-version.ts'
import { VersionMap } from './version-map.ts'

const FILE = 'f'.repeat(32)
const VERSION = 5

/** A version as later features write them: extents of any length, parts of shared pieces, holes, groups of older versions. */
interface Layout {
  readonly extents: readonly { readonly gap: number; readonly lengthBytes: number; readonly pieceOffset: number }[]
  readonly perGroup: number
  readonly tail: number
}

const layouts: fc.Arbitrary<Layout> = fc.record({
  extents: fc.array(
    fc.record({
      gap: fc.oneof(fc.constant(0), fc.nat(50)),
      lengthBytes: fc.integer({ min: 1, max: 60 }),
      pieceOffset: fc.nat(40),
    }),
    { maxLength: 12 },
  ),
  perGroup: fc.integer({ min: 1, max: 4 }),
  tail: fc.nat(30),
})

/** The layout in a scripted swarm of one shared piece, and the bytes that it stands for. */
function make({ extents: wanted, perGroup, tail }: Layout) {
  const swarm = scripted('parts')
  const { namespace, random } = swarm.ports
  const shared = Buffer.from(Array.from({ length: 100 }, (_, at) => at + 1))
  const { bytes, key } = sealPiece(shared, random)
  const cid = cidOf(bytes)
  swarm.workers.at(1).pieces.set(cid, bytes)
  const extents: Extent[] = []
  const content: Uint8Array[] = []
  let offset = 0
  for (const { gap, lengthBytes, pieceOffset } of wanted) {
    content.push(new Uint8Array(gap), shared.subarray(pieceOffset, pieceOffset + lengthBytes))
    extents.push({ offset: offset + gap, lengthBytes, pieceOffset, cid, key })
    offset += gap + lengthBytes
  }
  content.push(new Uint8Array(tail))
  const groupVersions: number[] = []
  swarm.coordinator.published.set(`${FILE} ${VERSION}`, new Map())
  for (let group = 0; group * perGroup < extents.length; group++) {
    const version = VERSION - (group % 3)
    const some = extents.slice(group * perGroup, (group + 1) * perGroup)
    const sealed = sealGroup(namespace.keys, { file: FILE, group, version }, some, random)
    const pieces = some.map(() => ({ cid: cidToBytes(cid), sizeBytes: bytes.byteLength, shards: [] }))
    const request = { version, group, sealed, pieces, degraded: false }
    swarm.coordinator.published.get(`${FILE} ${VERSION}`)?.set(group, request)
    groupVersions.push(version)
  }
  const entry = { id: Buffer.from(FILE, 'hex'), tag: new Uint8Array(32), folder: false, version: VERSION, revision: 1 }
  const sealed = { sealedName: new Uint8Array(), sealedAttributes: new Uint8Array(), sealedHead: new Uint8Array() }
  swarm.coordinator.entries.set('the file', { ...entry, ...sealed, committedAtMs: 0 })
  swarm.coordinator.hold(cid, [swarm.workers.at(1)])
  const whole = Buffer.concat(content)
  const head = { sizeBytes: whole.byteLength, groupVersions }
  const ports = { coordinator: swarm.coordinator, keys: namespace.keys }
  return { swarm, whole, map: new VersionMap(ports, { file: FILE, version: VERSION, head }) }
}

describe('parts of a version', () => {
  it('cover any range without overlap, holes as zeros, whatever the layout', async () => {
    const property = fc.asyncProperty(layouts, fc.nat(400), fc.nat(400), async (layout, from, length) => {
      const { whole, map } = make(layout)
      const [offset, end] = [Math.min(from, whole.byteLength), Math.min(from + length, whole.byteLength)]
      let at = offset
      for await (const part of partsOf(map, offset, end)) {
        assert(part.lengthBytes > 0)
        if (part.from) {
          const { extent, offset: inPiece } = part.from
          assert.equal(inPiece - extent.pieceOffset, at - extent.offset)
          assert(inPiece + part.lengthBytes <= extent.pieceOffset + extent.lengthBytes)
        } else assert(whole.subarray(at, at + part.lengthBytes).every((byte) => byte === 0))
        at += part.lengthBytes
      }
      assert.equal(at, end)
    })
    await fc.assert(property, { numRuns: 200 })
  })

  it('read together they give the bytes of the range', async () => {
    const property = fc.asyncProperty(layouts, fc.nat(400), fc.nat(400), async (layout, from, length) => {
      const { swarm, whole, map } = make(layout)
      const [offset, end] = [Math.min(from, whole.byteLength), Math.min(from + length, whole.byteLength)]
      const badCopies = new BadCopies(swarm.coordinator, undefined)
      const bytes = collect(readVersion(swarm.ports, map, { offset, end }, badCopies, { window: 3 }))
      assert.deepEqual(await swarm.clock.drive(bytes), whole.subarray(offset, end))
    })
    await fc.assert(property, { numRuns: 50 })
  })
})
