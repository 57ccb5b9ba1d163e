import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export const root = join(import.meta.dirname, '..')

/**
 * A folder laid out like the repository, with its configuration and packages but none of its code, to plant wrong
 * code in and see a check find it. Each file is path → text. The caller removes it.
 */
export async function plantFolder(configuration: string[], files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hiro-planted-'))
  for (const file of ['package.json', 'tsconfig.json', ...configuration]) {
    await cp(join(root, file), join(folder, file))
  }
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  return folder
}

export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
}
