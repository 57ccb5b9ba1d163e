import { HiroError, hasCode } from '../../shared/errors.ts'
import { fromHex, newId } from '../../shared/ids.ts'
import type { TreePorts, WorkOptions } from '../namespace/tree.ts'
import { nameFault, quoted } from '../seal/name-rules.ts'
import { nameTag, sealName } from '../seal/names.ts'
import { type Snapshot, snapshotsIdOf } from './snapshot-names.ts'
import { findSnapshots } from './snapshot-tree.ts'

/** What makes and removes snapshots. */
export class Snapshots {
  readonly #ports: TreePorts

  constructor(ports: TreePorts) {
    this.#ports = ports
  }

  /** Of the folder with all below it, in one step, whatever its size. Throws `exists`, `not-found` and `not-a-folder` (the folder), `name-invalid`, `no-room` (there are too many), `unknown`. */
  async take(name: string, folder: string, { signal }: WorkOptions = {}): Promise<Snapshot> {
    const { namespace, coordinator, random, clock } = this.#ports
    const fault = nameFault(name)
    if (fault !== undefined)
      throw new HiroError('name-invalid', `${quoted(name)} cannot be the name of a snapshot: ${fault}`)
    const id = newId(random)
    const takenAtMs = clock.now()
    try {
      return await namespace.withFresh(async () => {
        const above = await namespace.folder(folder, signal)
        const parent = snapshotsIdOf(above)
        const sealedName = sealName(namespace.keys, { parent, child: id, name }, random)
        const body = { folder: fromHex(above), tag: nameTag(namespace.keys, parent, name), id: fromHex(id), sealedName }
        const { revision } = await coordinator.call('takeSnapshot', body, { signal, mutating: true })
        return { name, folder, takenAtMs, revision }
      })
    } catch (error) {
      if (!hasCode(error, 'exists')) throw error
      throw new HiroError('exists', `${quoted(folder)} has a snapshot ${quoted(name)} already`, { cause: error })
    }
  }

  /** The oldest first. Throws `not-found`, `not-a-folder`, `name-invalid`. */
  async list(folder: string, { signal }: WorkOptions = {}): Promise<Snapshot[]> {
    const { snapshots } = await findSnapshots(this.#ports, folder, { signal })
    return snapshots.map(({ name, takenAtMs, revision }) => ({ name, folder, takenAtMs, revision }))
  }

  /** What only it shows is gone for good. Throws `not-found`, `changed` (another one has that name now), `unknown`. */
  async drop(name: string, folder: string, { signal }: WorkOptions = {}): Promise<void> {
    const { id: above, snapshots } = await findSnapshots(this.#ports, folder, { name, signal })
    const snapshot = snapshots.find((one) => one.name === name)
    if (snapshot === undefined) throw new HiroError('not-found', `${quoted(folder)} has no snapshot ${quoted(name)}`)
    const body = { folder: fromHex(above), tag: snapshot.tag, id: fromHex(snapshot.id) }
    await this.#ports.coordinator.call('dropSnapshot', body, {
      signal,
      mutating: true,
      // It was there when we looked, and is not now: the try whose answer was lost did it.
      afterLoss: (failure) => (hasCode(failure, 'not-found', 'changed') ? { revision: 0 } : undefined),
    })
  }
}
