import { partsOf } from '../../../coordinator/metadata/keys.ts'
import { LogRecord } from '../../../coordinator/metadata/records.js'
import { toHex } from '../../../shared/ids.ts'
import type { Commit } from '../swarm/metadata-history.ts'
import type { Operation } from '../work/operation.ts'

/**
 * What is removed goes to the trash, and leaves it when it is restored, when its time is over, or when someone wants it gone: not earlier, and not by itself.
 */
export function judgeTrash(
  commits: readonly Commit[],
  operations: readonly Operation[],
  trashMs: number,
  violated: (what: string) => void,
): void {
  const purged = new Set<string>()
  for (const commit of commits) {
    const { revision, writes, atMs } = commit
    const lines = logOf(commit)
    const wanted = (kind: Operation['wanted']['kind']): boolean =>
      operations.some(
        (one) =>
          one.wanted.kind === kind &&
          one.startRevision < revision &&
          (one.outcome !== 'acknowledged' || one.endRevision >= revision),
      )
    for (const [key, value] of writes) if (key.startsWith('purge/') && value) purged.add(partsOf(key)[0] ?? '')
    const put = [...writes].filter(([key, value]) => key.startsWith('trash/') && value).map(([key]) => partsOf(key)[0])
    for (const { change, id } of lines) {
      if (change === 'remove' && trashMs > 0 && !put.includes(id) && !wanted('remove-now'))
        violated(`transaction ${revision} removed ${id}, and not to the trash`)
    }
    for (const [key, value] of writes) {
      if (!key.startsWith('expiry/') || value) continue
      const [untilMs = '', id = ''] = partsOf(key)
      const isOver = Number.parseInt(untilMs, 16) <= atMs
      const isRestored = lines.some((line) => line.change === 'restore' && line.id === id)
      if (!isOver && !isRestored && !purged.has(id) && !wanted('empty-trash'))
        violated(`transaction ${revision} took ${id} from the trash before its time`)
    }
  }
}

function logOf({ writes }: Commit): { change: string; id: string }[] {
  return [...writes].flatMap(([key, value]) => {
    if (!key.startsWith('log/') || value === undefined) return []
    const { change, id } = LogRecord.decode(value)
    return [{ change, id: toHex(id) }]
  })
}
