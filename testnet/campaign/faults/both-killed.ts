import { pick } from '../../../shared/random/choose.ts'
import type { Fault } from '../fault.ts'
import { SERVING_MS_MOST } from './coordinator-killed.ts'

const MOMENT_MS = 1_200

export const bothKilled: Fault = {
  name: 'both-killed',
  what: 'worker and coordinator at once',
  rounds: 15,
  roundsShort: 1,
  async play(round) {
    const { net, random } = round
    const victims = ['coordinator', pick(random, net.workerNames)] as const
    await round.moment(MOMENT_MS)
    const killAndStart = async (): Promise<void> => {
      await Promise.all(victims.map(async (who) => await net.kill(who)))
      await net.startAll(victims)
    }
    await round.servingAgain(killAndStart, SERVING_MS_MOST)
    await round.load.underWay(1)
    await net.waitJoined()
    await round.everyCopy()
  },
}
