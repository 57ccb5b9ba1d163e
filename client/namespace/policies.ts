import { HiroError } from '../../shared/errors.ts'
import { fromHex, ROOT_ID } from '../../shared/ids.ts'
import type * as wire from '../../shared/protocol/control/control.js'
import type { Coordinator } from '../control/coordinator.ts'
import { parentPath, parsePath } from '../paths.ts'
import { quoted } from '../seal/name-rules.ts'
import type { Namespace } from './namespace.ts'
import type { WorkOptions } from './tree.ts'

/** How files are kept: as so many copies, or as `dataShards` + `parityShards` shards, any `dataShards` of which give back a piece. */
export type Policy = { readonly copies: number } | { readonly dataShards: number; readonly parityShards: number }

export interface FoundPolicy {
  readonly policy: Policy
  /** The folder that asks for it; `undefined`: none does, and it is the swarm's. */
  readonly from: string | undefined
}

interface Ports {
  readonly coordinator: Coordinator
  readonly namespace: Namespace
}

/** The policy that holds at a file or folder. Throws `not-found`, `not-a-folder`, `name-invalid`. */
export async function readPolicy(ports: Ports, path: string, { signal }: WorkOptions = {}): Promise<FoundPolicy> {
  const { coordinator, namespace } = ports
  return await namespace.withFresh(async () => {
    const id = path === '/' ? ROOT_ID : (await namespace.require(path, signal)).id
    const { policy, own, above } = await coordinator.call('readPolicy', { id: fromHex(id) }, { signal })
    if (policy === undefined) throw new HiroError('bad-frame', 'the coordinator tells no policy')
    return { policy: policyOf(policy), from: own ? ancestor(path, above) : undefined }
  })
}

/** For all that is in a folder, and comes into it; `undefined`: what the folder above asks for. Throws as `readPolicy`, `usage` (no policy that can be), `unknown`. */
export async function setPolicy(
  { coordinator, namespace }: Ports,
  path: string,
  policy: Policy | undefined,
  { signal }: WorkOptions = {},
): Promise<void> {
  await namespace.withFresh(async () => {
    const folder = fromHex(await folderAt(namespace, path, signal))
    const body = policy ? { folder, policy: { copies: 0, dataShards: 0, parityShards: 0, ...policy } } : { folder }
    await coordinator.call('setPolicy', body, { signal, mutating: true })
  })
}

async function folderAt(namespace: Namespace, path: string, signal: AbortSignal | undefined): Promise<string> {
  if (path === '/') return ROOT_ID
  const { id, message } = await namespace.require(path, signal)
  if (!message.folder) throw new HiroError('not-a-folder', `${quoted(path)} is a file; policies are for folders`)
  return id
}

function policyOf({ copies, dataShards, parityShards }: wire.Policy): Policy {
  return dataShards > 0 ? { dataShards, parityShards } : { copies }
}

/** The folder so many steps up. Throws `bad-frame`: there is none. */
export function ancestor(path: string, above: number): string {
  if (above > parsePath(path).length) throw new HiroError('bad-frame', 'the coordinator tells of a folder above all')
  let at = path
  for (let step = 0; step < above; step++) at = parentPath(at)
  return at
}
