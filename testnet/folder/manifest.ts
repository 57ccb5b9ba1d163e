import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { HiroError, hasCode } from '../../shared/errors.ts'
import { writeDurably } from '../../shared/files/durable-file.ts'
import { fileError } from '../../shared/files/file-error.ts'
import type { Who } from '../layout.ts'
import type { ProcessId } from '../process/proc.ts'

export const MANIFEST = 'testnet.json'
const FORMAT = 1

/** What `testnet.json` says. It is the first file of a testnet's folder and the last to go: a folder without it is not ours to touch. */
export interface Manifest {
  readonly format: number
  /** Whoever is making it, until it is made. */
  readonly maker?: ProcessId
  readonly workers: number
  readonly copies: number
  readonly copiesMin: number
  /** With the peer id at the end. */
  readonly addresses: Readonly<Partial<Record<Who, string>>>
}

export type ManifestContent = Omit<Manifest, 'format'>

/** `undefined`: the folder is not there, or empty. Throws `exists` when it holds something else, `version-unknown`, `integrity`, `io`. */
export async function findManifest(folder: string): Promise<Manifest | undefined> {
  try {
    return await readManifest(folder)
  } catch (error) {
    if (!hasCode(error, 'not-found')) throw error
  }
  const names = await readdir(folder).catch((cause: unknown) => {
    const error = fileError(cause, folder)
    if (error.code === 'not-found') return []
    throw error
  })
  if (names.length === 0) return undefined
  throw new HiroError('exists', `${folder} holds something that is not a testnet; name another folder with --dir`)
}

/** Throws `not-found` when `folder` is not a testnet's, `version-unknown`, `integrity`, `io`. */
export async function readManifest(folder: string): Promise<Manifest> {
  const path = join(folder, MANIFEST)
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    const error = fileError(cause, path)
    throw hasCode(error, 'not-found', 'not-a-folder')
      ? new HiroError('not-found', `there is no testnet in ${folder}; make one: hiro testnet up`)
      : (error as HiroError)
  })
  const content = parse(text)
  if (typeof content?.workers !== 'number') throw new HiroError('integrity', `${path} is damaged`)
  if (content.format !== FORMAT) {
    throw new HiroError('version-unknown', `${path} has format ${content.format}; this Hiro knows ${FORMAT}`)
  }
  return content
}

/** `fresh`: throws `exists` when someone else was faster. */
export async function writeManifest(folder: string, content: ManifestContent, fresh = false): Promise<Manifest> {
  const manifest: Manifest = { format: FORMAT, ...content }
  const text = `${JSON.stringify(manifest, undefined, 2)}\n`
  await writeDurably(join(folder, MANIFEST), text, { mode: 0o644, exclusive: fresh })
  return manifest
}

function parse(text: string): Manifest | undefined {
  try {
    return JSON.parse(text) as Manifest
  } catch {
    return undefined
  }
}
