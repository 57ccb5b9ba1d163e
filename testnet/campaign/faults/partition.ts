import { pick, shuffle } from '../../../shared/random/choose.ts'
import type { Random } from '../../../shared/random/random.ts'
import { allNames, type Who, workerNames } from '../../layout.ts'
import { Network } from '../../machine/network.ts'
import { pause } from '../../process/wait.ts'
import type { Fault } from '../fault.ts'

type Party = Who | 'client'

const WORKERS = 5
const workers = workerNames(WORKERS)
const parties: readonly Party[] = ['client', ...allNames(WORKERS)]
const MOMENT_MS = 1_200
const [CUT_MS_LEAST, CUT_MS_MORE] = [5_000, 15_000]
/** From the end of the partition to a client's read and its small add. */
const SERVING_MS_MOST = 10_000

interface Sides {
  readonly one: readonly Party[]
  readonly other: readonly Party[]
}

/** Between any two parts, one after the other. */
const kinds: readonly ((random: Random) => Sides)[] = [
  () => ({ one: ['client'], other: ['coordinator'] }),
  (random) => ({ one: ['client'], other: [pick(random, workers)] }),
  (random) => ({ one: ['coordinator'], other: [pick(random, workers)] }),
  (random) => {
    const [one, ...others] = shuffle(random, workers)
    return { one: one === undefined ? [] : [one], other: others.slice(0, 1 + random.below(2)) }
  },
  // One worker is left to coordinator and client: too few for an acknowledgement.
  (random) => ({ one: ['client', 'coordinator'], other: shuffle(random, workers).slice(1) }),
]

let network: Network | undefined

/** First both ways, then one way only, by chance which. What is cut off hears nothing, not even that. */
export const partition: Fault = {
  name: 'partition',
  what: 'partition between any two parts, 5–20 s',
  rounds: 10,
  roundsShort: 1,
  missing: async () => await Network.lack(),
  async surround() {
    const made = await Network.make(parties)
    network = made
    return {
      options: { workers: WORKERS },
      around: { host: (who) => made.host(who), before: (who) => made.before(who) },
      heal: async () => await made.heal(),
      end: async () => await made[Symbol.asyncDispose](),
    }
  },
  async play(round) {
    const { random, number, net } = round
    const sides = kinds[number % kinds.length]?.(random)
    if (sides === undefined || network === undefined) return
    const there = sides.one.flatMap((from) => sides.other.map((to) => [from, to] as const))
    const back = there.map(([from, to]) => [to, from] as const)
    const oneWay = Math.floor(number / kinds.length) % 2 === 1
    const cuts = oneWay ? pick(random, [there, back]) : [...there, ...back]
    await round.moment(MOMENT_MS)
    await network.cut(cuts)
    await pause(CUT_MS_LEAST + random.below(CUT_MS_MORE))
    await round.servingAgain(async () => await network?.heal(), SERVING_MS_MOST)
    await net.waitJoined()
    await round.load.underWay(1)
    await round.everyCopy()
  },
}
