import { open, rm } from 'node:fs/promises'
import { makeFolder } from '../../shared/files/durable-file.ts'
import { unmount, unmountBelow, unmountOrphans } from './mounts.ts'
import { need } from './need.ts'
import { ownMark } from './owner.ts'
import { withTempFolder } from './temp-folder.ts'
import { tool } from './tool.ts'

const MIB = 2 ** 20
/** The image is sparse: what is never written takes nothing. */
const SIZE_BYTES_DEFAULT = 512 * MIB
const TRY_SIZE_BYTES = 16 * MIB

/**
 * Nothing gets onto the disk because a timer went off, within the time that a test takes: what is there after a power cut is there because someone asked for it. That is
 * the worst that a disk may do, and the ordinary five seconds would let many a forgotten fsync pass.
 */
const MOUNT_OPTIONS = 'loop,commit=600'

/** FS_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH: the file system stops here and now, and what its journal had not committed is gone. Node has no ioctl. */
const CUT_POWER = `
import fcntl, os, struct, sys
folder = os.open(sys.argv[1], os.O_RDONLY)
fcntl.ioctl(folder, 0x8004587d, struct.pack("I", 2))
`

/** A disk of its own mounted at a folder, whose power can be cut: an ext4 file system in a file, on a loop device. */
export class Ext4Disk implements AsyncDisposable {
  readonly folder: string
  readonly #image: string

  private constructor(folder: string, image: string) {
    this.folder = folder
    this.#image = image
  }

  /** Why there can be none here; see need.ts. */
  static lack(): Promise<string | undefined> {
    return need(['mount', 'mkfs.ext4', 'python3'], async () => {
      await withTempFolder(async (folder) => {
        await using disk = await Ext4Disk.mount(`${folder}/disk`, TRY_SIZE_BYTES)
        await disk.cutPower()
      })
    })
  }

  /** A new, empty one. The folder is made if it is not there; the image lies beside it. */
  static async mount(folder: string, sizeBytes = SIZE_BYTES_DEFAULT): Promise<Ext4Disk> {
    await unmountOrphans()
    await makeFolder(folder)
    const image = `${folder}.${ownMark()}.img`
    await using file = await open(image, 'wx', 0o600)
    await file.truncate(sizeBytes)
    // Without the space that ext4 keeps for root: these are root's processes.
    await tool('mkfs.ext4', ['-q', '-F', '-m', '0', image])
    const disk = new Ext4Disk(folder, image)
    await disk.#mount()
    return disk
  }

  /** From now on nothing reaches the disk, and whoever uses it hears of errors. Its processes are the caller's to kill. */
  async cutPower(): Promise<void> {
    await tool('python3', ['-c', CUT_POWER, this.folder])
  }

  /** After a power cut, and once nobody uses it: what was durable is there again, as the journal says. */
  async powerOn(): Promise<void> {
    await unmount(this.folder)
    await this.#mount()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await unmountBelow(this.folder)
    await rm(this.#image, { force: true })
  }

  async #mount(): Promise<void> {
    await tool('mount', ['-o', MOUNT_OPTIONS, this.#image, this.folder])
  }
}
