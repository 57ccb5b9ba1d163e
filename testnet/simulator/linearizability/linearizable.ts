/** What happens to one object, one operation after the other. */
export interface Model<State, Operation> {
  readonly initial: State
  /** The state after `operation`, by what it answered; `undefined`: in this state it cannot have answered so. */
  step(state: State, operation: Operation): State | undefined
  /** The same for states that are the same. */
  keyOf(state: State): string
}

/** An operation and the time it took, by any clock that tells the order of all begins and ends. */
export interface Call<Operation> {
  readonly operation: Operation
  readonly startAt: number
  /** Infinity: nobody was told how it ended, so it took effect at some time after its begin, or never. */
  readonly endAt: number
}

export interface Verdict<Operation> {
  readonly linearizable: boolean
  /** The longest order that fits the answers. */
  readonly order: readonly Operation[]
  /** What ended next, and fits nowhere behind that order. */
  readonly stuck: Operation | undefined
}

/** A begin or an end, in the list of those that the order does not hold yet. */
interface Node<Operation> {
  readonly call: Call<Operation>
  readonly index: number
  /** Of a begin: the end, where there is one; of an end: `undefined`. */
  readonly end: Node<Operation> | undefined
  readonly isEnd: boolean
  before: Node<Operation> | undefined
  next: Node<Operation> | undefined
}

/**
 * Whether there is an order of the operations in which each takes effect at one moment between its begin and its end, and answers what it did: the search of Wing and
 * Gong (Testing and Verifying Concurrent Objects, 1993), which tries as the next one each operation that had begun before any other ended. Lowe's memo (Testing for
 * Linearizability, 2017) leaves a branch whose operations and state were met before: without it the time grows with the factorial of what overlaps.
 */
export function checkLinearizable<State, Operation>(
  model: Model<State, Operation>,
  calls: readonly Call<Operation>[],
): Verdict<Operation> {
  const first = listOf(calls)
  const met = new Set<string>()
  const taken: { readonly node: Node<Operation>; readonly state: State }[] = []
  let { initial: state } = model
  let done = 0n
  let endsLeft = calls.filter(({ endAt }) => endAt < Number.POSITIVE_INFINITY).length
  let best: { order: Operation[]; stuck: Operation | undefined } = { order: [], stuck: undefined }
  let node = first.next
  while (endsLeft > 0) {
    if (node === undefined || node.isEnd) {
      if (best.stuck === undefined || taken.length > best.order.length)
        best = { order: taken.map(({ node }) => node.call.operation), stuck: node?.call.operation }
      const last = taken.pop()
      if (last === undefined) return { linearizable: false, ...best }
      state = last.state
      done &= ~(1n << BigInt(last.node.index))
      if (last.node.end) endsLeft++
      putBack(last.node)
      node = last.node.next
      continue
    }
    const after = model.step(state, node.call.operation)
    const doneThen = done | (1n << BigInt(node.index))
    if (after === undefined || !isNew(met, `${doneThen} ${model.keyOf(after)}`)) {
      node = node.next
      continue
    }
    taken.push({ node, state })
    state = after
    done = doneThen
    if (node.end) endsLeft--
    takeOut(node)
    node = first.next
  }
  return { linearizable: true, order: taken.map(({ node }) => node.call.operation), stuck: undefined }
}

function isNew(met: Set<string>, key: string): boolean {
  const { size } = met
  return met.add(key).size > size
}

/** Begins and ends by time; the result is a node before the first. What begins when another one ends overlaps it. */
function listOf<Operation>(calls: readonly Call<Operation>[]): Pick<Node<Operation>, 'next'> {
  const nodes = calls.flatMap((call, index) => {
    const place = { before: undefined, next: undefined }
    if (call.endAt === Number.POSITIVE_INFINITY) return [{ call, index, end: undefined, isEnd: false, ...place }]
    const end: Node<Operation> = { call, index, end: undefined, isEnd: true, ...place }
    return [{ call, index, end, isEnd: false, ...place }, end]
  })
  const atOf = ({ call, isEnd }: Node<Operation>): number => (isEnd ? call.endAt : call.startAt)
  const first = { next: undefined } as Node<Operation>
  let last = first
  for (const node of nodes.toSorted((a, b) => atOf(a) - atOf(b) || Number(a.isEnd) - Number(b.isEnd))) {
    last.next = node
    node.before = last
    last = node
  }
  return first
}

function takeOut<Operation>({ before, next, end }: Node<Operation>): void {
  if (before) before.next = next
  if (next) next.before = before
  if (end) takeOut(end)
}

/** Only right in the reverse order of taking out. */
function putBack<Operation>(node: Node<Operation>): void {
  if (node.end) putBack(node.end)
  if (node.before) node.before.next = node
  if (node.next) node.next.before = node
}
