import { AMEND_GROUPS_MAX, GROUP_EXTENTS_MAX } from '../../shared/limits.ts'
import { joined, type LooseExtent, overwritten, within } from './extents-edit.ts'

/** A group of a file that is edited: up to the next one's offset it holds all extents that there are. */
export interface Slot {
  readonly group: number
  readonly offset: number
  /** That sealed it; 0: it is other than it was sealed. */
  readonly version: number
  /** As far as they are known. */
  readonly extents?: readonly LooseExtent[] | undefined
}

/** What changes in a file. */
export interface Change {
  /** What lies behind it goes first; as large as the file, or larger: nothing. */
  readonly cut: number
  /** In the order of their offsets, without overlap. */
  readonly added: readonly LooseExtent[]
  /** The file's size in the end. */
  readonly sizeBytes: number
}

/** One step of a change, small enough for one transaction; those in `slots` with version 0 are to be sealed anew. */
export interface Step {
  readonly slots: readonly Slot[]
  readonly dropped: readonly number[]
  readonly sizeBytes: number
  /** With it all is done. */
  readonly last: boolean
}

export interface RegroupPorts {
  /** The extents of a group as it was sealed. */
  load(slot: Slot): Promise<readonly LooseExtent[]>
  /** Makes a step durable; the result is its version. */
  publish(step: Step): Promise<number>
}

/**
 * The largest group that an edit leaves, by how many there are: each small write seals one group and the head anew, and the head lists all groups.
 */
function extentsMax(groups: number): number {
  return Math.min(GROUP_EXTENTS_MAX, Math.max(64, Math.floor(groups / 2)))
}

/**
 * Brings a change into the groups of a file, in as many steps as it takes, at least one; after each of them the file is whole, if not yet as it shall be. Groups that are full are divided, and those that
 * hold nothing any more dropped. The result is the groups as they are in the end.
 */
export async function regroup(
  from: { readonly slots: readonly Slot[]; readonly sizeBytes: number },
  change: Change,
  ports: RegroupPorts,
): Promise<readonly Slot[]> {
  const groups = new Groups(from.slots, ports)
  if (change.cut < from.sizeBytes) await groups.cut(change.cut)
  await groups.add(change)
  return await groups.publish(change.sizeBytes, true)
}

class Groups {
  readonly #ports: RegroupPorts
  #slots: Slot[]
  #dropped: number[] = []
  #changed = 0
  #nextGroup: number

  constructor(slots: readonly Slot[], ports: RegroupPorts) {
    this.#ports = ports
    this.#slots = [...slots]
    this.#nextGroup = 1 + Math.max(-1, ...slots.map(({ group }) => group))
  }

  async cut(size: number): Promise<void> {
    // From the end, so that after each step what is left is whole, and none of what went can come back. The first group stays: it may be filled again.
    for (
      let last = this.#slots.at(-1);
      last && last.offset >= size && this.#slots.length > 1;
      last = this.#slots.at(-1)
    ) {
      this.#drop(this.#slots.length - 1)
      if (this.#dropped.length === AMEND_GROUPS_MAX) await this.publish(last.offset)
    }
    const at = this.#slots.length - 1
    const last = this.#slots[at]
    if (last === undefined) return
    const left = within(await this.#extentsOf(last), 0, size)
    if (left.length === 0 && at > 0) this.#drop(at)
    else await this.#replace(at, left, size)
  }

  async add({ added, sizeBytes }: Change): Promise<void> {
    if (this.#slots.length === 0 && added.length > 0) {
      this.#slots.push({ group: this.#nextGroup++, offset: 0, version: 0, extents: [] })
      this.#changed++
    }
    let done = 0
    for (let at = 0; at < this.#slots.length && done < added.length; at++) {
      for (let more = true; more; ) {
        const slot = this.#slots[at] as Slot
        const absorbed = this.#coveredBehind(at, added)
        const end = this.#slots[at + 1 + absorbed]?.offset ?? Number.POSITIVE_INFINITY
        const mine = within(added.slice(done), at === 0 ? 0 : slot.offset, end)
        while ((added[done]?.offset ?? end) + (added[done]?.lengthBytes ?? 0) <= end && done < added.length) done++
        if (mine.length === 0) break
        const before = this.#slots.length
        await this.#replace(at, joined(overwritten(await this.#extentsOf(slot), mine)), sizeBytes, absorbed)
        at += this.#slots.length - before + absorbed
        more = absorbed === AMEND_GROUPS_MAX
      }
    }
  }

  /** How many groups behind one would hold nothing but a part of what one addition holds: that one holds it then, and they go. */
  #coveredBehind(at: number, added: readonly LooseExtent[]): number {
    for (let count = 0; count < AMEND_GROUPS_MAX; count++) {
      const start = this.#slots[at + 1 + count]?.offset
      const end = this.#slots[at + 2 + count]?.offset
      const isCovered =
        start !== undefined &&
        end !== undefined &&
        added.some(({ offset, lengthBytes }) => offset < start && offset + lengthBytes >= end)
      if (!isCovered) return count
    }
    return AMEND_GROUPS_MAX
  }

  /** A step of all that is not published yet. */
  async publish(sizeBytes: number, last = false): Promise<readonly Slot[]> {
    if (this.#slots[0]?.extents?.length === 0) this.#drop(0)
    const version = await this.#ports.publish({ slots: [...this.#slots], dropped: this.#dropped, sizeBytes, last })
    this.#slots = this.#slots.map((slot) => (slot.version === 0 ? { ...slot, version } : slot))
    this.#dropped = []
    this.#changed = 0
    return this.#slots
  }

  async #extentsOf(slot: Slot): Promise<readonly LooseExtent[]> {
    return slot.extents ?? (await this.#ports.load(slot))
  }

  /** By one group, or by several where there are too many for one; and `absorbed` of those behind it go with it. */
  async #replace(at: number, extents: readonly LooseExtent[], sizeBytes: number, absorbed = 0): Promise<void> {
    const slot = this.#slots[at] as Slot
    const parts = divided(extents, extentsMax(this.#slots.length))
    const others = this.#changed - (slot.version === 0 ? 1 : 0)
    const isFull = others > 0 && others + parts.length > AMEND_GROUPS_MAX
    if (isFull || this.#dropped.length + absorbed > AMEND_GROUPS_MAX) await this.publish(sizeBytes)
    const { offset, version } = this.#slots[at] as Slot
    if (version !== 0) this.#changed++
    const [first = [], ...rest] = parts
    this.#changed += rest.length
    const more = rest.map((part) => ({
      group: this.#nextGroup++,
      offset: part[0]?.offset ?? 0,
      version: 0,
      extents: part,
    }))
    for (const { group } of this.#slots.slice(at + 1, at + 1 + absorbed)) this.#dropped.push(group)
    this.#slots.splice(at, 1 + absorbed, { group: slot.group, offset, version: 0, extents: first }, ...more)
  }

  #drop(at: number): void {
    const [slot] = this.#slots.splice(at, 1)
    if (slot) this.#dropped.push(slot.group)
  }
}

/** With room in each part for some edits before it is divided again; in no more parts than a step takes. */
function divided(extents: readonly LooseExtent[], lengthMax: number): (readonly LooseExtent[])[] {
  if (extents.length <= lengthMax) return [extents]
  const count = Math.min(AMEND_GROUPS_MAX, Math.ceil(extents.length / ((lengthMax * 3) / 4)))
  const length = Math.ceil(extents.length / count)
  return Array.from({ length: count }, (_, part) => extents.slice(part * length, (part + 1) * length))
}
