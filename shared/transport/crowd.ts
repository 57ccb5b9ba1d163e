/** Guests by the host they come from. When there are too many, the host that sent the most loses its oldest one: so no address is ever refused, and none can take the places of all others. */
export class Crowd<Guest extends { readonly host: string }> {
  readonly #byHost = new Map<string, Set<Guest>>()
  #size = 0

  get size(): number {
    return this.#size
  }

  add(guest: Guest): void {
    const ofHost = this.#byHost.get(guest.host) ?? new Set()
    this.#byHost.set(guest.host, ofHost)
    if (ofHost.has(guest)) return
    ofHost.add(guest)
    this.#size++
  }

  /** Whether it was there. */
  delete(guest: Guest): boolean {
    const ofHost = this.#byHost.get(guest.host)
    if (!ofHost?.delete(guest)) return false
    if (ofHost.size === 0) this.#byHost.delete(guest.host)
    this.#size--
    return true
  }

  /** The one that has to go first. */
  get last(): Guest | undefined {
    let largest: Set<Guest> | undefined
    for (const ofHost of this.#byHost.values()) {
      if (largest === undefined || ofHost.size > largest.size) largest = ofHost
    }
    return largest?.values().next().value
  }
}
