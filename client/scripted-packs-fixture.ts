import { toHex } from '../shared/ids.ts'
import type * as wire from '../shared/protocol/control/control.js'
import { keyOf } from './scripted-parts-fixture.ts'

/** What of a scripted coordinator packs need. */
interface Coordinator {
  readonly copies: number
  readonly copiesMin: number
  readonly entries: Map<string, wire.Entry>
  readonly published: Map<string, Map<number, wire.SealGroupRequest>>
  entry(parts: Pick<wire.Entry, 'id' | 'tag' | 'folder' | 'sealedName' | 'sealedAttributes'>): wire.Entry
  seal(request: wire.SealGroupRequest): wire.Shortage[]
}

/** What a scripted coordinator makes of packs. */
export function packHandlers(
  coordinator: Coordinator,
  openIntent: (request: wire.OpenIntentRequest) => wire.OpenIntentResponse,
) {
  return {
    openPack: ({ upload, pack, folder, copiesMin, pieceBytes }: wire.OpenPackRequest): wire.OpenIntentResponse => {
      const sizes = { chunks: 1, pieceBytesMax: pieceBytes, sizeHintBytes: pieceBytes }
      const none = { sealedName: new Uint8Array(), replace: false, replaces: false, copies: 0 }
      return openIntent({ ...none, ...sizes, upload, file: pack, parent: folder, tag: pack, copiesMin })
    },
    publishPacked: ({ version, piece, degraded, files }: wire.PublishPackedRequest): wire.PublishPackedResponse => {
      const pieces = piece ? [piece] : []
      const short = coordinator.seal({ version, group: 0, sealed: new Uint8Array(), pieces, degraded })
      const publish = (file: wire.PackedFile): wire.PackedResult => publishOne(coordinator, version, pieces, file)
      const copies = degraded ? coordinator.copiesMin : coordinator.copies
      return { short, copies, revision: version, results: short.length > 0 ? [] : files.map(publish) }
    },
  }
}

function publishOne(
  coordinator: Coordinator,
  version: number,
  pieces: wire.PieceRef[],
  { parent, tag, file: id, sealedName, sealedAttributes, sealedHead, sealedGroup: sealed }: wire.PackedFile,
): wire.PackedResult {
  const there = coordinator.entries.get(keyOf(parent, tag))
  if (there && toHex(there.id) !== toHex(id)) return { code: 'exists', message: 'already there' }
  const entry = coordinator.entry({ id, tag, folder: false, sealedName, sealedAttributes })
  coordinator.entries.set(keyOf(parent, tag), { ...entry, version, sealedHead })
  const groups = sealed.byteLength > 0 ? [[0, { version, group: 0, sealed, pieces, degraded: false }] as const] : []
  coordinator.published.set(`${toHex(id)} ${version}`, new Map(groups))
  return { code: '', message: '' }
}
