import type { Clock } from '../../shared/clock/clock.ts'
import { HiroError, hasCode } from '../../shared/errors.ts'
import { fromHex, idFromBytes, ROOT_ID } from '../../shared/ids.ts'
import type * as wire from '../../shared/protocol/control/control.js'
import type { Coordinator } from '../control/coordinator.ts'
import { baseName, joinPath, parentPath, parsePath, requirePresent } from '../paths.ts'
import type { Keys } from '../seal/keys.ts'
import { quoted } from '../seal/name-rules.ts'
import { nameTag, openName } from '../seal/names.ts'
import { FolderIds } from './folder-ids.ts'

/** A name in a folder, whether there is anything of that name or not. */
export interface Spot {
  readonly path: string
  /** Id of the folder. */
  readonly parent: string
  readonly name: string
  readonly tag: Uint8Array
  /** The revision of the snapshot that it is looked for in. */
  readonly at?: number | undefined
}

/** What the coordinator has at a spot; its name is checked, the rest of it is sealed still. */
export interface Found {
  readonly spot: Spot
  readonly id: string
  readonly message: wire.Entry
}

/** Finds the way from paths to ids: the coordinator knows folders by their id, and names by their tag in their folder. */
export class Namespace {
  readonly keys: Keys
  readonly #coordinator: Coordinator
  readonly #folders: FolderIds

  constructor(coordinator: Coordinator, keys: Keys, clock: Clock) {
    this.keys = keys
    this.#coordinator = coordinator
    this.#folders = new FolderIds(clock)
  }

  /** The spot of `path`. Throws `name-invalid` (also for '/'), `not-found` or `not-a-folder` for what is above it. */
  async spot(path: string, signal?: AbortSignal): Promise<Spot> {
    requirePresent(path)
    const name = baseName(path)
    const parent = await this.folder(parentPath(path), signal)
    return { path, parent, name, tag: nameTag(this.keys, parent, name) }
  }

  /** What is at `path`; `undefined`: nothing. Throws as `spot`. */
  async find(path: string, signal?: AbortSignal): Promise<Found | undefined> {
    return await this.withFresh(async () => await this.at(await this.spot(path, signal), signal))
  }

  /** Throws `not-found`, and as `spot`. */
  async require(path: string, signal?: AbortSignal): Promise<Found> {
    const found = await this.find(path, signal)
    if (found === undefined) throw absent(path)
    return found
  }

  /** What is at a spot; `undefined`: nothing. Throws `integrity` when the coordinator answers with something of another name. */
  async at(spot: Spot, signal?: AbortSignal): Promise<Found | undefined> {
    const { entry } = await this.#coordinator.call(
      'lookup',
      { parent: fromHex(spot.parent), tag: spot.tag, ...(spot.at !== undefined && { at: spot.at }) },
      { signal },
    )
    if (entry === undefined) return undefined
    const id = idFromBytes(entry.id)
    const name = openName(this.keys, { parent: spot.parent, child: id }, entry.sealedName)
    if (name !== spot.name) {
      throw new HiroError('integrity', `asked for ${quoted(spot.name)}, the coordinator answered with another entry`)
    }
    return { spot, id, message: entry }
  }

  /** Id of the folder `path`. Throws `name-invalid`, `not-found`, `not-a-folder`. */
  async folder(path: string, signal?: AbortSignal): Promise<string> {
    requirePresent(path)
    const names = parsePath(path)
    let [id, at] = [ROOT_ID, '/']
    for (const name of names) {
      const below = joinPath(at, name)
      id = this.#folders.get(below) ?? (await this.#step(id, at, name, signal))
      at = below
    }
    return id
  }

  async #step(parent: string, parentPath: string, name: string, signal: AbortSignal | undefined): Promise<string> {
    const path = joinPath(parentPath, name)
    const found = await this.at({ path, parent, name, tag: nameTag(this.keys, parent, name) }, signal)
    if (found === undefined) throw absent(path)
    if (!found.message.folder) throw new HiroError('not-a-folder', `${quoted(path)} is a file, not a folder`)
    this.#folders.set(path, found.id)
    return found.id
  }

  /**
   * Runs `work`, and once more with nothing remembered where it throws `not-found`: the id of a folder may have been old. `fromBefore`: it brings ids along that were found earlier, and were remembered then perhaps.
   */
  async withFresh<T>(work: () => Promise<T>, { fromBefore = false } = {}): Promise<T> {
    const before = this.#folders.timesRemembered
    try {
      return await work()
    } catch (error) {
      const mayBeOld = fromBefore || this.#folders.timesRemembered > before
      if (!mayBeOld || !hasCode(error, 'not-found', 'not-a-folder')) throw error
    }
    this.#folders.clear()
    return await work()
  }

  /** The id of a folder in a snapshot, where it was looked up a moment ago. */
  known(path: string): string | undefined {
    return this.#folders.get(path)
  }

  /** A folder is there: it was made by this client, or looked up in a snapshot. */
  remember(path: string, id: string): void {
    this.#folders.set(path, id)
  }

  /** Folders were moved or removed by others. */
  forgetFolders(): void {
    this.#folders.clear()
  }

  /** What was at `path` is not there any more. */
  forget(path: string): void {
    this.#folders.forget(path)
  }
}

function absent(path: string): HiroError {
  return new HiroError('not-found', `there is no ${quoted(path)}`)
}
