import type { RestoredLife } from '../../../shared/backup/epoch-proof.ts'
import { epochOf } from '../../../shared/revision.ts'
import type { VersionMemory } from './version-memory.ts'

/** Forgives exactly what a restore that the vault signed has lost: versions of an older life that came after what it goes back to. */
export function afterRestore(memory: VersionMemory, restored: () => RestoredLife | undefined): VersionMemory {
  const isLost = (seen: number): boolean => {
    const life = restored()
    return life !== undefined && seen > life.restoredTo && epochOf(seen) < life.epoch
  }
  return {
    check: async (file, version) => await memory.check(file, version, isLost),
    checkAll: async (sightings) => await memory.checkAll(sightings, isLost),
    close: async () => await memory.close(),
  }
}
