import assert from 'node:assert/strict'
import { cidToBytes } from '../../shared/cid.ts'
import { hasCode } from '../../shared/errors.ts'
import { newId } from '../../shared/ids.ts'
import { RECEIPTS_WAIT_MS } from '../../shared/limits.ts'
import { VOUCHER_MS, vouch } from '../../shared/voucher.ts'
import type { Member } from '../membership/members.ts'
import { keys } from '../metadata/keys.ts'
import { PieceRecord } from '../metadata/records.js'
import { CLIENT, TestSwarm } from '../operations/test-swarm.ts'
import { type Amended, amend } from './amend.ts'
import { openEdit } from './open-edit.ts'
import type { PieceVoucher } from './wanted.ts'

const SIZE_BYTES = 1000

describe('vouchers', () => {
  let swarm: TestSwarm
  let workers: Member[]
  let edit: number
  let cid: string

  beforeEach(async () => {
    swarm = new TestSwarm()
    workers = await swarm.joinWorkers(4)
    const { file, version } = await swarm.addFile('a', workers.slice(0, 3))
    const wanted = { upload: newId(swarm.random), file, base: version, chunks: 0, pieceBytesMax: SIZE_BYTES }
    edit = (await openEdit(swarm.context, CLIENT, wanted)).version
    cid = swarm.piece('new').cid
  })

  function voucherOf(
    member: Member,
    { revision = edit, atMs = swarm.clock.now(), key = member.voucherKey } = {},
  ): PieceVoucher {
    const mac = vouch(key, { store: member.store, cid, sizeBytes: SIZE_BYTES, revision, atMs })
    return { index: 0, peer: member.peer, atMs, mac }
  }

  async function step(vouchers: readonly PieceVoucher[]): Promise<Amended> {
    const groups = [{ group: 0, sealed: new Uint8Array([9]), pieces: [cidToBytes(cid)] }]
    const rest = { degraded: false, dropped: [], sealedHead: new Uint8Array([5]), last: false, loose: false }
    const added = [{ cid, sizeBytes: SIZE_BYTES }]
    const wanted = { ...rest, edit, version: edit, added, vouchers, groups, sealedAttributes: undefined }
    return await swarm.clock.drive(amend(swarm.context, CLIENT, wanted))
  }

  const holders = async (): Promise<number> => {
    const row = await swarm.context.store.get(keys.piece(cid))
    return row === undefined ? 0 : PieceRecord.decode(row).holders.length
  }

  it('of as many workers as a piece shall have copies take the place of receipts, in one transaction', async () => {
    const { revision: before } = await swarm.context.store.transact(async () => {})
    const beganMs = swarm.clock.now()
    const { short, copies, revision } = await step(workers.slice(0, 3).map((member) => voucherOf(member)))
    assert.deepEqual([short, copies, await holders()], [[], 3, 3])
    assert.equal(swarm.clock.now(), beganMs)
    assert.equal(revision, before + 1)
    // The receipts that follow change nothing.
    await swarm.receipt(cid, edit, ...workers.slice(0, 3))
    assert.equal(await holders(), 3)
  })

  const bad: readonly [string, (member: Member) => PieceVoucher][] = [
    ['under another key', (member) => voucherOf(member, { key: new Uint8Array(32) })],
    ['of another upload', (member) => voucherOf(member, { revision: edit - 1 })],
    ['too old', (member) => voucherOf(member, { atMs: swarm.clock.now() - VOUCHER_MS - 1 })],
    ['of the future', (member) => voucherOf(member, { atMs: swarm.clock.now() + VOUCHER_MS + 1 })],
    ['cut short', (member) => ({ ...voucherOf(member), mac: voucherOf(member).mac.subarray(0, 16) })],
    ['of a stranger', (member) => ({ ...voucherOf(member), peer: 'nobody' })],
    ['of a piece that is not added', (member) => ({ ...voucherOf(member), index: 1 })],
    ['told twice by one worker', () => voucherOf(workers[0] as Member)],
  ]
  for (const [what, of] of bad) {
    it(`${what} do not count`, async () => {
      const [one, other, third] = workers as [Member, Member, Member]
      const beganMs = swarm.clock.now()
      const { short } = await step([voucherOf(one), voucherOf(other), of(third)])
      assert.deepEqual([short.length, await holders()], [1, 0])
      assert(swarm.clock.now() - beganMs >= RECEIPTS_WAIT_MS)
    })
  }

  it('do not bring back a piece that is about to go', async () => {
    const three = workers.slice(0, 3)
    await swarm.receipt(cid, edit, ...three)
    const row = PieceRecord.decode((await swarm.context.store.get(keys.piece(cid))) ?? new Uint8Array())
    await swarm.context.store.transact(async (tx) => {
      tx.put(keys.piece(cid), PieceRecord.encode({ ...row, condemned: true }))
    })
    const { short } = await step(three.map((member) => voucherOf(member)))
    assert.equal(short.length, 1)
  })

  it('and none of it helps once the edit is over', async () => {
    await swarm.context.store.transact(async (tx) => tx.delete(keys.intent(edit)))
    await assert.rejects(step(workers.slice(0, 3).map((member) => voucherOf(member))), (error) =>
      hasCode(error, 'intent-ended', 'not-found'),
    )
  })
})
