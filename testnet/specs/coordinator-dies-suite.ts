import assert from 'node:assert/strict'
import { pause, waitFor } from '../process/wait.ts'
import type { Testnet } from '../testnet.ts'
import { randomBytes } from './bytes-fixture.ts'
import { isThere, mustRead, ok } from './commands-fixture.ts'
import { repeated } from './repeated-fixture.ts'
import { chance } from './seed-fixture.ts'
import { sharedSwarm } from './swarm-fixture.ts'

const MIB = 2 ** 20
/** Exit codes: not possible now, nothing changed; the answer was lost. */
const [DONE, FAILED, UNKNOWN] = [0, 5, 7]

/** Each kind of death so often. */
export function coordinatorDiesSuite(rounds: number): void {
  describe('the coordinator is killed at a random moment of an add', function () {
    this.timeout(90_000)
    const swarm = sharedSwarm()
    const random = chance('coordinator dies')

    /** Holds what an exit code promises against what is there, once the coordinator is back. */
    async function judge(path: string, bytes: Buffer, code: number | undefined, stderr: string): Promise<void> {
      assert(code === DONE || code === FAILED || code === UNKNOWN, `exit code ${code}: ${stderr}`)
      const there = await isThere(swarm.net, path)
      if (code === DONE) assert(there, 'it was acknowledged')
      if (code === FAILED) assert(!there, `it failed: ${stderr}`)
      if (there) await mustRead(swarm.net, path, bytes)
      if (there) await ok(swarm.net, ['rm', path])
    }

    /** How long such an add takes from its beginning when nothing disturbs it: the moment of a kill is one of these. */
    async function undisturbedMs(sizeBytes: number): Promise<number> {
      const path = '/coordinator-undisturbed'
      const adding = swarm.net.startHiro(['add', '-', '--to', path])
      adding.stdout.resume()
      adding.stdin.end(randomBytes(path, sizeBytes))
      await beganOrEnded(swarm.net, adding.ended)
      const beganMs = performance.now()
      const { code, stderr } = await adding.ended
      const tookMs = Math.ceil(performance.now() - beganMs)
      assert.equal(code, 0, stderr)
      await ok(swarm.net, ['rm', path])
      return tookMs
    }

    for (const [name, sizeBytes] of repeated(
      [
        ['a large file', 24 * MIB],
        ['a file of one piece', MIB],
        ['a small file', 100],
      ] as const,
      rounds,
    )) {
      it(`${name}; it is back soon: acknowledged and readable, or told to have failed and not there, or unknown and whole or absent`, async () => {
        const { net } = swarm
        const path = `/coordinator-${sizeBytes}`
        const bytes = randomBytes(path, sizeBytes)
        const withinMs = await undisturbedMs(sizeBytes)
        const adding = net.startHiro(['add', '-', '--to', path])
        adding.stdout.resume()
        adding.stdin.end(bytes)
        await beganOrEnded(net, adding.ended)
        await pause(random.below(withinMs))
        await net.kill('coordinator')
        await pause(random.below(300))
        await net.start('coordinator')
        const { code, stderr } = await adding.ended
        await judge(path, bytes, code, stderr)
      })
    }

    for (const [name, sizeBytes] of repeated(
      [
        ['a large file', 12 * MIB],
        ['a small file', 100],
      ] as const,
      rounds,
    )) {
      it(`${name}; it is not back before the client gives up: done, failed or unknown, and true to it after its restart`, async () => {
        const { net } = swarm
        const path = '/coordinator-away'
        const bytes = randomBytes(path, sizeBytes)
        const withinMs = await undisturbedMs(sizeBytes)
        const adding = net.startHiro(['add', '-', '--to', path, '--patience', '1s'])
        adding.stdout.resume()
        adding.stdin.end(bytes)
        await beganOrEnded(net, adding.ended)
        await pause(random.below(withinMs))
        await net.kill('coordinator')
        const { code, stderr } = await adding.ended
        await net.start('coordinator')
        await judge(path, bytes, code, stderr)
      })
    }
  })
}

/** Resolves when an upload is under way or was; a small one may be over before anyone looks. */
async function beganOrEnded(net: Testnet, ended: Promise<unknown>): Promise<void> {
  let over = false
  void ended.then(() => {
    over = true
  })
  const begun = async (): Promise<boolean> => over || (await net.status()).uploads > 0
  await waitFor(begun, { otherwise: 'the add did not begin', timeoutMs: 20_000, pollMs: 1 })
}
