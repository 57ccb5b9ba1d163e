import type { ControlHandlers } from '../../shared/protocol/control/protocol.ts'
import { changes } from '../changes/changes.ts'
import type { Context } from '../context.ts'

/** The call of a client that wants to know what changes. */
export function changesHandler(context: Context, client: string): Pick<ControlHandlers, 'changes'> {
  return {
    changes: async (wanted, signal) => {
      const { changes: found, ...page } = await changes(context, client, wanted, signal)
      return { ...page, changes: [...found] }
    },
  }
}
