import { cidFromBytes } from '../../shared/cid.ts'
import { HiroError, toHiroError } from '../../shared/errors.ts'
import { fromHex, idFromBytes } from '../../shared/ids.ts'
import { PASS_TTL_MS } from '../../shared/limits.ts'
import { serveCalls } from '../../shared/protocol/calls/call-server.ts'
import type { BackupKeyOffer, HelloRequest, HelloResponse } from '../../shared/protocol/control/control.js'
import { CONTROL, type ControlHandlers } from '../../shared/protocol/control/protocol.ts'
import type { Channel } from '../../shared/transport/channel.ts'
import { offerBackupKey } from '../backup/backup-key.ts'
import { backupStatus, restoreStatus } from '../backup/backup-status.ts'
import { readEpoch } from '../backup/epoch.ts'
import type { Context } from '../context.ts'
import { amend } from '../edits/amend.ts'
import { openEdit } from '../edits/open-edit.ts'
import { commit } from '../operations/commit.ts'
import { drain, rebalance } from '../operations/drain.ts'
import { abortIntent } from '../operations/end-intent.ts'
import { touchIntent } from '../operations/intents.ts'
import { makeFolder } from '../operations/make-folder.ts'
import { move } from '../operations/move.ts'
import { openIntent, openPack } from '../operations/open-intent.ts'
import { placeMore } from '../operations/place-more.ts'
import { publishPacked } from '../operations/publish-packed.ts'
import { readMap } from '../operations/read-map.ts'
import { readMaps } from '../operations/read-maps.ts'
import { remove } from '../operations/remove.ts'
import { sealGroup } from '../operations/seal-group.ts'
import { countPieces, currentRevision, repairState, workerStates } from '../operations/status.ts'
import { reportBad } from '../repair/bad-copies.ts'
import { policyAt, setPolicy } from '../shards/policy.ts'
import { emptyTrash } from '../trash/empty-trash.ts'
import { listTrash, listTrashAt } from '../trash/list-trash.ts'
import { openRestore, restore } from '../trash/restore.ts'
import { newPass, requirePass, requireSecret } from './admission.ts'
import { attributesHandlers } from './attributes-service.ts'
import { changesHandler } from './changes-handler.ts'
import type { Edge } from './edge.ts'
import { decodeFence, lockHandlers } from './lock-handlers.ts'
import * as messages from './messages.ts'
import { quotaHandlers } from './quota-handlers.ts'
import { readingHandlers } from './reading-handlers.ts'

/** Answers one client: decodes, calls one operation, encodes, and decides nothing but who may call. */
export async function serveControl(context: Context, edge: Edge, channel: Channel): Promise<void> {
  const client = channel.remotePeer
  let admitted = false
  const handlers = handlersFor(context, client)

  const guarded = Object.fromEntries(
    Object.entries(handlers).map(([name, handler]) => [
      name,
      async (body: never, signal: AbortSignal) => {
        if (!admitted) throw edge.offence(client, new HiroError('refused', 'the first call has to be hello'))
        return await handler(body, signal)
      },
    ]),
  ) as unknown as ControlHandlers

  const hello = async (body: HelloRequest): Promise<HelloResponse> => {
    try {
      const response = await admit(context, client, body)
      admitted = true
      if (body.backup && context.backups.on) await offer(context, body.backup)
      edge.peers.admit(client)
      return response
    } catch (error) {
      throw admitted ? error : edge.offence(client, error)
    }
  }
  await serveCalls(channel, CONTROL, { ...guarded, hello }, edge.control, {
    admitted: () => admitted,
    onBadFrame: () => edge.badFrame(client, admitted),
  })
}

/** Whoever may come in comes in, whatever is with what it offers. */
async function offer(context: Context, offered: BackupKeyOffer): Promise<void> {
  try {
    await offerBackupKey(context, offered)
  } catch (cause) {
    context.log.warn('a key for backups was not taken', { error: toHiroError(cause) })
  }
}

