import assert from 'node:assert/strict'
import type { Attributes, Entry } from '../node.ts'
import { InitFlag, REQUEST_BYTES_MAX, TRANSFER_BYTES_MAX } from './constants.ts'
import { absentReply, attributesReply, entryReply, nsOf } from './entries.ts'
import { readHeader, writeHeader } from './header.ts'
import { negotiate, otherMajorReply } from './init.ts'
import { Listing } from './listing.ts'
import { invalidateEntry, invalidateInode } from './notifications.ts'
import { rawRequest, text, u32, u64, zeros } from './raw-request-fixture.ts'
import { createdReply, lockReply, openedReply, sizeReply, statfsReply } from './replies.ts'
import { RequestReader } from './request-reader.ts'

const attributes: Attributes = {
  inode: 0x1_0203_0405,
  kind: 'file',
  mode: 0o4755,
  links: 3,
  uid: 1000,
  gid: 100,
  sizeBytes: 0xa_0000_0001,
  allocatedBytes: 513,
  atimeNs: nsOf(5n, 6),
  mtimeNs: -1n,
  ctimeNs: nsOf(0x1_0000_0000n, 999_999_999),
}
const entry: Entry = { attributes, generation: 9, entryTimeoutMs: 1500, attributesTimeoutMs: 250 }

/** As in the header file, one field after the other; written down by hand and not by the code that is tested. */
const attributesHex = [
  '0504030201000000 010000000a000000 0200000000000000',
  '0500000000000000 ffffffffffffffff 0000000001000000',
  '06000000 ffc99a3b ffc99a3b',
  'ed890000 03000000 e8030000 64000000 00000000 00000200 00000000',
].join('')
const entryHex = [
  '0504030201000000 0900000000000000 0100000000000000 0000000000000000',
  '0065cd1d 80b2e60e',
  attributesHex,
].join('')

const bodyHex = (reply: Uint8Array): string => Buffer.from(reply).subarray(16).toString('hex')
const hex = (spaced: string): string => spaced.replaceAll(' ', '')

