import { HiroError } from '../../shared/errors.ts'
import { epochOf, firstRevisionOf } from '../../shared/revision.ts'
import { quoted } from '../seal/name-rules.ts'
import type { Opened } from './trash-item.ts'

interface Choice {
  readonly path: string
  readonly to: string
  readonly version: number | undefined
  /** Id of what is at `path` now. */
  readonly live: string | undefined
}

/** What is meant of all that can be restored to a place, the newest first. Throws `not-found`, `exists`, `usage`, each with the way on. */
export function chooseItem(items: readonly Opened[], { path, to, version, live }: Choice): Opened {
  const found =
    version === undefined
      ? items.find(({ item }) => !item.replaced && item.id !== live)
      : items.find(({ item }) => isVersion(item.version, version))
  if (found === undefined) throw nothingThere(items, { path, version, live })
  if (found.item.id === live && to !== path) {
    const way = 'restore that version at its place, or copy the file first'
    throw new HiroError('usage', `${quoted(path)} is there, and older content of it cannot be beside it: ${way}`)
  }
  if (live !== undefined && found.item.id !== live && to === path) throw inTheWay(items, path)
  return found
}

function nothingThere(items: readonly Opened[], { path, version, live }: Omit<Choice, 'to'>): HiroError {
  if (version !== undefined) {
    return new HiroError('not-found', `the trash has no version ${version} of ${quoted(path)}; see hiro trash`)
  }
  if (live !== undefined && items.length > 0) return inTheWay(items, path)
  return new HiroError('not-found', `the trash has nothing of ${quoted(path)}`)
}

function inTheWay(items: readonly Opened[], path: string): HiroError {
  const hasOlder = items.some(({ item }) => item.replaced)
  const older = hasOlder ? '; --version gives it older content (see hiro trash)' : ''
  return new HiroError('exists', `${quoted(path)} is there; --to restores to another place${older}`)
}

/** People are shown versions without their epoch. */
function isVersion(version: number, wanted: number): boolean {
  const epoch = epochOf(version)
  return version === wanted || (epoch > 0 && version - firstRevisionOf(epoch) === wanted)
}
