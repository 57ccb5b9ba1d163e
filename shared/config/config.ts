import { dirname } from 'node:path'
import { HiroError } from '../errors.ts'
import type { ConfigFile } from './config-file.ts'
import { type KindValue, kinds } from './kinds.ts'
import { nearest } from './nearest.ts'
import type { Schema, Setting, Values } from './schema.ts'

export interface ConfigSources {
  /** By name of setting, as the parser of the command line gives them; `undefined` is not given. Names that are no settings are left alone. */
  readonly flags: Readonly<Record<string, unknown>>
  /** An empty variable is not given. */
  readonly env: Readonly<Record<string, string | undefined>>
  readonly file: ConfigFile | undefined
  /** What relative paths from flags and the environment are relative to; those in the file to its folder. */
  readonly cwd: string
  /** What default paths are relative to. */
  readonly home: string
}

export interface ResolvedSetting {
  readonly name: string
  readonly doc: string
  readonly env: string | undefined
  /** Where the value came from; `where` is the flag, the variable or the path of the file. */
  readonly from: 'flag' | 'environment' | 'file' | 'default'
  readonly where: string | undefined
  /** The value as one could give it again; undefined when there is none, `(not shown)` for a secret. */
  readonly text: string | undefined
}

export interface Config<S extends Schema> {
  readonly values: Values<S>
  /** In the order of the schema. */
  readonly settings: readonly ResolvedSetting[]
}

/**
 * Flags win over the environment, that over the file, that over defaults. Throws `usage`, naming the place and what is expected, for
 * unknown keys in the file and for whatever is malformed, even where something else would win: it would surprise later.
 */
export function resolveConfig<const S extends Schema>(schema: S, sources: ConfigSources): Config<S> {
  if (sources.file) refuseUnknownKeys(schema, sources.file)
  const values: Record<string, unknown> = {}
  const settings: ResolvedSetting[] = []
  for (const [name, setting] of Object.entries<Setting>(schema)) {
    const given = givenFor(name, setting, sources).map((one) => ({ ...one, value: parse(setting, one) }))
    const { from, where, value } = given[0] ?? {
      from: 'default',
      where: undefined,
      value: defaultOf(setting, sources.home),
    }
    values[name] = value
    settings.push({ name, doc: setting.doc, env: setting.env, from, where, text: textOf(setting, value) })
  }
  return { values: values as Values<S>, settings }
}

/** The value of a setting that a command cannot do without. Throws `usage`, naming the ways to give it. */
export function need<S extends Schema, N extends string & keyof S>(
  config: Config<S>,
  name: N,
): NonNullable<Values<S>[N]> {
  const value = config.values[name]
  if (value !== undefined) return value
  const env = config.settings.find((setting) => setting.name === name)?.env
  const ways = [flagOf(name), ...(env === undefined ? [] : [env]), `"${name}" in the configuration file`]
  throw new HiroError('usage', `${name} is not set; give ${ways.join(' or ')}`)
}

interface Given {
  readonly from: 'flag' | 'environment' | 'file'
  readonly where: string
  /** How messages name the place. */
  readonly label: string
  readonly value: unknown
  readonly base: string
}

/** All that was given for a setting, the strongest first. */
function givenFor(name: string, setting: Setting, { flags, env, file, cwd }: ConfigSources): Given[] {
  const given: Given[] = []
  const flag = flags[name]
  if (flag !== undefined) given.push({ from: 'flag', where: flagOf(name), label: flagOf(name), value: flag, base: cwd })
  const variable = setting.env === undefined ? undefined : env[setting.env]
  if (setting.env !== undefined && variable !== undefined && variable !== '') {
    given.push({ from: 'environment', where: setting.env, label: setting.env, value: variable, base: cwd })
  }
  if (file && Object.hasOwn(file.content, name)) {
    const base = dirname(file.path)
    given.push({ from: 'file', where: file.path, label: `${file.path}: "${name}"`, value: file.content[name], base })
  }
  return given
}

function parse(setting: Setting, { label, value, base }: Given): KindValue[Setting['kind']] {
  const parsed = kinds[setting.kind].parse(value, base)
  const shown = setting.secret ? 'the value' : JSON.stringify(value)
  if (parsed === undefined) throw new HiroError('usage', `${label}: ${shown} is not ${kinds[setting.kind].expected}`)
  const { min, max } = setting
  if (min !== undefined && Number(parsed) < min)
    throw new HiroError('usage', `${label}: ${shown} is less than ${textOf(setting, min)}`)
  if (max !== undefined && Number(parsed) > max)
    throw new HiroError('usage', `${label}: ${shown} is more than ${textOf(setting, max)}`)
  return parsed
}

function defaultOf(setting: Setting, home: string): unknown {
  return setting.kind === 'path' && setting.default !== undefined
    ? kinds.path.parse(setting.default, home)
    : setting.default
}

function textOf(setting: Setting, value: unknown): string | undefined {
  if (value === undefined) return undefined
  // The value is of the setting's kind; the compiler cannot follow that through the table.
  return setting.secret ? '(not shown)' : (kinds[setting.kind].format as (value: unknown) => string)(value)
}

function refuseUnknownKeys(schema: Schema, { path, content }: ConfigFile): void {
  const names = Object.keys(schema)
  for (const key of Object.keys(content)) {
    if (Object.hasOwn(schema, key)) continue
    const meant = nearest(key, names)
    const hint = meant === undefined ? `known are ${names.join(', ')}` : `did you mean "${meant}"?`
    throw new HiroError('usage', `${path}: unknown key "${key}"; ${hint}`)
  }
}

/** `minCopies` is given as `--min-copies`. */
function flagOf(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}
