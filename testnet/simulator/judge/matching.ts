/**
 * Pairs what clients asked for with what happened: a matching in the graph of "this could be that" which covers every `mustLeft`, and as many of `rights` as there are
 * pairs for. An augmenting path never unpairs anyone, so what is covered first stays so (Kuhn's algorithm).
 */
export function match<L, R>(
  mustLeft: readonly L[],
  lefts: readonly L[],
  rights: readonly R[],
  canBe: (left: L, right: R) => boolean,
): ReadonlyMap<R, L> {
  const rightsOf = new Map(lefts.map((left) => [left, rights.filter((right) => canBe(left, right))]))
  const leftsOf = new Map(rights.map((right) => [right, lefts.filter((left) => rightsOf.get(left)?.includes(right))]))
  const byLeft = new Map<L, R>()
  const byRight = new Map<R, L>()
  const pair = (left: L, right: R): void => {
    byLeft.set(left, right)
    byRight.set(right, left)
  }
  const placeLeft = (left: L, seen: Set<R>): boolean => {
    for (const right of rightsOf.get(left) ?? []) {
      if (seen.has(right)) continue
      seen.add(right)
      const rival = byRight.get(right)
      if (rival !== undefined && !placeLeft(rival, seen)) continue
      pair(left, right)
      return true
    }
    return false
  }
  const placeRight = (right: R, seen: Set<L>): boolean => {
    for (const left of leftsOf.get(right) ?? []) {
      if (seen.has(left)) continue
      seen.add(left)
      const rival = byLeft.get(left)
      if (rival !== undefined && !placeRight(rival, seen)) continue
      pair(left, right)
      return true
    }
    return false
  }
  for (const left of mustLeft) placeLeft(left, new Set())
  for (const right of rights) if (!byRight.has(right)) placeRight(right, new Set())
  return byRight
}
