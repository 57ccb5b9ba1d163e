import assert from 'node:assert/strict'
import type { Errno } from '../errno.ts'
import { errnoOf } from '../errno.ts'
import type { Caller, FileSystem, OpenOptions } from '../file-system.ts'
import type { LockOwner, LockRequest } from '../locks/lock.ts'
import { ROOT_INODE } from '../node.ts'

export type MakeFileSystem = () => Promise<FileSystem>

const OPEN: OpenOptions = { read: true, write: true, append: false, truncate: false, killSetId: false }

export function callerOf(signal = new AbortController().signal): Caller {
  return { uid: 1000, gid: 100, pid: 4711, signal }
}

/** A file system for each test, and what is done with it in a word. */
export class FileSystemFixture {
  readonly caller = callerOf()
  #fileSystem: FileSystem | undefined

  constructor(make: MakeFileSystem) {
    beforeEach(async () => {
      this.#fileSystem = await make()
    })
  }

  get fileSystem(): FileSystem {
    return this.#fileSystem ?? assert.fail('before the test')
  }

  async makeFile(name: string, content = '', parent = ROOT_INODE): Promise<{ inode: number; handle: number }> {
    const options = { ...OPEN, mode: 0o644, exclusive: true }
    const { entry, opened } = await this.fileSystem.create(parent, name, options, this.caller)
    const file = { inode: entry.attributes.inode, handle: opened.handle }
    if (content !== '') await this.write(file, 0, content)
    return file
  }

  async makeFolder(name: string, parent = ROOT_INODE): Promise<number> {
    return (await this.fileSystem.makeFolder(parent, name, 0o755, this.caller)).attributes.inode
  }

  async open(inode: number, options: Partial<OpenOptions> = {}): Promise<{ inode: number; handle: number }> {
    return { inode, handle: (await this.fileSystem.open(inode, { ...OPEN, ...options }, this.caller)).handle }
  }

  async close({ inode, handle }: { inode: number; handle: number }): Promise<void> {
    await this.fileSystem.flush(inode, handle, 1n, this.caller)
    await this.fileSystem.release(inode, handle, undefined, this.caller)
  }

  async write(file: { inode: number; handle: number }, offset: number, content: string | Uint8Array): Promise<void> {
    const bytes = Buffer.from(content)
    await this.fileSystem.write(file.inode, file.handle, offset, bytes, { killSetId: false }, this.caller)
    // They are the caller's again.
    bytes.fill(0xee)
  }

  async read({ inode, handle }: { inode: number; handle: number }, offset = 0, lengthBytes = 1000): Promise<Buffer> {
    const into = Buffer.alloc(lengthBytes, 0xdd)
    const filled = await this.fileSystem.read(inode, handle, offset, into, this.caller)
    assert(into.subarray(filled).every((byte) => byte === 0xdd))
    return into.subarray(0, filled)
  }

  async lookup(name: string, parent = ROOT_INODE): Promise<number> {
    return (await this.fileSystem.lookup(parent, name, this.caller)).attributes.inode
  }

  async attributes(inode: number): Promise<Awaited<ReturnType<FileSystem['getAttributes']>>['attributes']> {
    return (await this.fileSystem.getAttributes(inode, undefined, this.caller)).attributes
  }

  /** Of the whole folder, a few at once. */
  async names(folder: number, atOnce = 3): Promise<string[]> {
    const { handle } = await this.fileSystem.openFolder(folder, this.caller)
    const names: string[] = []
    for (let from = 0, more = true; more; ) {
      let room = atOnce
      more = false
      await this.fileSystem.readFolder(
        folder,
        handle,
        from,
        ({ name, next }) => {
          if (room-- === 0) {
            more = true
            return false
          }
          names.push(name)
          from = next
          return true
        },
        this.caller,
      )
    }
    await this.fileSystem.releaseFolder(folder, handle, this.caller)
    return names
  }

  async rename(
    from: string,
    to: string,
    options: { parent?: number; to?: number; replace?: boolean } = {},
  ): Promise<void> {
    const { parent = ROOT_INODE, to: target = parent, replace = true } = options
    await this.fileSystem.rename({ parent, name: from }, { parent: target, name: to }, { replace }, this.caller)
  }

  async refuses(errno: Errno, work: Promise<unknown>): Promise<void> {
    await assert.rejects(work, (error) => {
      assert.equal(errnoOf(error), errno)
      return true
    })
  }
}

export function lockRequest(owner: LockOwner, kind: LockRequest['kind'], start = 0, end = Infinity): LockRequest {
  return { family: 'range', owner, kind, start, end, pid: Number(owner) }
}
