import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { newIdentity } from '../identity.ts'
import { SeededRandom } from '../random/seeded-random.ts'
import { BackupObject } from './backup.js'
import { backupSecrets } from './backup-keys.ts'
import { openEpochProof, signEpochProof } from './epoch-proof.ts'
import { isFor, isSignedBy, LOG, openObject, parseName, readObject, sealObject } from './sealed-object.ts'

const random = new SeededRandom('sealed object')
const coordinator = newIdentity(random)
const vault = backupSecrets(random.bytes(32))
const NONE = new Uint8Array()
const HEADER = {
  swarm: random.bytes(16),
  epoch: 1,
  kind: LOG,
  series: random.bytes(8),
  number: 7,
  previous: random.bytes(32),
  from: 2 ** 40,
  to: 2 ** 40 + 9,
  whole: true,
  logSeries: NONE,
  logNumber: 0,
  logPrevious: NONE,
  madeAtMs: 1_234,
}
const BODY = {
  coordinator: { identity: coordinator.privateKeySeed, secret: Buffer.from('the secret of the swarm'), config: '{}' },
  rows: [
    { key: 'inode/1', value: random.bytes(300), gone: false },
    { key: 'inode/2', value: NONE, gone: true },
  ],
}
const made = sealObject({ key: vault.key, coordinator, random }, HEADER, BODY)

describe('a sealed backup object', () => {
  it('opens with the vault, and tells without it what it is and who made it', () => {
    const read = readObject(made.bytes)
    assert.equal(read.name, made.name)
    assert.deepEqual(parseName(read.name), {
      kind: LOG,
      epoch: 1,
      series: Buffer.from(HEADER.series).toString('hex'),
      number: 7,
    })
    assert(isSignedBy(read, coordinator.peerId))
    assert(!isSignedBy(read, vault.reader.peerId))
    assert(isFor(read, vault))
    const { rows, coordinator: inside } = openObject(read, vault)
    assert.deepEqual(
      rows.map(({ key, gone }) => [key, gone]),
      [
        ['inode/1', false],
        ['inode/2', true],
      ],
    )
    assert.deepEqual(Buffer.from(inside?.identity ?? NONE), Buffer.from(coordinator.privateKeySeed))
  })

  it('of the first release, committed as a sample, opens from its vault', async () => {
    const sample = new Uint8Array(await readFile(new URL('./testdata/object-1.bin', import.meta.url)))
    const read = readObject(sample)
    assert.equal(read.name, 'log-0001-0102030405060708-00000007-497ea83fee9c47a5')
    const { rows, coordinator: inside } = openObject(read, backupSecrets(new Uint8Array(32).fill(7)))
    assert.deepEqual(
      rows.map(({ key, value, gone }) => [key, Buffer.from(value).toString('latin1'), gone]),
      [
        ['inode/1', 'a value', false],
        ['inode/2', '', true],
      ],
    )
    assert.equal(Buffer.from(inside?.secret ?? NONE).toString('latin1'), 'the secret of the swarm')
    assert.equal(inside?.config, '{"copies":3}')
  })

  it('shows nothing of what is in it', () => {
    const bytes = Buffer.from(made.bytes)
    for (const secret of [coordinator.privateKeySeed, Buffer.from('the secret of the swarm'), Buffer.from('inode/')]) {
      assert(!bytes.includes(Buffer.from(secret)))
    }
  })

  it('does not open with another vault', () => {
    const other = backupSecrets(random.bytes(32))
    assert(!isFor(readObject(made.bytes), other))
    assert.throws(() => openObject(readObject(made.bytes), other), { code: 'integrity' })
  })

  it('that a worker made up, sealed to the public key, is not taken for the coordinator’s', () => {
    const forger = newIdentity(random)
    const key = { ...vault.key, proof: random.bytes(32) }
    const forged = readObject(sealObject({ key, coordinator: forger, random }, HEADER, BODY).bytes)
    assert(!isFor(forged, vault))
    assert.throws(() => openObject(forged, vault), { code: 'integrity', message: /not made for this vault/ })
  })

  it('with any byte changed is refused, or says another name', () => {
    for (let at = 0; at < made.bytes.byteLength; at += 3) {
      const harmed = new Uint8Array(made.bytes)
      harmed[at] = (harmed[at] ?? 0) ^ 0x10
      const opens = (): boolean => {
        try {
          const read = readObject(harmed)
          openObject(read, vault)
          return read.name === made.name && isSignedBy(read, coordinator.peerId)
        } catch {
          return false
        }
      }
      assert(!opens(), `byte ${at}`)
    }
  })

  it('whose header is that of another body is refused', () => {
    const other = BackupObject.decode(sealObject({ key: vault.key, coordinator, random }, HEADER, { rows: [] }).bytes)
    const mixed = BackupObject.encode({ ...BackupObject.decode(made.bytes), sealed: other.sealed })
    assert.throws(() => readObject(mixed), { code: 'integrity' })
  })
})

describe('the proof of a restore', () => {
  const swarm = random.bytes(16)
  const of = { reader: vault.reader.peerId, swarm: Buffer.from(swarm).toString('hex') }
  const proof = { swarm, epoch: 2, epochId: random.bytes(16), restoredTo: 77 }

  it('counts when the vault signed it, and not when a coordinator did', () => {
    assert.deepEqual(openEpochProof(signEpochProof(vault.reader, proof), of), { epoch: 2, restoredTo: 77 })
    assert.throws(() => openEpochProof(signEpochProof(coordinator, proof), of), { code: 'integrity' })
    const elsewhere = signEpochProof(vault.reader, { ...proof, swarm: random.bytes(16) })
    assert.throws(() => openEpochProof(elsewhere, of), { code: 'integrity' })
  })
})
