import assert from 'node:assert/strict'
import type { Random } from './random.ts'

/** One of `items`, every one equally likely. `items` must not be empty. */
export function pick<T>(random: Random, items: readonly T[]): T {
  assert(items.length > 0, 'nothing to pick from')
  return items[random.below(items.length)] as T
}

/** The items in random order, every order equally likely (Fisher–Yates), as a new array. */
export function shuffle<T>(random: Random, items: readonly T[]): T[] {
  const mixed = [...items]
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = random.below(last + 1)
    const moved = mixed[last] as T
    mixed[last] = mixed[other] as T
    mixed[other] = moved
  }
  return mixed
}
