import { readFile } from 'node:fs/promises'
import { HiroError } from '../errors.ts'
import { fileError } from '../files/file-error.ts'

export interface ConfigFile {
  readonly path: string
  readonly content: Readonly<Record<string, unknown>>
}

/** A JSON file with one object; undefined when there is none. Throws `usage` for anything else in it, `io`. */
export async function readConfigFile(path: string): Promise<ConfigFile | undefined> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (cause) {
    const error = fileError(cause, path)
    if (error.code === 'not-found') return undefined
    throw error
  }
  const content = parseJson(path, text)
  if (!isObject(content))
    throw new HiroError('usage', `${path}: expected one JSON object, such as {"capacity": "10GiB"}`)
  return { path, content }
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new HiroError('usage', `${path}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}

function isObject(content: unknown): content is Record<string, unknown> {
  return typeof content === 'object' && content !== null && !Array.isArray(content)
}
