import { pick } from '../../../shared/random/choose.ts'
import { pause } from '../../process/wait.ts'
import type { Fault } from '../fault.ts'

const MOMENT_MS = 1_200

/** There, and silent. Clients have to go on without it: the slowest read may take as long as the bar says, and nothing may hang. */
export function workerPaused(name: string, seconds: number): Fault {
  return {
    name,
    what: `a worker paused (SIGSTOP) for ${seconds} s`,
    rounds: 3,
    roundsShort: 1,
    readP99MsMost: 15_000,
    async play(round) {
      const { net, random } = round
      const victim = pick(random, net.workerNames)
      await round.moment(MOMENT_MS)
      net.pause(victim)
      await pause(seconds * 1_000)
      net.resume(victim)
      await round.load.underWay(1)
    },
  }
}
