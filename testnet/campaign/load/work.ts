import { pick } from '../../../shared/random/choose.ts'
import type { Random } from '../../../shared/random/random.ts'

const [KIB, MIB] = [2 ** 10, 2 ** 20]

/** What a hand is about to do. */
export interface Work {
  readonly kind: 'add' | 'replace' | 'remove' | 'read'
  readonly path: string
  readonly sizeBytes: number
  /** `with-folder`: the path's folder is made and removed with it; `given-up`: broken off before its end; `restored`: what was removed from there last comes back; `packed`: it travels with others, whose paths begin like its own. */
  readonly special?: 'with-folder' | 'given-up' | 'restored' | 'packed' | undefined
}

export interface WorkPaths {
  /** Nobody else changes them. */
  readonly own: readonly string[]
  /** Others change them too. */
  readonly shared: readonly string[]
  /** A new one each time, never changed again: what outlives all that follows. */
  keeper(): string
}

/** Nothing; small (inside the worker's index); one piece; several, and little more than that: a round is there for moments, not for bytes. */
const SIZES: readonly (readonly [least: number, most: number])[] = [
  [0, 0],
  [1, 2 * KIB],
  [1, 2 * KIB],
  [1, 2 * KIB],
  [20 * KIB, 60 * KIB],
  [70 * KIB, 400 * KIB],
  [70 * KIB, 400 * KIB],
  [8 * MIB + 1, 10 * MIB],
]
const KEEPER_SIZES = SIZES.slice(0, 6)
const PACKED_SIZES = SIZES.slice(1, 5)
/** Files of a pack: each is read whole after every round that follows. */
export const PACKED_FILES = 3

/** What comes next, by chance. `holds`: what the hand believes of its own paths. */
export function nextWork(random: Random, paths: WorkPaths, holds: ReadonlySet<string>): Work {
  const dice = random.below(20)
  if (dice < 1) return { kind: 'add', path: paths.keeper(), sizeBytes: sizeFrom(random, KEEPER_SIZES) }
  if (dice < 2)
    return { kind: 'add', path: paths.keeper(), sizeBytes: sizeFrom(random, PACKED_SIZES), special: 'packed' }
  const path = dice < 8 ? pick(random, paths.shared) : pick(random, paths.own)
  const kind = kindOf(random, paths.own.includes(path) ? holds.has(path) : random.below(3) > 0)
  return { kind, path, sizeBytes: sizeFrom(random, SIZES) }
}

/** One kind after the other, large and small in turn, on paths that begin with `stem`. */
export function workInTurn(random: Random, stem: string, number: number): Work {
  const turns: readonly Pick<Work, 'kind' | 'path' | 'special'>[] = [
    { kind: 'add', path: stem },
    { kind: 'replace', path: stem },
    { kind: 'add', path: `${stem}-given-up`, special: 'given-up' },
    { kind: 'add', path: `${stem}-folder/file`, special: 'with-folder' },
    { kind: 'add', path: `${stem}-packed-${number}`, special: 'packed' },
    { kind: 'read', path: stem },
    { kind: 'remove', path: stem },
    { kind: 'add', path: stem, special: 'restored' },
    { kind: 'read', path: stem },
    { kind: 'remove', path: stem },
    { kind: 'remove', path: `${stem}-folder/file`, special: 'with-folder' },
  ]
  const turn = turns[number % turns.length] ?? { kind: 'read', path: stem }
  // Nothing is under way before the first chunk is whole, so what is given up has two.
  if (turn.special === 'given-up') return { ...turn, sizeBytes: 9 * MIB }
  if (turn.special === 'packed') return { ...turn, sizeBytes: sizeFrom(random, PACKED_SIZES) }
  const sizes = number % 2 === 0 ? SIZES.slice(1, 5) : SIZES.slice(5)
  return { ...turn, sizeBytes: sizeFrom(random, sizes) }
}

function kindOf(random: Random, there: boolean): Work['kind'] {
  return there ? pick(random, ['replace', 'replace', 'remove', 'read', 'read'] as const) : 'add'
}

function sizeFrom(random: Random, sizes: typeof SIZES): number {
  const [least, most] = pick(random, sizes)
  return least + random.below(most - least + 1)
}
