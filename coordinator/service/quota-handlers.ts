import { fromHex, idFromBytes } from '../../shared/ids.ts'
import type * as wire from '../../shared/protocol/control/control.js'
import type { ControlHandlers } from '../../shared/protocol/control/protocol.ts'
import type { Context } from '../context.ts'
import { listQuotas, type QuotaUse, readQuotaUse, setQuota } from '../quotas/quotas.ts'

/** Calls of a client about quotas. */
export function quotaHandlers(context: Context): Pick<ControlHandlers, 'setQuota' | 'readQuota' | 'listQuotas'> {
  return {
    setQuota: async ({ folder, quota }) => {
      context.reserve.requireRoom()
      await setQuota(context, idFromBytes(folder), quota)
      return {}
    },
    readQuota: async ({ id }) => {
      const found = await readQuotaUse(context, idFromBytes(id))
      return found ? { use: encodeUse(found.use), above: found.above } : { above: 0 }
    },
    listQuotas: async ({ after }) => {
      const { quotas, folders, next = '' } = await listQuotas(context, after)
      const names = [...folders].map(([id, { parent, tag, sealedName }]) => ({
        id: fromHex(id),
        parent,
        tag,
        sealedName,
      }))
      return { quotas: quotas.map(encodeUse), folders: names, next }
    },
  }
}

function encodeUse({ folder, ...use }: QuotaUse): wire.QuotaUse {
  return { ...use, folder: fromHex(folder) }
}
