import type { Fault } from '../fault.ts'

const MOMENT_MS = 1_200
/** From the kill to a client's read and small add, the start of the new process included. */
export const SERVING_MS_MOST = 5_000

export const coordinatorKilled: Fault = {
  name: 'coordinator-killed',
  what: 'coordinator killed under load',
  rounds: 30,
  roundsShort: 1,
  async play(round) {
    const { net } = round
    await round.moment(MOMENT_MS)
    const killAndStart = async (): Promise<void> => {
      await net.kill('coordinator')
      await net.start('coordinator')
    }
    await round.servingAgain(killAndStart, SERVING_MS_MOST)
    await round.load.underWay(1)
  },
}
