import assert from 'node:assert/strict'
import { deviceError } from './attach.ts'
import { hiroMountAt, mountTable, parseMountInfo } from './mount-table.ts'

const SAMPLE = `22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw,errors=remount-ro
30 22 0:41 / /mnt/two\\040words rw,nosuid,nodev,relatime - fuse.hiro hiro rw,user_id=0,group_id=0
31 22 0:42 / /mnt/back\\134slash rw shared:7 master:2 propagate_from:3 - fuse.other-fs - rw
short line

`

describe('the table of mounts', () => {
  it('is read line by line, whatever fields a line has, and what is no line is left out', () => {
    assert.deepEqual(parseMountInfo(SAMPLE), [
      { mountPoint: '/', device: '8:1', type: 'ext4' },
      { mountPoint: '/mnt/two words', device: '0:41', type: 'fuse.hiro' },
      { mountPoint: '/mnt/back\\slash', device: '0:42', type: 'fuse.other-fs' },
    ])
    assert.deepEqual(parseMountInfo(''), [])
  })

  it('of this machine has a root and no Hiro there', () => {
    assert(mountTable().some(({ mountPoint }) => mountPoint === '/'))
    assert.equal(hiroMountAt('/'), undefined)
  })
})

describe('a device that cannot be opened', () => {
  const withCode = (code: string): Error => Object.assign(new Error(code), { code })

  it('is told with what to do', () => {
    const missing = deviceError(withCode('ENOENT'))
    assert.deepEqual([missing.code, /modprobe fuse/.test(missing.message)], ['not-found', true])
    const refused = deviceError(withCode('EPERM'))
    assert.deepEqual([refused.code, /--cap-add SYS_ADMIN/.test(refused.message)], ['refused', true])
    assert.equal(deviceError(withCode('EMFILE')).code, 'io')
  })
})
