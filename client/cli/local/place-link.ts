import { lutimes, rename, rm, symlink } from 'node:fs/promises'
import { fileError } from '../../../shared/files/file-error.ts'
import type { Random } from '../../../shared/random/random.ts'
import type { LinkEntry } from '../../index.ts'
import { seconds } from './file-times.ts'
import { besideIt, existsLocally, withoutTemporary } from './place-file.ts'

/**
 * Makes a symbolic link at `path` with exactly the target that it had, wherever that leads: it is made, never followed. Throws `exists` (without `replace`), `is-a-folder`, `not-found`
 * (the folder), `no-room`, `io`.
 */
export async function placeLink(
  path: string,
  { target, mtimeMs }: Pick<LinkEntry, 'target' | 'mtimeMs'>,
  replace: boolean,
  random: Random,
): Promise<void> {
  const made = replace ? besideIt(path, random) : path
  try {
    await symlink(target, made)
  } catch (error) {
    const { code } = fileError(error, path)
    throw code === 'exists' ? existsLocally(path) : withoutTemporary(error, path, made)
  }
  try {
    await lutimes(made, seconds(mtimeMs), seconds(mtimeMs))
    if (replace) await rename(made, path)
  } catch (error) {
    await rm(made, { force: true }).catch(() => {})
    throw withoutTemporary(error, path, made)
  }
}
