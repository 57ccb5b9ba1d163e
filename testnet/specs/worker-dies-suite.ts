import assert from 'node:assert/strict'
import { pick } from '../../shared/random/choose.ts'
import type { Who } from '../layout.ts'
import type { RunningHiro } from '../process/hiro.ts'
import { pause, waitFor } from '../process/wait.ts'
import { randomBytes } from './bytes-fixture.ts'
import { chainFrom } from './chain-fixture.ts'
import { mustRead, ok, piecesOf, put } from './commands-fixture.ts'
import { repeated } from './repeated-fixture.ts'
import { chance } from './seed-fixture.ts'
import { sharedSwarm } from './swarm-fixture.ts'

const MIB = 2 ** 20

/** Each kind of death so often. */
export function workerDiesSuite(rounds: number): void {
  describe('five workers', function () {
    this.timeout(120_000)
    const swarm = sharedSwarm()
    const random = chance('workers die')

    function beginAdd(path: string, bytes: Buffer): RunningHiro {
      const adding = swarm.net.startHiro(['add', '-', '--to', path, '--json'])
      adding.stdout.resume()
      adding.stdin.end(bytes)
      return adding
    }

    async function mustEndWell(adding: RunningHiro): Promise<void> {
      const { code, stderr } = await adding.ended
      assert.equal(code, 0, stderr)
    }

    /** Whichever of them dies, while those that are dead stay so, the file can be read. */
    async function mustOutlive(names: readonly Who[], path: string, bytes: Buffer): Promise<void> {
      for (const who of names) {
        await swarm.net.kill(who)
        await mustRead(swarm.net, path, bytes)
        await swarm.net.start(who)
      }
    }

    for (const k of repeated([1, 2, 3], rounds)) {
      it(`worker ${k} of 3 is killed at a random moment of an add: all is readable, and again after any one more dies`, async () => {
        const { net } = swarm
        const path = `/killed-${k}`
        const bytes = randomBytes(path, 4 * MIB)
        // Without connections from before, those that come show who follows whom.
        await Promise.all(net.workerNames.map(async (who) => await net.kill(who)))
        await net.start(...net.workerNames)
        const adding = beginAdd(path, bytes)
        const link = async (): Promise<Who | undefined> => chainFrom(net, adding.pid)[k - 1]
        const victim = await waitFor(link, { otherwise: 'no chain was seen', timeoutMs: 20_000, pollMs: 1 })
        await pause(random.below(60))
        await net.kill(victim)
        await mustEndWell(adding)

        await mustRead(net, path, bytes)
        const [piece] = await piecesOf(net, path)
        const others = piece?.workers.filter((who) => who !== victim) ?? []
        assert(others.length >= 2, `only ${others.join(', ')} hold it`)
        await mustOutlive(others, path, bytes)
        await ok(net, ['rm', path])
      })
    }

    for (const _ of repeated(['any'], rounds)) {
      it('any is killed at a random moment of an add of many pieces: all is readable, and again after any one more dies', async () => {
        const { net } = swarm
        const path = '/killed-any'
        const bytes = randomBytes(path, 20 * MIB)
        const victim = pick(random, net.workerNames)
        const adding = beginAdd(path, bytes)
        await net.waitForStatus('the add did not begin', ({ uploads }) => uploads > 0)
        await pause(random.below(600))
        await net.kill(victim)
        await mustEndWell(adding)

        await mustRead(net, path, bytes)
        await mustOutlive(
          net.workerNames.filter((who) => who !== victim),
          path,
          bytes,
        )
        await ok(net, ['rm', path])
      })
    }

    it('an add that nothing disturbs is readable after any two die', async () => {
      const { net } = swarm
      const path = '/undisturbed'
      const bytes = randomBytes(path, 10 * MIB)
      await put(net, path, bytes)
      const [one, two, three, four, five] = net.workerNames
      assert(one && two && three && four && five)
      let dead: readonly Who[] = []
      // Every pair, each but for one worker the pair before.
      for (const pair of [
        [one, two],
        [two, three],
        [three, one],
        [one, four],
        [four, two],
        [three, four],
        [four, five],
        [five, one],
        [two, five],
        [five, three],
      ]) {
        for (const who of dead) if (!pair.includes(who)) await net.start(who)
        for (const who of pair) if (!dead.includes(who)) await net.kill(who)
        dead = pair
        await mustRead(net, path, bytes)
      }
    })
  })
}
