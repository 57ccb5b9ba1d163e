import { hasCode } from '../../../shared/errors.ts'
import { toHex } from '../../../shared/ids.ts'
import type { Random } from '../../../shared/random/random.ts'
import { joinPath, parentPath } from '../../paths.ts'
import type { Swarm } from '../cli.ts'

/** A link as it goes to the swarm. */
export interface LinkToAdd {
  readonly path: string
  readonly target: string
  readonly mtimeMs: number
}

/** With `replace`, a file or other link that is there gives way in one step, as a file does. Throws as `symlink` and `move`. */
export async function addLink(
  { swarm, random }: { readonly swarm: Pick<Swarm, 'symlink' | 'move' | 'remove'>; readonly random: Random },
  { path, target, mtimeMs }: LinkToAdd,
  { replace = false, signal }: { readonly replace?: boolean | undefined; readonly signal: AbortSignal },
): Promise<void> {
  try {
    return void (await swarm.symlink(target, path, { mtimeMs, signal }))
  } catch (error) {
    if (!replace || !hasCode(error, 'exists')) throw error
  }
  const beside = joinPath(parentPath(path), `.hiro-${toHex(random.bytes(8))}.part`)
  await swarm.symlink(target, beside, { mtimeMs, signal })
  try {
    await swarm.move(beside, path, { replace, signal })
  } catch (error) {
    if (!hasCode(error, 'unknown')) await swarm.remove(beside, { now: true }).catch(() => {})
    throw error
  }
}
