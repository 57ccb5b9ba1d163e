import { idFromBytes } from '../../shared/ids.ts'
import type { ControlHandlers } from '../../shared/protocol/control/protocol.ts'
import type { Context } from '../context.ts'
import { makeFile } from '../operations/make-file.ts'
import { setAttributes } from '../operations/set-attributes.ts'
import * as messages from './messages.ts'

/** Calls of a client about files that have nothing but attributes, and about these. */
export function attributesHandlers(
  context: Context,
  client: string,
): Pick<ControlHandlers, 'makeFile' | 'setAttributes'> {
  return {
    makeFile: async ({ parent, tag, id, sealedName, sealedAttributes }) => {
      context.reserve.requireRoom()
      const inode = await makeFile(context, client, {
        parent: idFromBytes(parent),
        tag: messages.tagOf(tag),
        id: idFromBytes(id),
        sealedName: messages.sealedRecord(sealedName),
        sealedAttributes: messages.sealedAttributesOf(sealedAttributes),
      })
      return { entry: messages.encodeEntry(idFromBytes(id), inode) }
    },
    setAttributes: async ({ parent, tag, id, sealedAttributes, seen }) => {
      context.reserve.requireRoom()
      const { revision, committedAtMs } = await setAttributes(context, {
        parent: idFromBytes(parent),
        tag: messages.tagOf(tag),
        id: idFromBytes(id),
        sealedAttributes: messages.sealedAttributesOf(sealedAttributes),
        seen,
      })
      return { revision, committedAtMs }
    },
  }
}
