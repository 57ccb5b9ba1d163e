import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type Syscalls, startSyscalls } from './syscalls.ts'

/** Users that are nobody here: the owner of some things, and a stranger to them. */
export const [OWNER, STRANGER] = [61_001, 61_002]

/** Where a row works: an empty folder of its own, that everybody may enter. */
export interface Place {
  readonly folder: string
  /** A path in it. Nothing is made of it but a concatenation, so that dots stay. */
  at(name: string): string
  /** The same as the other mount has it; where there is only one, the same path. */
  other(name: string): string
  names(): Promise<string[]>
  file(name: string, content?: string): Promise<string>
  makeFolder(name: string): Promise<string>
  /** Of so many as a row likes to have, how many it may make here. */
  some(many: number): number
  /** A process that ends with the row; as another user where one is told. */
  start(user?: number): Promise<Syscalls>
}

export interface Folders {
  readonly folder: string
  /** Another mount of the same tree. */
  readonly other: string
  /** What part of all that rows like to have where one is as good as another; 1 unless given. A file system whose every name goes to several disks takes its time for thousands. */
  readonly share?: number | undefined
}

export async function withPlace(
  { folder, other, share = 1 }: Folders,
  work: (place: Place) => Promise<void>,
): Promise<void> {
  const own = await mkdtemp(join(folder, 'row-'))
  const started: Syscalls[] = []
  const at = (name: string): string => `${own}/${name}`
  const place: Place = {
    folder: own,
    at,
    other: (name) => `${other}/${basename(own)}/${name}`,
    names: async () => (await readdir(own)).toSorted(),
    file: async (name, content = name) => {
      await writeFile(at(name), content)
      return at(name)
    },
    makeFolder: async (name) => {
      await mkdir(at(name))
      return at(name)
    },
    some: (many) => Math.ceil(many * share),
    start: async (user) => {
      const process_ = await startSyscalls()
      started.push(process_)
      if (user !== undefined) await process_.call('become', user, user)
      return process_
    },
  }
  try {
    await chmod(own, 0o755) // mkdtemp keeps others out
    await work(place)
  } finally {
    for (const process_ of started) await process_.kill()
    await rm(own, { recursive: true, force: true })
  }
}
