import { cidFromBytes, cidToBytes } from '../../shared/cid.ts'
import { HiroError, toHiroError } from '../../shared/errors.ts'
import { fromHex, idFromBytes } from '../../shared/ids.ts'
import {
  BAD_COPIES_PER_CALL_MAX,
  HEARTBEAT_INTERVAL_MS,
  RECEIPTS_PER_CALL_MAX,
  REMOVALS_PER_CALL_MAX,
  WORKER_LEASE_MS,
} from '../../shared/limits.ts'
import { serveCalls } from '../../shared/protocol/calls/call-server.ts'
import type { JoinRequest, Space, Task } from '../../shared/protocol/membership/membership.js'
import { MEMBERSHIP, type MembershipHandlers } from '../../shared/protocol/membership/protocol.ts'
import type { Channel } from '../../shared/transport/channel.ts'
import { VOUCHER_KEY_BYTES } from '../../shared/voucher.ts'
import type { Context } from '../context.ts'
import { takeAbsent } from '../inventory/absent-pieces.ts'
import { compareListing, type Difference, differingRanges } from '../inventory/compare.ts'
import type { Member } from '../membership/members.ts'
import { join } from '../operations/join.ts'
import type { ReceiptsQueue } from '../operations/receipts-queue.ts'
import { confirmRemovals, nextRemovals } from '../operations/removals.ts'
import { takeBadCopies } from '../repair/bad-copies.ts'
import type { Order } from '../repair/transfer.ts'
import { shardsEnded } from '../shards/shards-ended.ts'
import { newPass, requireSecret } from './admission.ts'
import type { Edge } from './edge.ts'

/** How long a worker may let the coordinator look for removals. */
const REMOVALS_WAIT_MS_MAX = 10_000
const LABEL_LENGTH_MAX = 100
const ADDRESSES_MAX = 16
const NO_DIFFERENCE: Difference = { unknown: [], missing: [] }
const NO_SPACE: Space = { usedBytes: 0, freeBytes: 0, pieces: 0 }

