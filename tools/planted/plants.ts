import { atClients } from './also/at-clients.ts'
import { atTheCoordinator } from './also/at-the-coordinator.ts'
import { atWorkers } from './also/at-workers.ts'
import { backups } from './also/backups.ts'
import { changes } from './also/changes.ts'
import { edits } from './also/edits.ts'
import { limits } from './also/limits.ts'
import { locks } from './also/locks.ts'
import { mounts } from './also/mounts.ts'
import { names } from './also/names.ts'
import { packs } from './also/packs.ts'
import { quotas } from './also/quotas.ts'
import { repair } from './also/repair.ts'
import { shards } from './also/shards.ts'
import { snapshots } from './also/snapshots.ts'
import { tidy } from './also/tidy.ts'
import { trashAndInventory } from './also/trash-and-inventory.ts'
import { vouchers } from './also/vouchers.ts'
import { theEight } from './the-eight.ts'

const also = [
  ...atWorkers,
  ...atTheCoordinator,
  ...atClients,
  ...limits,
  ...repair,
  ...trashAndInventory,
  ...backups,
  ...shards,
  ...packs,
  ...quotas,
  ...names,
  ...edits,
  ...vouchers,
  ...locks,
  ...snapshots,
  ...mounts,
  ...changes,
  ...tidy,
]

export const plants = [...theEight, ...also]
