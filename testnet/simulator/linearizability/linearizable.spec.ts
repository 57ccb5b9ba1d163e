import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { type Call, checkLinearizable, type Model } from './linearizable.ts'

type Operation = { readonly kind: 'write' | 'read'; readonly value: number }

const register: Model<number, Operation> = {
  initial: 0,
  step: (state, { kind, value }) => (kind === 'write' || state === value ? value : undefined),
  keyOf: String,
}

const holds = (calls: readonly Call<Operation>[]): boolean => checkLinearizable(register, calls).linearizable

/** By trying every order of every choice of the unknown ones: slow, and too simple to be wrong. */
function holdsByTrying(calls: readonly Call<Operation>[], state = register.initial): boolean {
  if (calls.every(({ endAt }) => endAt === Number.POSITIVE_INFINITY)) return true
  return calls.some(({ operation, startAt }, at) => {
    const others = calls.toSpliced(at, 1)
    const after = register.step(state, operation)
    return after !== undefined && others.every(({ endAt }) => endAt >= startAt) && holdsByTrying(others, after)
  })
}

/** What came of operations that took effect in this order, each some time after its begin and before its end. */
const legal = fc
  .array(fc.record({ write: fc.boolean(), value: fc.nat(3), early: fc.nat(40), late: fc.nat(40), told: fc.nat(5) }), {
    maxLength: 25,
  })
  .map((steps): Call<Operation>[] => {
    let state = register.initial
    return steps.map(({ write, value, early, late, told }, at) => {
      if (write) state = value
      const operation: Operation = { kind: write ? 'write' : 'read', value: state }
      const endAt = told === 0 ? Number.POSITIVE_INFINITY : 10 * at + late
      return { operation, startAt: 10 * at - early, endAt }
    })
  })

const anything = fc.array(
  fc
    .record({
      kind: fc.constantFrom('write', 'read'),
      value: fc.nat(2),
      startAt: fc.nat(12),
      tookMs: fc.oneof(fc.nat(8), fc.constant(Number.POSITIVE_INFINITY)),
    })
    .map(({ kind, value, startAt, tookMs }): Call<Operation> => {
      return { operation: { kind, value }, startAt, endAt: startAt + tookMs }
    }),
  { maxLength: 6 },
)

const call = (kind: 'write' | 'read', value: number, startAt: number, endAt: number): Call<Operation> => ({
  operation: { kind, value },
  startAt,
  endAt,
})

describe('linearizability', () => {
  it('a history that came from some order is accepted, however its operations overlap', () => {
    fc.assert(fc.property(legal, (calls) => holds(calls)))
  })

  it('one answer of such a history spoiled: rejected', () => {
    const spoilt = fc.tuple(legal, fc.nat()).filter(([calls]) => calls.some(isAnswered))
    fc.assert(
      fc.property(spoilt, ([calls, pick]) => {
        const answered = calls.filter(isAnswered)
        const victim = answered[pick % answered.length]
        const never = { kind: 'read', value: 99 } as const
        return !holds(calls.map((call) => (call === victim ? { ...call, operation: never } : call)))
      }),
    )
  })

  it('of any small history it says what trying every order says', () => {
    let rejected = 0
    const check = fc.property(anything, (calls) => {
      const expected = holdsByTrying(calls)
      if (!expected) rejected++
      return holds(calls) === expected
    })
    fc.assert(check, { numRuns: 3_000 })
    assert(rejected > 300, `only ${rejected} of them were bad`)
  })

  it('an old value after a newer one was read: the order that fits so far, and what fits nowhere', () => {
    const calls = [call('write', 1, 0, 100), call('read', 1, 10, 20), call('read', 0, 30, 40)]
    const { linearizable, order, stuck } = checkLinearizable(register, calls)
    assert.deepEqual(
      [linearizable, order, stuck],
      [false, [calls[0]?.operation, calls[1]?.operation], calls[2]?.operation],
    )
  })

  it('of unknown outcome: it may take effect long after it was given up, or never, and once only', () => {
    const lost = call('write', 1, 0, Number.POSITIVE_INFINITY)
    assert(holds([lost, call('read', 0, 10, 20), call('read', 1, 30, 40)]))
    assert(holds([lost, call('read', 0, 10, 20), call('read', 0, 30, 40)]))
    assert(!holds([lost, call('read', 1, 10, 20), call('write', 2, 30, 40), call('read', 1, 50, 60)]))
    assert(!holds([call('read', 1, 10, 20), { ...lost, startAt: 30 }]), 'before its begin')
  })

  it('sixteen writes at once and an answer that fits none: states that were met are not searched again', () => {
    let steps = 0
    const counting: typeof register = {
      ...register,
      step: (state, operation) => {
        steps++
        return register.step(state, operation)
      },
    }
    const writes = Array.from({ length: 16 }, (_, at) => call('write', at % 2, 0, 100))
    assert(!checkLinearizable(counting, [...writes, call('read', 7, 200, 210)]).linearizable)
    assert(steps < 16 * 2 * 2 ** 16, `${steps} steps`)
  })
})

function isAnswered({ operation, endAt }: Call<Operation>): boolean {
  return operation.kind === 'read' && endAt < Number.POSITIVE_INFINITY
}
