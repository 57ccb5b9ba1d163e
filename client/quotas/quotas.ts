import { HiroError } from '../../shared/errors.ts'
import { fromHex, idFromBytes, ROOT_ID } from '../../shared/ids.ts'
import type * as wire from '../../shared/protocol/control/control.js'
import type { Coordinator } from '../control/coordinator.ts'
import type { Namespace } from '../namespace/namespace.ts'
import { ancestor } from '../namespace/policies.ts'
import type { WorkOptions } from '../namespace/tree.ts'
import { quoted } from '../seal/name-rules.ts'
import { FolderPaths } from '../trash/trash-item.ts'

/** What all files below a folder may be together; what is left out has no limit. */
export interface Quota {
  readonly bytesMax?: number | undefined
  readonly filesMax?: number | undefined
}

/** A quota, and what counts in it: files by their size, whatever their copies take. */
export interface QuotaUse extends Quota {
  /** The folder that has it. */
  readonly path: string
  readonly usedBytes: number
  readonly usedFiles: number
  /** Some folder is being counted anew: what is used may be other than this soon. */
  readonly counting: boolean
}

export interface QuotaPorts {
  readonly coordinator: Coordinator
  readonly namespace: Namespace
}

/** The quota that holds at a file or folder; `undefined`: none does. Throws `not-found`, `not-a-folder`, `name-invalid`. */
export async function readQuota(
  { coordinator, namespace }: QuotaPorts,
  path: string,
  { signal }: WorkOptions = {},
): Promise<QuotaUse | undefined> {
  return await namespace.withFresh(async () => {
    const id = path === '/' ? ROOT_ID : (await namespace.require(path, signal)).id
    const { use, above } = await coordinator.call('readQuota', { id: fromHex(id) }, { signal })
    return use && useOf(use, ancestor(path, above))
  })
}

/** All that folders in the tree have, page by page as it is asked for. */
export async function* listQuotas(
  { coordinator, namespace }: QuotaPorts,
  { signal }: WorkOptions = {},
): AsyncGenerator<QuotaUse, void, undefined> {
  for (let after = ''; ; ) {
    const page: wire.ListQuotasResponse = await coordinator.call('listQuotas', { after }, { signal })
    const paths = new FolderPaths(namespace.keys, page.folders)
    for (const use of page.quotas) {
      const path = paths.pathOf(idFromBytes(use.folder))
      // The coordinator lists a folder with all above it, but for one that is just being removed.
      if (path !== undefined) yield useOf(use, path)
    }
    if (page.next === '') return
    after = page.next
  }
}

/** `undefined`: the folder has none of its own. Throws as `readQuota`, `usage` (a quota that limits nothing), `unknown`. */
export async function setQuota(
  { coordinator, namespace }: QuotaPorts,
  path: string,
  quota: Quota | undefined,
  { signal }: WorkOptions = {},
): Promise<void> {
  await namespace.withFresh(async () => {
    const folder = fromHex(await folderAt(namespace, path, signal))
    const { bytesMax = 0, filesMax = 0 } = quota ?? {}
    const body = quota ? { folder, quota: { bytesMax, filesMax } } : { folder }
    await coordinator.call('setQuota', body, { signal, mutating: true })
  })
}

async function folderAt(namespace: Namespace, path: string, signal: AbortSignal | undefined): Promise<string> {
  if (path === '/') return ROOT_ID
  const { id, message } = await namespace.require(path, signal)
  if (!message.folder) throw new HiroError('not-a-folder', `${quoted(path)} is a file; quotas are for folders`)
  return id
}

function useOf({ quota, usedBytes, usedFiles, counting }: wire.QuotaUse, path: string): QuotaUse {
  const { bytesMax = 0, filesMax = 0 } = quota ?? {}
  return {
    path,
    ...(bytesMax > 0 && { bytesMax }),
    ...(filesMax > 0 && { filesMax }),
    usedBytes,
    usedFiles,
    counting,
  }
}
