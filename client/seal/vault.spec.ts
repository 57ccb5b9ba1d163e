import assert from 'node:assert/strict'
import { toHex } from '../../shared/ids.ts'
import { SeededRandom } from '../../shared/random/seeded-random.ts'
import { assertRefused, damageSuite } from './damage-suite.ts'
import { hkdf, sha256 } from './primitives.ts'
import { createVault, decodeVault, encodeVault, openVault, type Vault } from './vault.ts'

const random = new SeededRandom('vault')
const unknown = { kind: 77, payload: random.bytes(5) }

damageSuite('a vault', () => ({ sound: encodeVault(createVault(random)), open: decodeVault }))

describe('vault', () => {
  it('comes back from its bytes and gives the same keys', () => {
    const vault = createVault(random)
    assert.deepEqual(decodeVault(encodeVault(vault)), vault)
    assert.deepEqual(openVault(decodeVault(encodeVault(vault))), openVault(vault))
  })

  it('each key comes from the root key under a label of its own', () => {
    const vault = createVault(random)
    const root = vault.wrappings[0]?.payload ?? assert.fail()
    const keys = openVault(vault)
    const derived = (label: string) => hkdf(root, new Uint8Array(0), `hiro/vault/1/${label}`)
    assert.deepEqual(keys, {
      names: derived('names'),
      wrap: derived('wrap'),
      records: derived('records'),
      backup: derived('backup'),
    })
    assert.equal(new Set([keys.names, keys.wrap, keys.records, keys.backup, root].map(toHex)).size, 5)
  })

  it('two vaults have nothing in common', () => {
    assert.notDeepEqual(openVault(createVault(random)), openVault(createVault(random)))
  })

  it('a way to open it that this Hiro does not know is skipped, and kept when the envelope is written again', () => {
    const vault = createVault(random)
    const more: Vault = {
      generation: 2,
      wrappings: [unknown, ...vault.wrappings, { kind: 255, payload: new Uint8Array(0) }],
    }
    const decoded = decodeVault(encodeVault(more))
    assert.deepEqual(decoded, more)
    assert.deepEqual(openVault(decoded), openVault(vault))
  })

  it('with no way to open it that this Hiro knows, it says so, and not that it is damaged', () => {
    for (const wrappings of [[], [unknown]]) {
      const decoded = decodeVault(encodeVault({ generation: 1, wrappings }))
      assertRefused(() => openVault(decoded), `${wrappings.length} wrappings`, 'version-unknown')
    }
    assert.throws(() => openVault({ generation: 1, wrappings: [unknown] }), /kinds 77/)
  })

  it('a root key of the wrong length is refused', () => {
    const wrappings = [{ kind: 1, payload: random.bytes(31) }]
    assertRefused(() => openVault({ generation: 1, wrappings }), '31 bytes', 'integrity')
  })

  it('a newer format, undamaged, is told from a damaged vault', () => {
    const bytes = encodeVault(createVault(random))
    bytes[9] = 2
    assertRefused(() => decodeVault(bytes), 'with the old checksum', 'integrity')
    bytes.set(sha256(bytes.subarray(0, -32)), bytes.byteLength - 32)
    assertRefused(() => decodeVault(bytes), 'with its checksum', 'version-unknown')
  })

  it('a malformed envelope with a right checksum is refused', () => {
    const bytes = encodeVault(createVault(random))
    const body = bytes.subarray(0, -32)
    const lengthened = Buffer.concat([body, new Uint8Array(1)])
    assertRefused(() => decodeVault(Buffer.concat([lengthened, sha256(lengthened)])), 'a byte too many', 'integrity')
    const cut = body.subarray(0, -1)
    assertRefused(() => decodeVault(Buffer.concat([cut, sha256(cut)])), 'a byte too few', 'integrity')
  })
})