async function admit(context: Context, client: string, { secret, pass }: HelloRequest): Promise<HelloResponse> {
  const { swarm, clock } = context
  let shown = pass
  if (secret.byteLength > 0) requireSecret(context, secret)
  const expiresAtMs = secret.byteLength > 0 ? 0 : requirePass(context, client, 'client', pass)
  if (expiresAtMs - clock.now() < PASS_TTL_MS / 2) shown = newPass(context, client, 'client')
  return {
    pass: shown,
    swarm: fromHex(swarm.id),
    epoch: swarm.epoch,
    copies: swarm.copies,
    copiesMin: swarm.copiesMin,
    epochProof: (await readEpoch(context.store))?.proof ?? new Uint8Array(),
  }
}

function handlersFor(context: Context, client: string): Omit<ControlHandlers, 'hello'> {
  return {
    ...readingHandlers(context),
    makeFolder: async ({ parent, tag, id, sealedName, sealedAttributes }) => {
      context.reserve.requireRoom()
      const inode = await makeFolder(context, {
        parent: idFromBytes(parent),
        tag: messages.tagOf(tag),
        id: idFromBytes(id),
        sealedName: messages.sealedRecord(sealedName),
        sealedAttributes: messages.sealedAttributesOf(sealedAttributes),
      })
      return { entry: messages.encodeEntry(idFromBytes(id), inode) }
    },
    remove: async ({ parent, tag, id, ...how }) => {
      const wanted = { parent: idFromBytes(parent), tag: messages.tagOf(tag), id: idFromBytes(id), ...how }
      return { revision: await context.reserve.forRemoval(async () => await remove(context, wanted)) }
    },
    move: async ({ parent, tag, id, newParent, newTag, sealedName, seen, replace }) => ({
      revision: await move(context, {
        parent: idFromBytes(parent),
        tag: messages.tagOf(tag),
        id: idFromBytes(id),
        newParent: idFromBytes(newParent),
        newTag: messages.tagOf(newTag),
        sealedName: messages.sealedRecord(sealedName),
        seen,
        replace,
      }),
    }),
    ...attributesHandlers(context, client),
    openIntent: async (body) => {
      context.reserve.requireRoom()
      const { placed, committed, ...opened } = await openIntent(context, client, {
        ...body,
        upload: idFromBytes(body.upload),
        parent: idFromBytes(body.parent),
        tag: messages.tagOf(body.tag),
        file: idFromBytes(body.file),
        sealedName: messages.sealedRecord(body.sealedName),
        fence: decodeFence(body.fence),
      })
      const places = messages.encodePlaces(placed)
      return { ...opened, ...(places && { places }), ...(committed && { committed }) }
    },
    openPack: async ({ upload, pack, folder, ...sizes }) => {
      context.reserve.requireRoom()
      const ids = { upload: idFromBytes(upload), pack: idFromBytes(pack), folder: idFromBytes(folder) }
      const { placed, committed, ...opened } = await openPack(context, client, { ...ids, ...sizes })
      const places = messages.encodePlaces(placed)
      return { ...opened, ...(places && { places }), ...(committed && { committed }) }
    },
    publishPacked: async (body) => {
      const { short, outcomes, ...published } = await publishPacked(context, client, messages.decodePacked(body))
      const results = outcomes.map((failure) => ({ code: failure?.code ?? '', message: failure?.message ?? '' }))
      return { ...published, short: messages.encodeShortages(short), results }
    },
    place: async (body) => {
      context.reserve.requireRoom()
      const places = messages.encodePlaces(await placeMore(context, client, body))
      return places ? { places } : {}
    },
    renew: async ({ version }) => {
      await touchIntent(context, version, client)
      return {}
    },
    sealGroup: async (body) => {
      const { short, copies } = await sealGroup(context, client, messages.decodeGroup(body))
      return { short: messages.encodeShortages(short), copies }
    },
    commit: async ({ version, groups, sealedHead, sealedAttributes, lastGroup, logicalBytes, fence }) => {
      const { result, short, reopened } = await commit(context, client, {
        version,
        groups,
        sealedHead: messages.sealedRecord(sealedHead, messages.SEALED_HEAD_BYTES_MAX),
        sealedAttributes: messages.sealedAttributesOf(sealedAttributes),
        lastGroup: lastGroup && messages.decodeGroup(lastGroup),
        logicalBytes,
        fence: decodeFence(fence),
      })
      return { ...messages.encodeResult(result), short: messages.encodeShortages(short), reopened }
    },
    abortIntent: async ({ version }) => {
      const committed = await context.reserve.forRemoval(async () => await abortIntent(context, client, version))
      return committed ? { committed } : {}
    },
    openEdit: async ({ upload, file, ...wanted }) => {
      context.reserve.requireRoom()
      const ids = { upload: idFromBytes(upload), file: idFromBytes(file) }
      const { placed, committed, ...opened } = await openEdit(context, client, { ...ids, ...wanted })
      const places = messages.encodePlaces(placed)
      return { ...opened, ...(places && { places }), ...(committed && { committed }) }
    },
    amend: async (body) => {
      context.reserve.requireRoom()
      const { short, ...amended } = await amend(context, client, {
        ...messages.decodeAmend(body),
        fence: decodeFence(body.fence),
      })
      return { ...amended, short: messages.encodeShortages(short) }
    },
    readMap: async ({ file, ...wanted }) =>
      messages.encodeGroups(await readMap(context, { file: idFromBytes(file), ...wanted })),
    readMaps: async (body) => messages.encodeMaps(await readMaps(context, messages.decodeWantedMaps(body), body.older)),
    status: async () => {
      const [workers, pieces] = [await workerStates(context), await countPieces(context)]
      const repair = await repairState(context)
      return {
        swarm: fromHex(context.swarm.id),
        epoch: context.swarm.epoch,
        revision: await currentRevision(context),
        workers: workers.map(({ worker, capacityBytes, space, silentMs, removals, draining, away }) => ({
          worker: messages.encodePeer(worker),
          capacityBytes,
          ...space,
          lastSeenMs: silentMs,
          removals,
          draining,
          away,
        })),
        pieces: pieces.total,
        piecesUnder: pieces.under,
        piecesLost: pieces.lost,
        intents: context.leases.size,
        repair,
        trash: await context.trashGauge.held(),
        backup: await backupStatus(context),
        ...(await restoreStatus(context)),
      }
    },
    listTrash: async ({ after, parent, tag }) => {
      if (parent.byteLength === 0) return messages.encodeTrash(await listTrash(context, after))
      return messages.encodeTrash(await listTrashAt(context, { parent: idFromBytes(parent), tag: messages.tagOf(tag) }))
    },
    openRestore: async () => ({ number: await openRestore(context) }),
    restore: async ({ number, id, version, parent, tag, sealedName, sealedHead, logicalBytes }) => ({
      revision: await restore(context, {
        number,
        id: idFromBytes(id),
        version,
        parent: idFromBytes(parent),
        tag: messages.tagOf(tag),
        sealedName: messages.sealedRecord(sealedName),
        sealedHead: messages.sealedHeadOf(version, sealedHead),
        logicalBytes,
      }),
    }),
    emptyTrash: async ({ items }) => {
      await emptyTrash(
        context,
        items.map(({ id, version }) => ({ id: idFromBytes(id), version })),
      )
      return {}
    },
    setPolicy: async ({ folder, policy }) => {
      context.reserve.requireRoom()
      await setPolicy(context, idFromBytes(folder), policy)
      return {}
    },
    readPolicy: async ({ id }) => {
      const { policy, above } = await policyAt(context, context.store, idFromBytes(id))
      const { dataShards, parityShards } = policy
      const copies = dataShards > 0 ? 0 : policy.copies
      return { policy: { copies, dataShards, parityShards }, own: above !== undefined, above: above ?? 0 }
    },
    reportBad: async ({ cid, worker, code }) => {
      context.log.warn('a client found a bad copy', { client, cid: cidFromBytes(cid), worker, code })
      reportBad(context, cidFromBytes(cid), worker)
      return {}
    },
    drain: async ({ worker, off }) => {
      await drain(context, worker, !off)
      return {}
    },
    rebalance: async ({ off }) => {
      await rebalance(context, !off)
      return {}
    },
    ...lockHandlers(context, client),
    ...changesHandler(context, client),
    ...quotaHandlers(context),
  }
}