describe('the bytes of FUSE', () => {
  it('has headers as the kernel has them', () => {
    const request = Buffer.from(
      hex('2d000000 01000000 0a00000000000000 0100000000000000 e8030000 64000000 67120000 00000000 6161616100'),
      'hex',
    )
    assert.deepEqual(readHeader(request), {
      opcode: 1,
      unique: 10n,
      inode: 1,
      uid: 1000,
      gid: 100,
      pid: 4711,
      whole: true,
    })
    assert.equal(new RequestReader(request).name(), 'aaaa')
    assert.equal(readHeader(request.subarray(0, 44))?.whole, false)
    assert.equal(readHeader(request.subarray(0, 39)), undefined)
    const reply = new Uint8Array(20)
    writeHeader(reply, 0xffff_ffff_ffff_fff0n, -2)
    assert.equal(Buffer.from(reply).toString('hex'), hex('14000000 feffffff f0ffffffffffffff 00000000'))
  })

  it('has attributes and entries as the kernel has them', () => {
    assert.equal(bodyHex(attributesReply(entry)), hex(`0000000000000000 80b2e60e 00000000 ${attributesHex}`))
    assert.equal(bodyHex(entryReply(entry)), hex(entryHex))
    assert.equal(
      bodyHex(createdReply(entry, { handle: 7, cache: 'none' })),
      hex(`${entryHex} 0700000000000000 01000000 00000000`),
    )
    const absent = Buffer.from(absentReply(2500)).subarray(16)
    assert.equal(absent.readBigUInt64LE(0), 0n)
    assert.equal(absent.readBigUInt64LE(16), 2n)
    assert.equal(absent.readUInt32LE(32), 500_000_000)
    assert.equal(absent.byteLength, 128)
  })

  it('has small answers as the kernel has them', () => {
    assert.equal(
      bodyHex(openedReply({ handle: 2 ** 53 - 1, cache: 'keep' })),
      hex('ffffffffffff1f00 02000000 00000000'),
    )
    assert.equal(bodyHex(sizeReply(65536)), hex('00000100 00000000'))
    const lock = { kind: 'write', start: 10, end: 20, pid: 5 } as const
    assert.equal(bodyHex(lockReply(lock)), hex('0a00000000000000 1300000000000000 01000000 05000000'))
    const toEnd = { ...lock, kind: 'read', end: Number.POSITIVE_INFINITY } as const
    assert.equal(bodyHex(lockReply(toEnd)), hex('0a00000000000000 ffffffffffffff7f 00000000 05000000'))
    assert.equal(bodyHex(lockReply(undefined)), hex('0000000000000000 0000000000000000 02000000 00000000'))
    const stat = { capacityBytes: 40960, freeBytes: 8192, files: 3, freeFiles: 4 }
    const numbers = ['0a00000000000000', '0200000000000000', '0200000000000000', '0300000000000000', '0400000000000000']
    assert.equal(
      bodyHex(statfsReply(stat)),
      `${numbers.join('')}${hex('00100000 ff000000 00100000')}${'00'.repeat(28)}`,
    )
  })

  it('has notifications as the kernel has them', () => {
    assert.equal(
      Buffer.from(invalidateInode(7, -1n, 0n)).toString('hex'),
      hex('28000000 02000000 0000000000000000 0700000000000000 ffffffffffffffff 0000000000000000'),
    )
    assert.equal(
      Buffer.from(invalidateEntry(7, 'ä')).toString('hex'),
      hex('23000000 03000000 0000000000000000 0700000000000000 02000000 00000000 c3a400'),
    )
    assert.equal(
      Buffer.from(invalidateEntry(7, 'ä', 'expire')).toString('hex'),
      hex('23000000 03000000 0000000000000000 0700000000000000 02000000 01000000 c3a400'),
    )
  })

  it('lists names at multiples of eight bytes, with the position behind each, and none in part', () => {
    const listing = new Listing(24 + 8 + 24 + 8 + 24 + 16)
    assert.equal(listing.addOwn(0, 5, false), true)
    assert.equal(listing.addKind({ name: 'abcdefghi', next: 1, inode: 6, kind: 'symlink' }), true)
    assert.equal(listing.addKind({ name: 'x', next: 2, inode: 7, kind: 'file' }), false)
    assert.equal(
      bodyHex(listing.bytes),
      hex(
        '0500000000000000 0100000000000000 01000000 04000000 2e00000000000000' +
          'ffffffff00000000 0200000000000000 02000000 04000000 2e2e000000000000' +
          '0600000000000000 0300000000000000 09000000 0a000000 61626364656667686900000000000000',
      ),
    )
    const plus = new Listing(128 + 24 + 8)
    assert.equal(plus.addOwn(2, 5, true), true)
    assert.equal(plus.addEntry({ name: 'ab', next: 1, entry }), true)
    assert.equal(
      bodyHex(plus.bytes),
      hex(`${entryHex} 0504030201000000 0300000000000000 02000000 08000000 6162000000000000`),
    )
    const small = new Listing(24)
    assert.equal(small.addOwn(0, 5, false), false)
    assert.equal(small.isEmpty, true)
  })

  it('negotiates what the kernel offers and it wants, of the lower version', () => {
    const offer = (major: number, minor: number, flags: number): RequestReader =>
      new RequestReader(rawRequest({ opcode: 26 }, u32(major), u32(minor), u32(131072), u32(flags), zeros(48)))
    const all = negotiate(offer(7, 45, 0xffffffff), { writebackCache: true })
    assert.equal(all?.minor, 38)
    assert.equal(all?.writebackCache, true)
    const reply = Buffer.from(all?.reply ?? []).subarray(16)
    assert.equal(reply.byteLength, 64)
    assert.deepEqual(
      [0, 4, 8, 20, 24].map((at) => reply.readUInt32LE(at)),
      [7, 38, 131072, 1024 * 1024, 1],
    )
    assert.equal(reply.readUInt16LE(28), 256)
    assert.equal(reply.readUInt32LE(12) & (1 << 4), 0, 'no EXPORT_SUPPORT')
    const old = negotiate(offer(7, 31, InitFlag.maxPages | InitFlag.bigWrites), { writebackCache: true })
    assert.deepEqual([old?.minor, old?.flags, old?.writebackCache], [31, InitFlag.maxPages | InitFlag.bigWrites, false])
    assert.equal(negotiate(offer(7, 45, 0xffffffff), { writebackCache: false })?.writebackCache, false)
    assert.equal(negotiate(offer(8, 0, 0), { writebackCache: false }), undefined)
    assert.equal(Buffer.from(otherMajorReply()).readUInt32LE(16), 7)
    for (const [major, minor] of [
      [6, 99],
      [7, 30],
    ] as const) {
      assert.throws(() => negotiate(offer(major, minor, 0xffffffff), { writebackCache: false }), {
        code: 'version-unknown',
      })
    }
    assert.throws(() => negotiate(offer(7, 45, 0), { writebackCache: false }), { code: 'version-unknown' })
    assert(REQUEST_BYTES_MAX >= TRANSFER_BYTES_MAX + 80)
  })

  it('reads no field that is not there, and no name that cannot be', () => {
    const reader = (...fields: Uint8Array[]): RequestReader => new RequestReader(rawRequest({ opcode: 1 }, ...fields))
    const refuses = (errno: string, read: () => unknown): void => assert.throws(read, { errno })
    refuses('EIO', () => reader(zeros(3)).u32())
    refuses('EIO', () => reader(zeros(7)).id())
    refuses('EIO', () => reader(zeros(7)).signed())
    refuses('EIO', () => reader(zeros(7)).skip(8))
    refuses('EIO', () => reader(zeros(7)).bytes(8))
    refuses('EIO', () => reader(Buffer.from('no end')).name())
    refuses('EIO', () => reader(text('')).name())
    for (const name of ['.', '..', 'a/b']) refuses('EIO', () => reader(text(name)).name())
    refuses('ENAMETOOLONG', () => reader(text('a'.repeat(256))).name())
    refuses('EILSEQ', () => reader(Buffer.from([0x61, 0xff, 0])).name())
    refuses('EILSEQ', () => reader(Buffer.from([0xc3, 0])).name())
    refuses('ESTALE', () => reader(u64(2 ** 53)).id())
    refuses('EFBIG', () => reader(u64(-1)).offset())
    assert.equal(reader(text('ä'.repeat(127))).name(), 'ä'.repeat(127))
    assert.equal(reader(text('\ufeffa')).name(), '\ufeffa')
    assert.equal(reader(text('user./.')).attributeName(), 'user./.')
    assert.equal(reader(text('../'.repeat(1365))).target().length, 4095)
    assert.equal(reader(u64(2 ** 53 - 1)).id(), 2 ** 53 - 1)
    assert.equal(reader(u64(-5)).signed(), -5n)
    const both = reader(text('a'), text('b'))
    assert.deepEqual([both.name(), both.name(), both.leftBytes], ['a', 'b', 0])
  })
})
