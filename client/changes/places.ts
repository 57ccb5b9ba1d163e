import { HiroError } from '../../shared/errors.ts'
import { fromHex, idFromBytes, ROOT_ID } from '../../shared/ids.ts'
import { PATH_DEPTH_MAX } from '../../shared/limits.ts'
import type { Coordinator } from '../control/coordinator.ts'
import { joinPath } from '../paths.ts'
import type { Keys } from '../seal/keys.ts'
import { openName } from '../seal/names.ts'
import type { SealedPlace, TreeChange } from './tree-change.ts'

const FOLDERS_MAX = 10_000

interface Place {
  readonly parent: string
  readonly name: string
}

/** What was told and not looked at yet. */
export interface ToCome {
  /** Where something is until it is moved or removed by one of those; `undefined`: it is not. */
  placeOf(id: string): SealedPlace | undefined
  /** When all changes up to `revision` have been told, or no more will be. */
  reached(revision: number): Promise<void>
}

/** Where folders are at the change that is looked at, by id: asked for once, and kept right by what is told of them. */
export class Places {
  readonly #coordinator: Coordinator
  readonly #keys: Keys
  readonly #toCome: ToCome
  readonly #byId = new Map<string, Place>()

  constructor(coordinator: Coordinator, keys: Keys, toCome: ToCome) {
    this.#coordinator = coordinator
    this.#keys = keys
    this.#toCome = toCome
  }

  /** The path of something in its place. `undefined`: what it is in is not in the tree any more. Throws as a call does, and `integrity`. */
  async pathOf(id: string, { parent, sealedName }: SealedPlace): Promise<string | undefined> {
    const name = openName(this.#keys, { parent, child: id }, sealedName)
    const names = [name]
    let at = parent
    while (at !== ROOT_ID) {
      if (names.length > PATH_DEPTH_MAX) throw new HiroError('integrity', 'folders that are in one another')
      const place = this.#byId.get(at) ?? (await this.#find(at))
      if (place === undefined) return undefined
      names.unshift(place.name)
      at = place.parent
    }
    return joinPath('/', ...names)
  }

  /** After its paths were asked for. */
  note({ kind, id, folder, parent, sealedName }: TreeChange): void {
    if (!folder) return
    if (kind === 'removed') this.#byId.delete(id)
    else this.#set(id, this.#opened(id, { parent, sealedName }))
  }

  clear(): void {
    this.#byId.clear()
  }

  /** The coordinator says where it is now, which may be after changes that are still to come: those say where it was before. */
  async #find(id: string): Promise<Place | undefined> {
    const { entry, parent } = await this.#coordinator.call('readEntry', { id: fromHex(id) })
    if (entry) await this.#toCome.reached(entry.revision)
    const before = this.#toCome.placeOf(id)
    if (before === undefined && entry === undefined) return undefined
    const sealed = before ?? { parent: idFromBytes(parent), sealedName: entry?.sealedName ?? new Uint8Array() }
    const place = this.#opened(id, sealed)
    this.#set(id, place)
    return place
  }

  #opened(id: string, { parent, sealedName }: SealedPlace): Place {
    return { parent, name: openName(this.#keys, { parent, child: id }, sealedName) }
  }

  #set(id: string, place: Place): void {
    if (this.#byId.size >= FOLDERS_MAX) this.#byId.clear()
    this.#byId.set(id, place)
  }
}
