import type { Random } from '../../shared/random/random.ts'

export interface Candidate {
  readonly peer: string
  readonly zone: string
  readonly freeBytes: number
}

/**
 * Which workers take the copies of one piece, in the order of the forwarding list: zones are spread over first, and within what that leaves open
 * chance decides, weighted by free space, so that a new disk fills sooner without taking all of the traffic. Fewer than `copies` where there are no more with room.
 */
export function chooseWorkers<C extends Candidate>(
  candidates: readonly C[],
  wanted: { copies: number; pieceBytes: number; zonesTaken?: readonly string[] },
  random: Random,
): C[] {
  const left = candidates.filter((candidate) => candidate.freeBytes >= wanted.pieceBytes)
  const chosen: C[] = []
  const perZone = new Map<string, number>()
  for (const zone of wanted.zonesTaken ?? []) perZone.set(zone, (perZone.get(zone) ?? 0) + 1)
  while (chosen.length < wanted.copies && left.length > 0) {
    const fewest = Math.min(...left.map(({ zone }) => perZone.get(zone) ?? 0))
    const open = left.filter(({ zone }) => (perZone.get(zone) ?? 0) === fewest)
    const next = pickByFreeSpace(open, random)
    chosen.push(next)
    left.splice(left.indexOf(next), 1)
    perZone.set(next.zone, fewest + 1)
  }
  return chosen
}

/** A worker that is almost full still gets a share, as long as the piece fits. */
const WEIGHT_STEPS = 2 ** 20

function pickByFreeSpace<C extends Candidate>(candidates: readonly C[], random: Random): C {
  const total = candidates.reduce((sum, { freeBytes }) => sum + freeBytes, 0)
  let point = (random.below(WEIGHT_STEPS) / WEIGHT_STEPS) * total
  for (const candidate of candidates) {
    point -= candidate.freeBytes
    if (point < 0) return candidate
  }
  const last = candidates.at(-1)
  if (last === undefined) throw new RangeError('nobody to pick from')
  return last
}
