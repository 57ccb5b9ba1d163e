import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Contender } from '../contender.ts'
import type { BenchContext } from '../context.ts'
import { dropCaches } from '../tools/cold.ts'
import type { Command } from '../tools/command.ts'

const COPIES = ['one', 'two', 'three']

/** What the machine does without any file system of ours: the same bytes copied to three folders of the same disk, and synced; read from one. */
export async function startLocal({ folder }: BenchContext): Promise<Contender> {
  const at = join(folder, 'local')
  const folders = COPIES.map((copy) => join(at, copy))
  for (const copy of folders) await mkdir(copy, { recursive: true })
  return new LocalContender(at, folders)
}

class LocalContender implements Contender {
  readonly system = 'local'
  readonly #at: string
  readonly #folders: readonly string[]

  constructor(at: string, folders: readonly string[]) {
    this.#at = at
    this.#folders = folders
  }

  addFile(source: string, name: string): Command {
    return shell('for to; do cp "$source" "$to"; done; sync "$@"', { source }, this.#copies(name))
  }

  /** Reading and hashing once is the least that giving back checked bytes can take. */
  readFile(name: string): Command {
    return { argv: ['sha256sum', this.#copies(name)[0] ?? ''] }
  }

  /** `sync -f` syncs the file system; a sync of each file takes minutes. */
  addTree(source: string, name: string): Command {
    return shell('for to; do cp -r "$source" "$to"; done; sync -f "$1"', { source }, this.#copies(name))
  }

  getTree(name: string, target: string): Command {
    return { argv: ['cp', '-r', this.#copies(name)[0] ?? '', target] }
  }

  /** An empty process of the same Node: the least that a command written for it can take. */
  readSmall(): Command {
    return { argv: [process.execPath, '--eval', ''] }
  }

  /** One copy on the same disk: a disk keeps one. */
  async mounted(): Promise<string> {
    return this.#folders[0] ?? this.#at
  }

  async cool(): Promise<void> {
    await dropCaches()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.#at, { recursive: true, force: true })
  }

  #copies(name: string): string[] {
    return this.#folders.map((folder) => join(folder, name))
  }
}

function shell(script: string, env: Readonly<Record<string, string>>, args: readonly string[]): Command {
  return { argv: ['/bin/sh', '-ec', script, 'sh', ...args], env }
}
