import { HiroError, hasCode } from '../../shared/errors.ts'
import { fromHex } from '../../shared/ids.ts'
import type * as wire from '../../shared/protocol/control/control.js'
import { step } from '../../shared/steps.ts'
import type { Entry } from '../namespace/entry.ts'
import type { TreePorts, WorkOptions } from '../namespace/tree.ts'
import { openHead, sealHead } from '../seal/head.ts'
import { quoted } from '../seal/name-rules.ts'
import { sealName } from '../seal/names.ts'
import { chooseItem } from './choose-item.ts'
import { FolderPaths, type Opened, openTrashItem, type TrashItem } from './trash-item.ts'

export interface RestoreOptions extends WorkOptions {
  /** Of the item: older content of a file, or of one that was removed. The newest that was removed unless given. */
  readonly version?: number | undefined
  /** Where it goes; its old place unless given. */
  readonly to?: string | undefined
}

export interface Restored {
  readonly path: string
  readonly kind: Entry['kind']
  readonly id: string
  /** The new one of a file; 0: a folder, a link, or a file that never had content. */
  readonly version: number
  readonly revision: number
}

/** Items thrown away by one call. */
const EMPTIED_AT_ONCE = 25
/** How often the item may be removed anew, or the file replaced, under the eyes of who restores. */
const TRIES_MAX = 5

/** What was removed or replaced, for as long as the swarm keeps it. */
export class Trash {
  readonly #ports: TreePorts

  constructor(ports: TreePorts) {
    this.#ports = ports
  }

  /** Everything that was at `path` or below it, what goes first first; page by page as it is asked for. */
  async *list(path = '/', { signal }: WorkOptions = {}): AsyncGenerator<TrashItem, void, undefined> {
    const { coordinator } = this.#ports
    for (let after = ''; ; ) {
      const body = { after, parent: new Uint8Array(), tag: new Uint8Array() }
      const page: wire.ListTrashResponse = await coordinator.call('listTrash', body, { signal })
      for (const { item } of this.#open(page)) if (isAtOrUnder(item, path)) yield item
      if (page.next === '') return
      after = page.next
    }
  }

  /** What can be restored to exactly `path`: what was removed from there, and older content of a file that is there; the newest first. Throws as `Namespace.spot`. */
  async at(path: string, { signal }: WorkOptions = {}): Promise<TrashItem[]> {
    return (await this.#at(path, signal)).items.map(({ item }) => item)
  }

  /**
   * In one step: a file or folder that was removed comes back, with everything in it as it was; older content of a file that is there becomes its newest version, and the present one goes to the trash. Throws `not-found`,
   * `exists`, `not-a-folder`, `changed`, `usage`, `unknown`.
   */
  async restore(path: string, options: RestoreOptions = {}): Promise<Restored> {
    const { to = path, version, signal } = options
    const { namespace, coordinator, random } = this.#ports
    for (let tries = 1; ; tries++) {
      const { items, live } = await this.#at(path, signal)
      const { item, entry } = chooseItem(items, { path, to, version, live })
      const { number } = await coordinator.call('openRestore', {}, { signal })
      const { parent, tag, name } = await namespace.withFresh(async () => await namespace.spot(to, signal))
      const { id } = item
      const head = () => openHead(namespace.keys, { file: id, version: item.version }, entry.sealedHead)
      const hasContent = item.version > 0
      const body = {
        number,
        id: fromHex(id),
        version: item.version,
        parent: fromHex(parent),
        tag,
        sealedName: sealName(namespace.keys, { parent, child: id, name }, random),
        sealedHead: hasContent
          ? sealHead(namespace.keys, { file: id, version: number }, head(), random)
          : new Uint8Array(),
        ...(hasContent && { logicalBytes: head().sizeBytes }),
      }
      try {
        const revision = await this.#restore(body, path, signal)
        namespace.forget(to)
        return { path: to, kind: item.kind, id, version: hasContent ? number : 0, revision }
      } catch (error) {
        if (hasCode(error, 'exists')) throw new HiroError('exists', `${quoted(to)} is already there`, { cause: error })
        if (!hasCode(error, 'changed') || tries === TRIES_MAX) throw error
      }
    }
  }

  /** Gives the space of these back at once. What is not there any more is no error. */
  async throwAway(items: readonly Pick<TrashItem, 'id' | 'version'>[], { signal }: WorkOptions = {}): Promise<void> {
    for (let at = 0; at < items.length; at += EMPTIED_AT_ONCE) {
      const some = items.slice(at, at + EMPTIED_AT_ONCE).map(({ id, version }) => ({ id: fromHex(id), version }))
      await this.#ports.coordinator.call('emptyTrash', { items: some }, { signal, mutating: true })
    }
  }

  /** Throws away everything that was at `path` or below it. The result counts it; a folder counts as one, without what it held. */
  async empty(path = '/', options: WorkOptions = {}): Promise<{ items: number; storedBytes: number }> {
    const sum = { items: 0, storedBytes: 0 }
    let some: TrashItem[] = []
    const flush = async (): Promise<void> => {
      await this.throwAway(some, options)
      some = []
    }
    for await (const item of this.list(path, options)) {
      sum.items++
      sum.storedBytes += item.storedBytes
      some.push(item)
      if (some.length === EMPTIED_AT_ONCE) await flush()
    }
    await flush()
    return sum
  }

  async #restore(body: wire.RestoreRequest, path: string, signal: AbortSignal | undefined): Promise<number> {
    step('restore-asking')
    const { revision } = await this.#ports.coordinator.call('restore', body, {
      signal,
      mutating: true,
      afterLoss: (failure) => {
        if (!hasCode(failure, 'not-found', 'changed', 'exists')) return undefined
        const what = `whether ${quoted(path)} was restored, and something else followed, cannot be told`
        throw new HiroError('unknown', what, { cause: failure })
      },
    })
    step('restore-answered')
    return revision
  }

  async #at(path: string, signal: AbortSignal | undefined): Promise<At> {
    const { namespace, coordinator } = this.#ports
    return await namespace.withFresh(async () => {
      const spot = await namespace.spot(path, signal)
      const body = { after: '', parent: fromHex(spot.parent), tag: spot.tag }
      const [page, live] = await Promise.all([
        coordinator.call('listTrash', body, { signal }),
        namespace.at(spot, signal),
      ])
      return { items: this.#open(page), live: live?.id }
    })
  }

  #open({ items, folders }: wire.ListTrashResponse): Opened[] {
    const { keys } = this.#ports.namespace
    const paths = new FolderPaths(keys, folders)
    return items.map((message) => openTrashItem(keys, message, paths))
  }
}

interface At {
  readonly items: readonly Opened[]
  /** Id of what is at the place now. */
  readonly live: string | undefined
}

function isAtOrUnder({ path }: TrashItem, folder: string): boolean {
  if (folder === '/') return true
  return path === folder || (path?.startsWith(`${folder}/`) ?? false)
}
