import { shuffle } from '../../../shared/random/choose.ts'
import type { Fault } from '../fault.ts'

/** So long at most from a swarm at work to the kill: most files take less, large ones several times that. */
const MOMENT_MS = 1_200
/** And so long at most before the clients end, so that some of their work meets the swarm without the dead. */
const AFTER_MS = 1_500

/** One worker, and every third time a second one in the same moment: with three copies, one is left of each piece. */
export const workerKilled: Fault = {
  name: 'worker-killed',
  what: 'a worker killed under load',
  rounds: 50,
  roundsShort: 1,
  async play(round) {
    const { net, random, number } = round
    const victims = shuffle(random, net.workerNames).slice(0, number % 3 === 2 ? 2 : 1)
    await round.moment(MOMENT_MS)
    await Promise.all(victims.map(async (who) => await net.kill(who)))
    await round.moment(AFTER_MS)
    await round.readWithout(victims)
    await net.startAll(victims)
    await net.waitJoined()
    await round.everyCopy()
  },
}
