import { toHex } from '../shared/ids.ts'
import type * as wire from '../shared/protocol/control/control.js'
import type { ScriptedWorker } from './scripted-workers-fixture.ts'

/** An upload, as the scripted coordinator knows it. */
export interface Intent {
  readonly request: wire.OpenIntentRequest
  readonly groups: Map<number, wire.SealGroupRequest>
  state: 'open' | 'committed' | 'ended'
  copies: number
  result: wire.CommitResult | undefined
}

export function keyOf(parent: Uint8Array, tag: Uint8Array): string {
  return `${toHex(parent)}/${toHex(tag)}`
}

export function infoOf({ id, addresses, name, zone, alive }: ScriptedWorker): wire.WorkerInfo {
  return { peer: id, addresses: [...addresses], name, zone, alive }
}
