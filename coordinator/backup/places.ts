import { parseName } from '../../shared/backup/sealed-object.ts'
import { HiroError, toHiroError } from '../../shared/errors.ts'
import type { Log } from '../../shared/log.ts'
import type { Member } from '../membership/members.ts'

/** Workers that backups are kept on, at most. More: they survive more; each takes all of the metadata, deflated. */
const PLACES_MAX = 5
/** So many have to confirm, where there are as many. */
const CONFIRMED_BY = 3
/** Objects given to a worker that lacks them, in one round. */
const HEALED_PER_ROUND = 200
/** A worker that has not confirmed so many is left out for now: it is not waited for, and must not fill the memory. */
const PENDING_MAX = 8

/** What is asked of a worker that keeps backups; see worker-shelf.ts. */
export interface PlaceShelf {
  names(): Promise<string[]>
  get(name: string): Promise<Uint8Array>
  put(object: Uint8Array): Promise<void>
  drop(names: readonly string[]): Promise<void>
  close(): void
}

interface Place {
  readonly member: Member
  readonly shelf: PlaceShelf
  readonly held: Set<string>
  /** Objects on their way there. */
  pending: number
}

/** The workers that backups lie on. What each holds is asked when it joins and remembered; after that, what it was given. */
export class Places {
  readonly #dial: (member: Member) => PlaceShelf
  readonly #log: Log
  /** By store: a wiped worker is another place. */
  readonly #known = new Map<string, Place>()
  readonly #copiesMin: number

  constructor(dial: (member: Member) => PlaceShelf, log: Log, copiesMin: number) {
    this.#dial = dial
    this.#log = log
    this.#copiesMin = copiesMin
  }

  /** Looks who is there now. */
  async refresh(alive: readonly Member[]): Promise<void> {
    for (const [store, { member, shelf }] of this.#known) {
      if (alive.some((now) => now === member)) continue
      shelf.close()
      this.#known.delete(store)
    }
    const fresh = alive.filter(({ store }) => !this.#known.has(store))
    await Promise.all(
      fresh.map(async (member) => {
        const shelf = this.#dial(member)
        try {
          this.#known.set(member.store, { member, shelf, held: new Set(await shelf.names()), pending: 0 })
        } catch (cause) {
          shelf.close()
          this.#log.debug('a worker does not show its backups', { peer: member.peer, error: toHiroError(cause) })
        }
      }),
    )
  }

  /** Gives an object to all places, and resolves when enough have confirmed it. Throws `too-few-workers`. */
  async put(name: string, bytes: Uint8Array, isNeeded: (name: string) => boolean): Promise<void> {
    const chosen = this.#chosen(isNeeded)
    const enough = this.#enough(chosen)
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    let [confirmed, ended] = [0, 0]
    const end = (well: boolean): void => {
      ended++
      if (well) confirmed++
      if (confirmed >= enough) resolve()
      else if (ended === chosen.length) reject(tooFew(confirmed, enough))
    }
    if (chosen.length < enough) throw tooFew(0, enough)
    for (const place of chosen) void this.#putAt(place, name, bytes).then(end)
    await promise
  }

  async #putAt(place: Place, name: string, bytes: Uint8Array): Promise<boolean> {
    if (place.pending >= PENDING_MAX) return false
    place.pending++
    try {
      await place.shelf.put(bytes)
      place.held.add(name)
      return true
    } catch (cause) {
      this.#log.warn('a worker does not take a backup', { peer: place.member.peer, error: toHiroError(cause) })
      return false
    } finally {
      place.pending--
    }
  }

  /** Whether for each of these numbers at least one place has it. */
  has(count: number, isNeeded: (name: string) => boolean): boolean {
    const found = new Set<string>()
    for (const { held } of this.#known.values()) {
      for (const name of held) if (isNeeded(name)) found.add(name.slice(0, name.lastIndexOf('-')))
    }
    return found.size >= count
  }

  /** Objects that are needed and that a place lacks go there from another one. Whether all have all. */
  async heal(isNeeded: (name: string) => boolean): Promise<boolean> {
    const chosen = this.#chosen(isNeeded)
    const all = [...this.#known.values()]
    const needed = new Set(all.flatMap(({ held }) => [...held].filter(isNeeded)))
    let left = HEALED_PER_ROUND
    for (const { shelf, held } of chosen) {
      for (const name of needed) {
        if (held.has(name)) continue
        if (left-- === 0) return false
        const source = all.find((place) => place.held.has(name))
        if (source === undefined) continue
        await shelf.put(await source.shelf.get(name))
        held.add(name)
      }
    }
    return chosen.length > 0
  }

  /** Takes away, wherever it is, what a newer whole backup stands for. */
  async drop(isSuperseded: (name: string) => boolean): Promise<void> {
    for (const { shelf, held } of this.#known.values()) {
      const names = [...held].filter((name) => parseName(name) !== undefined && isSuperseded(name))
      if (names.length === 0) continue
      await shelf.drop(names)
      for (const name of names) held.delete(name)
    }
  }

  close(): void {
    for (const { shelf } of this.#known.values()) shelf.close()
    this.#known.clear()
  }

  /** Those that have most of it: who comes back after a while must not send everything to somebody else first. */
  #chosen(isNeeded: (name: string) => boolean): Place[] {
    const having = [...this.#known.values()].map((place) => ({
      place,
      count: [...place.held].filter(isNeeded).length,
    }))
    having.sort((a, b) => b.count - a.count || (a.place.member.store < b.place.member.store ? -1 : 1))
    return having.slice(0, PLACES_MAX).map(({ place }) => place)
  }

  #enough(chosen: readonly Place[]): number {
    return Math.max(1, this.#copiesMin, Math.min(CONFIRMED_BY, chosen.length))
  }
}

function tooFew(confirmed: number, enough: number): HiroError {
  return new HiroError('too-few-workers', `${confirmed} workers have confirmed a backup, ${enough} are needed`)
}
