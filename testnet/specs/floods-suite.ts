import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { besideFlood } from '../flood/beside.ts'
import { KINDS } from '../flood/kinds.ts'
import type { Who } from '../layout.ts'
import { randomBytes } from './bytes-fixture.ts'
import { mustRead, ok } from './commands-fixture.ts'
import { ownSwarm } from './swarm-fixture.ts'

const MIB = 2 ** 20
/** A role has some 80 MiB when it is idle, and what its limits add up to is far above what these floods reach. */
const RSS_BYTES_MAX = 600 * MIB
/** Ends a flood whose test hangs. */
const SECONDS_MAX = 240

/** Each kind at each role that it is meant for. */
export function floodsSuite(kinds: readonly string[]): void {
  describe('a flood', function () {
    this.timeout(300_000)
    const swarm = ownSwarm({ workers: 3 })

    for (const [kind, { means, roles }] of Object.entries(KINDS)) {
      if (!kinds.includes(kind)) continue
      it(`of ${means}: an honest client is served, and memory stays bounded`, async () => {
        const { net } = swarm
        for (const role of roles) {
          const target: Who = role === 'worker' ? 'worker-1' : role
          const path = `/${kind}-${role}`
          const bytes = randomBytes(path, 5 * MIB)
          const { cost } = await besideFlood(net, { kind, target, secondsMax: SECONDS_MAX }, async () => {
            // Where a worker cannot keep up beside the flood, fewer copies and a warning are what was promised.
            const { code, stderr } = await net.hiro(['add', '-', '--to', path], { input: bytes })
            assert.equal(code, 0, stderr)
            await mustRead(net, path, bytes)
          })
          assert.ok(cost.steps > 0, 'there was no flood')
          const pid = net.pid(target)
          assert.ok(pid !== undefined, `${target} is gone`)
          assert.ok(rssBytes(pid) < RSS_BYTES_MAX, `${target} has ${Math.round(rssBytes(pid) / MIB)} MiB`)
          await ok(net, ['rm', path])
        }
      })
    }
  })
}

function rssBytes(pid: number): number {
  return Number(/^VmRSS:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1]) * 1024
}
