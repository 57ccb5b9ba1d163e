import { GROUP_EXTENTS_MAX } from '../../../shared/limits.ts'
import { pick } from '../../../shared/random/choose.ts'
import type { Random } from '../../../shared/random/random.ts'
import type { Guess } from './guess.ts'
import type { Wanted } from './operation.ts'

/** Few, so that operations meet. */
export const FOLDERS = ['/d', '/e', '/d/e']
const FILES = ['/a', '/b', '/d/a', '/d/b', '/e/a', '/d/e/a']
export const PATHS = [...FILES, ...FOLDERS]

/** How often each kind comes, in some hundred. */
const KINDS: readonly (readonly [kind: Wanted['kind'], weight: number])[] = [
  ['add', 22],
  ['replace', 20],
  ['read', 22],
  ['list', 7],
  ['stat', 3],
  ['move', 9],
  ['move-over', 6],
  ['make-file', 6],
  ['symlink', 3],
  ['chmod', 5],
  ['utimes', 3],
  ['mkdir', 7],
  ['remove', 6],
  ['remove-all', 2],
  ['rmdir', 2],
  ['remove-now', 1],
  ['restore', 6],
  ['revert', 4],
  ['empty-trash', 1],
]

export interface Habits {
  readonly chunkSizeBytes: number
  readonly manyPieces: boolean
  /** R and W of the swarm. */
  readonly copies: number
  readonly copiesMin: number
}

/** Most of the time something that makes sense as far as anybody knows; now and then whatever. */
export function chooseOperation(random: Random, habits: Habits, guess: Guess): Wanted {
  const kind = chooseKind(random)
  const sensible = random.below(5) > 0
  const known = (among: readonly string[], there: ReadonlySet<string>): string => {
    const fitting = sensible ? among.filter((path) => there.has(path)) : []
    return pick(random, fitting.length > 0 ? fitting : among)
  }
  const free = (among: readonly string[], there: ReadonlySet<string>): string => {
    const above = (path: string): string => path.slice(0, path.lastIndexOf('/'))
    const fitting = among.filter((path) => !there.has(path) && (above(path) === '' || guess.folders.has(above(path))))
    return pick(random, sensible && fitting.length > 0 ? fitting : among)
  }
  switch (kind) {
    case 'add':
      return { kind, path: free(FILES, guess.files), ...chooseContent(random, habits) }
    case 'replace':
      return { kind, path: known(FILES, guess.files), ...chooseContent(random, habits) }
    case 'read':
      return { kind, path: known(FILES, guess.files), ...chooseRange(random, habits) }
    case 'list':
      return { kind, path: random.below(2) === 0 ? '/' : known(FOLDERS, guess.folders) }
    case 'stat':
      return { kind, path: known(PATHS, new Set([...guess.files, ...guess.folders])) }
    case 'move': {
      const [among, there] = random.below(3) > 0 ? [FILES, guess.files] : [FOLDERS, guess.folders]
      return { kind, path: known(among, there), to: free(among, there) }
    }
    case 'move-over': {
      const [among, there] = random.below(3) > 0 ? [FILES, guess.files] : [FOLDERS, guess.folders]
      const over = random.below(6) > 0 ? known(among, there) : pick(random, PATHS)
      return { kind, path: known(among, there), to: over }
    }
    case 'make-file':
      return { kind, path: free(FILES, guess.files), mtimeMs: random.below(2 ** 31) }
    case 'symlink':
      return { kind, path: free(FILES, guess.files), target: `/target-${random.below(2 ** 31)}` }
    case 'chmod':
      return { kind, path: known(PATHS, new Set([...guess.files, ...guess.folders])), mode: random.below(0o10000) }
    case 'utimes':
      return { kind, path: known(PATHS, new Set([...guess.files, ...guess.folders])), mtimeMs: random.below(2 ** 31) }
    case 'mkdir':
      return { kind, path: free(FOLDERS, guess.folders) }
    case 'remove':
    case 'remove-now':
    case 'revert':
      return { kind, path: known(FILES, guess.files) }
    case 'restore':
      return { kind, path: random.below(3) > 0 ? free(FILES, guess.files) : free(FOLDERS, guess.folders) }
    case 'empty-trash':
      return { kind, path: random.below(2) === 0 ? '/' : pick(random, FOLDERS) }
    case 'remove-all':
    case 'rmdir':
      return { kind, path: known(FOLDERS, guess.folders) }
  }
}

function chooseKind(random: Random): Wanted['kind'] {
  let point = random.below(KINDS.reduce((sum, [, weight]) => sum + weight, 0))
  for (const [kind, weight] of KINDS) {
    if (point < weight) return kind
    point -= weight
  }
  return 'read'
}

function chooseContent(
  random: Random,
  habits: Habits,
): { content: Uint8Array; restMs: number; copies?: number; copiesMin?: number } {
  const { copies, copiesMin } = habits
  const restMs = random.below(4) === 0 ? 1 + random.below(random.below(20) === 0 ? LONG_REST_MS : 600) : 0
  const content = random.bytes(chooseSize(random, habits))
  if (copies === copiesMin || random.below(4) > 0) return { content, restMs }
  const own = copiesMin + random.below(copies - copiesMin + 1)
  return { content, restMs, copies: own, copiesMin }
}

/** Three of them, and the upload would have lost its lease if nobody renewed it. */
const LONG_REST_MS = 14_000

function chooseSize(random: Random, { chunkSizeBytes, manyPieces }: Habits): number {
  // Many files of so many pieces would make it a long day.
  if (manyPieces && random.below(10) === 0) return chunkSizeBytes * (GROUP_EXTENTS_MAX + random.below(100))
  switch (random.below(8)) {
    case 0:
      return random.below(2)
    case 1:
    case 2:
      return 16 + random.below(manyPieces ? 100 : 1_000)
    case 3:
      return 16 + random.below(manyPieces ? 2_000 : 60_000)
    case 4:
      return chunkSizeBytes - 1 + random.below(3)
    case 5:
      return chunkSizeBytes * (1 + random.below(3))
    default:
      return 16 + random.below(3 * chunkSizeBytes)
  }
}

function chooseRange(random: Random, { chunkSizeBytes }: Habits): { offset: number; lengthBytes: number } {
  if (random.below(3) > 0) return { offset: 0, lengthBytes: Number.POSITIVE_INFINITY }
  return { offset: random.below(2 * chunkSizeBytes), lengthBytes: random.below(chunkSizeBytes) }
}
