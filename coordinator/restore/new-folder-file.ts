import { readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { CoordinatorSettings } from '../../shared/backup/backup.js'
import { HiroError, hasCode } from '../../shared/errors.ts'
import { makeFolder, syncFolder, writeDurably } from '../../shared/files/durable-file.ts'
import { fileError } from '../../shared/files/file-error.ts'
import { IDENTITY_FORMAT } from '../../shared/files/identity-file.ts'
import { toHex } from '../../shared/ids.ts'
import { step } from '../../shared/steps.ts'
import { keepSwarmMark, readSwarmMark } from '../swarm-mark-file.ts'

const METADATA = 'metadata.sqlite'
/** Nothing reads it under this name, and whoever finds it begins anew. */
const RESTORING = 'restoring.sqlite'
const SECRET = 'swarm.secret'

/** The folder of a coordinator that is being restored. What it is becomes true in one step, at the end: killed before it, a restore is begun anew. */
export class NewFolder {
  readonly #path: string

  constructor(path: string) {
    this.#path = path
  }

  get metadata(): string {
    return join(this.#path, RESTORING)
  }

  /** Throws `exists` when there are metadata, which are never replaced. */
  async begin(): Promise<void> {
    await makeFolder(this.#path)
    const names = await this.#names()
    if (names.includes(METADATA)) {
      throw new HiroError('exists', `${this.#path} has metadata of a coordinator: restore into an empty folder`)
    }
    for (const name of names.filter((name) => name.startsWith(RESTORING) || name.startsWith(`${METADATA}-`))) {
      await rm(join(this.#path, name), { force: true })
    }
    step('restore-begun')
  }

  /** Throws `exists` when the folder is another coordinator's. */
  async finish({ identity, secret, config }: CoordinatorSettings, swarm: string, epoch: number): Promise<void> {
    await this.#keep('identity.key', `${IDENTITY_FORMAT} ${toHex(identity)}\n`)
    await this.#keep(SECRET, `${Buffer.from(secret).toString()}\n`)
    const values = { ...(JSON.parse(config) as object), ...(await this.#configThere()), epoch }
    await writeDurably(join(this.#path, 'config.json'), `${JSON.stringify(values, undefined, 2)}\n`)
    const mark = join(this.#path, 'swarm.id')
    await keepSwarmMark(mark, await readSwarmMark(mark), swarm)
    step('restore-prepared')
    for (const name of await this.#names()) {
      // A log that was not written back belongs to the file, and goes before it.
      const end = name.slice(RESTORING.length)
      if (name.startsWith(RESTORING) && end !== '') await this.#rename(name, `${METADATA}${end}`)
    }
    await this.#rename(RESTORING, METADATA)
    await syncFolder(this.#path)
    step('restore-done')
  }

  /** What was there before wins: another machine listens elsewhere. */
  async #configThere(): Promise<object> {
    try {
      return JSON.parse(await readFile(join(this.#path, 'config.json'), 'utf8')) as object
    } catch (cause) {
      if (hasCode(fileError(cause, this.#path), 'not-found')) return {}
      throw new HiroError('usage', `${join(this.#path, 'config.json')} cannot be read as JSON`, { cause })
    }
  }

  async #keep(name: string, text: string): Promise<void> {
    const path = join(this.#path, name)
    try {
      await writeDurably(path, text, { exclusive: true })
    } catch (error) {
      if (!hasCode(error, 'exists')) throw error
      if ((await readFile(path, 'utf8')).trim() === text.trim()) return
      throw new HiroError('exists', `${path} is not that of the swarm in the backup: restore into an empty folder`)
    }
  }

  async #names(): Promise<string[]> {
    try {
      return await readdir(this.#path)
    } catch (error) {
      throw fileError(error, this.#path)
    }
  }

  async #rename(from: string, to: string): Promise<void> {
    await rename(join(this.#path, from), join(this.#path, to))
  }
}