/** Answers one worker, from its join to the end of its stream, which is also the end of its being alive. */
export async function serveMembership(
  context: Context,
  edge: Edge,
  receipts: ReceiptsQueue,
  channel: Channel,
): Promise<void> {
  const peer = channel.remotePeer
  let member: Member | undefined
  const joined = (): Member => {
    if (member === undefined) throw edge.offence(peer, new HiroError('refused', 'the first call has to be join'))
    return member
  }
  const handlers: MembershipHandlers = {
    join: async (body) => {
      try {
        requireSecret(context, body.secret)
      } catch (error) {
        throw member ? error : edge.offence(peer, error)
      }
      edge.peers.admit(peer)
      const voucherKey = context.random.bytes(VOUCHER_KEY_BYTES)
      member = await join(context, { peer, voucherKey, ...workerOf(peer, body) })
      context.log.info('a worker joined', { peer, name: member.name, store: member.store, zone: member.zone })
      const { id, epoch, epochId } = context.swarm
      return {
        pass: newPass(context, peer, 'worker'),
        swarm: fromHex(id),
        epoch,
        epochId: fromHex(epochId),
        heartbeatMs: HEARTBEAT_INTERVAL_MS,
        leaseMs: WORKER_LEASE_MS,
        nowMs: context.clock.now(),
        voucherKey,
      }
    },
    heartbeat: async ({ space }) => {
      context.members.heartbeat(joined(), space ?? NO_SPACE)
      return { nowMs: context.clock.now(), pass: newPass(context, peer, 'worker') }
    },
    receipts: async (body) => {
      const { store } = joined()
      if (body.receipts.length > RECEIPTS_PER_CALL_MAX)
        throw new HiroError('bad-frame', 'too many receipts in one call')
      await receipts.take(
        body.receipts.map(({ cid, sizeBytes, revision }) => ({
          store,
          peer,
          cid: cidFromBytes(cid),
          sizeBytes,
          revision,
        })),
      )
      return {}
    },
    removals: async ({ outcomes, waitMs }, signal) => {
      const { store } = joined()
      if (outcomes.length > REMOVALS_PER_CALL_MAX) throw new HiroError('bad-frame', 'too many outcomes in one call')
      const ended = outcomes.map(({ cid, revision, kept }) => ({ cid: cidFromBytes(cid), revision, kept }))
      await context.reserve.forRemoval(async () => await confirmRemovals(context, store, ended))
      const removals = await nextRemovals(context, store, Math.min(waitMs, REMOVALS_WAIT_MS_MAX), signal)
      return { removals: removals.map(({ cid, revision }) => ({ cid: cidToBytes(cid), revision })) }
    },
    tasks: async ({ outcomes, waitMs }, signal) => {
      const { store } = joined()
      for (const { cid, ...outcome } of outcomes) {
        const transfer = context.board.ended(store, { cid: cidFromBytes(cid), code: outcome.code })
        if (transfer?.shards) await noteShards(context, transfer, transfer.shards, outcome)
      }
      const { orders, checks } = await context.mailbox.next(store, Math.min(waitMs, REMOVALS_WAIT_MS_MAX), signal)
      return { tasks: orders.map(encodeOrder), checks: checks.map(cidToBytes) }
    },
    badCopies: async ({ cids }) => {
      const { store } = joined()
      if (cids.length > BAD_COPIES_PER_CALL_MAX) throw new HiroError('bad-frame', 'too many copies in one call')
      const released = await takeBadCopies(context, store, cids.map(cidFromBytes))
      return { released: released.map(cidToBytes) }
    },
    inventory: async ({ ranges, listing, absent }) => {
      const { store, name } = joined()
      const differing = await differingRanges(context, store, ranges)
      const listed = listing && { ...listing, cids: listing.cids.map((cid) => cidFromBytes(cid)) }
      const { unknown, missing } = listed ? await compareListing(context, store, listed) : NO_DIFFERENCE
      if (unknown.length > 0)
        context.log.warn('a store has pieces that were not counted on', { name, store, pieces: unknown.length })
      await takeAbsent(
        context,
        store,
        absent.map((cid) => cidFromBytes(cid)),
      )
      return {
        differing,
        unknown: unknown.map((cid) => cidToBytes(cid)),
        missing: missing.map((cid) => cidToBytes(cid)),
      }
    },
    leave: async () => {
      context.members.goodbye(joined())
      return {}
    },
  }
  try {
    await serveCalls(channel, MEMBERSHIP, handlers, edge.membership, {
      admitted: () => member !== undefined,
      onBadFrame: () => edge.badFrame(peer, member !== undefined),
    })
  } finally {
    if (member) {
      context.members.leave(member)
      context.board.left(member.store)
      context.mailbox.left(member.store)
      context.log.info('a worker is gone', { peer, name: member.name })
    }
  }
}

type ShardsEnded = Parameters<typeof shardsEnded> extends [Context, ...infer Rest] ? Rest : never

/** What fails here is ordered again: it is nothing that the worker could do better. */
async function noteShards(context: Context, ...ended: ShardsEnded): Promise<void> {
  try {
    await shardsEnded(context, ...ended)
  } catch (cause) {
    context.log.warn('what a worker did with shards could not be noted', { error: toHiroError(cause) })
  }
}

function encodeOrder({ cid, sizeBytes, targets, grant, shards }: Order): Task {
  const chain = targets.map(({ peer, addresses }) => ({ peer, addresses: [...addresses] }))
  return { cid: cidToBytes(cid), sizeBytes, targets: chain, grant, ...(shards && { shards }) }
}

function workerOf(peer: string, body: JoinRequest): Omit<Member, 'leaseUntilMs' | 'draining' | 'peer' | 'voucherKey'> {
  if (body.addresses.length > ADDRESSES_MAX) throw new HiroError('bad-frame', `at most ${ADDRESSES_MAX} addresses`)
  if (Math.max(body.name.length, body.zone.length) > LABEL_LENGTH_MAX) {
    throw new HiroError('bad-frame', `name and zone have at most ${LABEL_LENGTH_MAX} characters`)
  }
  return {
    store: idFromBytes(body.store),
    name: body.name || peer,
    zone: body.zone,
    addresses: body.addresses,
    capacityBytes: body.capacityBytes,
    space: body.space ?? NO_SPACE,
  }
}
