import type { Kind, KindValue } from './kinds.ts'

/** One thing that can be configured. Its key in the schema is its name in the file; the flag is the same with dashes (`minCopies`, `--min-copies`). */
interface SettingOf<K extends Kind> {
  readonly kind: K
  /** For people: what it does, and what larger and smaller would cost. */
  readonly doc: string
  /** Absent: the value is `undefined` unless someone gives one. A relative path is relative to the home. */
  readonly default?: KindValue[K]
  /** The environment variable, `HIRO_…`. Absent: it cannot come from there. */
  readonly env?: string
  /** Never shown, neither in lists nor in errors. */
  readonly secret?: true
  /** Bounds of an int, size (bytes) or duration (ms). */
  readonly min?: number
  readonly max?: number
}

export type Setting = { [K in Kind]: SettingOf<K> }[Kind]

/** Write it as `{ … } as const satisfies Schema`, so that the types of the values follow from it. */
export type Schema = Readonly<Record<string, Setting>>

/** The values by name: never undefined where the schema has a default. */
export type Values<S extends Schema> = {
  readonly [N in keyof S]: KindValue[S[N]['kind']] | (S[N] extends { default: unknown } ? never : undefined)
}
