import type { Place } from './place.ts'

/**
 * What a file system may leave out and still be one. What is said to be there must be right; what is said not to be there must be refused with a clear error and leave nothing behind: never
 * half of it.
 */
export const features = [
  'hard links',
  'fifos',
  'device nodes',
  'sockets',
  'extended attributes',
  'locks',
  'rename without replacing',
  'rename in exchange',
  'access times',
  'nanosecond times',
  'times of folders',
  'names that are not UTF-8',
  'punched holes',
  'shared mappings',
] as const

export type Feature = (typeof features)[number]

/** What a mount of Hiro leaves out, and why: client/mount/README.md. */
const notInHiro: readonly Feature[] = [
  'hard links',
  'fifos',
  'device nodes',
  'sockets',
  'rename in exchange',
  'times of folders',
  'names that are not UTF-8',
]

export const featuresOfHiro: ReadonlySet<Feature> = new Set(features.filter((feature) => !notInHiro.includes(feature)))

/** One promise of a file system, shown in a folder of its own. */
export interface Row {
  readonly check: string
  /** Without it the row is not supported. */
  readonly needs?: Feature
  /** It takes root: to become somebody else, or to make what only root may. */
  readonly root?: boolean
  /** Throws where the promise is not kept. */
  readonly run: (place: Place) => Promise<void>
}

/** Rows of one kind, under its name. */
export interface Area {
  readonly area: string
  readonly rows: readonly Row[]
}
