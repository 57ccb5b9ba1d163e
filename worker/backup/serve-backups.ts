import { isSignedBy, parseName, readObject } from '../../shared/backup/sealed-object.ts'
import type { Clock } from '../../shared/clock/clock.ts'
import { HiroError, toHiroError } from '../../shared/errors.ts'
import type { Log } from '../../shared/log.ts'
import { BACKUP, BACKUP_NAMES_PER_CALL_MAX, type BackupHandlers } from '../../shared/protocol/backup/protocol.ts'
import { type CallServing, callServing, serveCalls } from '../../shared/protocol/calls/call-server.ts'
import type { Channel } from '../../shared/transport/channel.ts'
import type { Transport } from '../../shared/transport/transport.ts'
import type { EpochMemory } from '../epoch-memory.ts'
import type { BackupShelf } from './backup-shelf.ts'

export interface BackupServing {
  readonly shelf: BackupShelf
  readonly epochs: EpochMemory
  /** Peer id. It alone may put and drop. */
  readonly coordinator: string
  readonly peers: Pick<Transport, 'admit' | 'offend'>
  readonly calls: CallServing
}

export function backupServing(
  ports: { readonly clock: Clock; readonly log: Log; readonly transport: Pick<Transport, 'admit' | 'offend'> },
  kept: { readonly shelf: BackupShelf; readonly epochs: EpochMemory },
  coordinator: string,
): BackupServing {
  const onBug = (error: HiroError): void => ports.log.error('a call failed for no good reason', { error })
  return { ...kept, coordinator, peers: ports.transport, calls: callServing(ports.clock, onBug) }
}

/**
 * Answers the coordinator, which keeps backups here, and whoever restores it: a peer whose id the newest object here names, which only the vault can make. Works without a coordinator, for
 * that is when it is needed.
 */
export async function serveBackups(serving: BackupServing, channel: Channel): Promise<void> {
  const { shelf, epochs, coordinator, peers } = serving
  const peer = channel.remotePeer
  const isCoordinator = peer === coordinator
  const mayRead = isCoordinator || (await isReader(shelf, peer))
  if (mayRead) peers.admit(peer)
  const requireThat = (may: boolean, why: string): void => {
    if (may) return
    if (!mayRead) peers.offend(peer)
    throw new HiroError('refused', why)
  }
  const handlers: BackupHandlers = {
    put: async ({ object }) => {
      requireThat(isCoordinator, 'only the coordinator keeps backups here')
      const read = readObject(object)
      requireThat(isSignedBy(read, coordinator), 'the coordinator has not signed this backup')
      await shelf.put(read.name, object)
      return {}
    },
    list: async ({ after }) => {
      requireThat(mayRead, 'only the coordinator, and whoever restores it with the vault, may see its backups')
      const names = (await shelf.names()).filter((name) => name > after)
      return {
        names: names.slice(0, BACKUP_NAMES_PER_CALL_MAX),
        more: names.length > BACKUP_NAMES_PER_CALL_MAX,
        epochSeen: (await epochs.get())?.number ?? 0,
      }
    },
    get: async ({ name }) => {
      requireThat(mayRead, 'only the coordinator, and whoever restores it with the vault, may see its backups')
      if (parseName(name) === undefined) throw new HiroError('usage', 'that is not the name of a backup object')
      return { object: await shelf.get(name) }
    },
    drop: async ({ names }) => {
      requireThat(isCoordinator, 'only the coordinator drops its backups')
      await shelf.drop(names)
      return {}
    },
  }
  await serveCalls(channel, BACKUP, handlers, serving.calls, {
    admitted: () => mayRead,
    onBadFrame: () => {
      if (!mayRead) peers.offend(peer)
    },
  })
}

/** The newest object that can be read says who: names of one epoch are older than those of the next. */
async function isReader(shelf: BackupShelf, peer: string): Promise<boolean> {
  const names = await shelf.names().catch(() => [])
  const byEpoch = names.toSorted((a, b) => (parseName(b)?.epoch ?? 0) - (parseName(a)?.epoch ?? 0))
  for (const name of byEpoch.slice(0, 3)) {
    try {
      return readObject(await shelf.get(name)).header.reader === peer
    } catch (cause) {
      if (toHiroError(cause).code !== 'integrity') return false
    }
  }
  return false
}
