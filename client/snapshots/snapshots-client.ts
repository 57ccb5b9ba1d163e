import type { WorkOptions } from '../namespace/tree.ts'
import { RulesClient } from '../quotas/rules-client.ts'
import type { Snapshot } from './snapshot-names.ts'
import { Snapshots } from './snapshots.ts'
import { listVersions, type Version, type VersionPorts } from './versions.ts'

/** The part of `HiroClient` that is about what was. What a snapshot of a folder shows is read at `FOLDER/.snapshots/NAME/…`, as everything else is. */
export abstract class SnapshotsClient extends RulesClient {
  protected abstract override get treePorts(): VersionPorts

  /**
   * Contents of a file that can be read, the newest first: the current one, those in the trash, and those that snapshots show. `read` with `version` reads one. Throws `not-found`, `is-a-folder`, `is-a-link`, `name-invalid`,
   * `integrity`.
   */
  versions(path: string, options?: WorkOptions): AsyncGenerator<Version, void, undefined> {
    return listVersions(this.treePorts, path, options)
  }

  /** Of a folder with all below it, in one step, whatever its size. Throws `exists`, `not-found`, `not-a-folder`, `name-invalid`, `no-room`, `unknown`. */
  async takeSnapshot(name: string, folder = '/', options?: WorkOptions): Promise<Snapshot> {
    return await new Snapshots(this.treePorts).take(name, folder, options)
  }

  /** Those of a folder, the oldest first. Throws `not-found`, `not-a-folder`, `name-invalid`. */
  async snapshots(folder = '/', options?: WorkOptions): Promise<Snapshot[]> {
    return await new Snapshots(this.treePorts).list(folder, options)
  }

  /** Removes a snapshot: what only it shows is gone for good. Throws `not-found`, `changed`, `unknown`. */
  async dropSnapshot(name: string, folder = '/', options?: WorkOptions): Promise<void> {
    await new Snapshots(this.treePorts).drop(name, folder, options)
  }
}
