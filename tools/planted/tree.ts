import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, relative } from 'node:path'
import { root } from '../planted-folder.ts'
import { type Plant, planted } from './plant.ts'

const PACKAGES = 'node_modules'
/** Not part of what is tested: packages are linked to, history and results left out. */
const LEFT_OUT = new Set([PACKAGES, '.git', '.hiro', 'dist', 'coverage'])

/** The repository in temporary folders: as it is, and with bugs. Sources that change while this runs change none of them. */
export class Trees implements AsyncDisposable {
  readonly #folder: string
  /** As it is. */
  readonly control: string

  private constructor(folder: string) {
    this.#folder = folder
    this.control = join(folder, 'as-it-is')
  }

  static async open(): Promise<Trees> {
    const trees = new Trees(await mkdtemp(join(tmpdir(), 'hiro-planted-')))
    await copy(root, trees.control)
    return trees
  }

  /** A tree with this bug in it; the caller removes it. Throws when the plant does not apply. */
  async plant({ name, edits }: Plant): Promise<{ folder: string } & AsyncDisposable> {
    const folder = join(this.#folder, name)
    await copy(this.control, folder)
    for (const edit of edits) {
      const path = join(folder, edit.file)
      await writeFile(path, planted(await readFile(path, 'utf8'), edit))
    }
    return { folder, [Symbol.asyncDispose]: async () => await remove(folder) }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await remove(this.#folder)
  }
}

async function copy(from: string, to: string): Promise<void> {
  const filter = (path: string): boolean => relative(from, path) === '' || !LEFT_OUT.has(basename(path))
  await cp(from, to, { recursive: true, filter })
  await symlink(join(root, PACKAGES), join(to, PACKAGES))
}

/** A process that was just killed may still write a last file. */
async function remove(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
}
