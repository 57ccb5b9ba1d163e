import type { Operation, PathHistory } from './ledger.ts'
import type { Content } from './operation.ts'

/**
 * What a path may hold after its history, by every order of its operations that agrees with what was answered: each took effect at one moment between its two lines; one that is unknown at
 * any moment after its first, or never; one that failed never. Empty: no order explains the answers. The search is that of Wing and Gong, with what was looked at remembered (Lowe).
 */
export function explain({ before, operations }: Pick<PathHistory, 'before' | 'operations'>): Set<Content> {
  const effective = operations.filter(hasEffect)
  const must = effective.filter(isCertain)
  const finals = new Set<Content>()
  const seen = new Set<string>()
  const look = (done: ReadonlySet<Operation>, content: Content): void => {
    const key = `${effective.map((operation) => (done.has(operation) ? 1 : 0)).join('')} ${content}`
    if (seen.has(key)) return
    seen.add(key)
    if (must.every((operation) => done.has(operation))) finals.add(content)
    // Whatever has not happened and ended first: all that began later happened after it.
    const firstEnd = Math.min(...must.filter((operation) => !done.has(operation)).map(endOf))
    for (const operation of effective) {
      if (done.has(operation) || operation.beganAt > firstEnd) continue
      const next = after(operation, content)
      if (next !== IMPOSSIBLE) look(new Set(done).add(operation), next)
    }
  }
  look(new Set(), before)
  return finals
}

const IMPOSSIBLE = Symbol('impossible')

function hasEffect({ kind, ending }: Operation): boolean {
  if (kind === 'read') return ending?.outcome === 'acknowledged'
  return ending?.outcome !== 'failed'
}

function isCertain({ ending }: Operation): boolean {
  return ending?.outcome === 'acknowledged'
}

function endOf({ endedAt }: Operation): number {
  return endedAt ?? Number.POSITIVE_INFINITY
}

function after({ kind, sha256, ending }: Operation, content: Content): Content | typeof IMPOSSIBLE {
  switch (kind) {
    case 'add':
      return content === undefined ? sha256 : IMPOSSIBLE
    case 'replace':
      return sha256
    case 'remove':
      // One whose answer was lost asks again, and takes "not there" for done.
      return undefined
    case 'read':
      return content === ending?.sha256 ? content : IMPOSSIBLE
  }
}
