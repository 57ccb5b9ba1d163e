import assert from 'node:assert/strict'
import { formatSize } from '../../shared/config/for-people.ts'
import { peakMemoryBytes } from '../process/proc.ts'
import { feed, randomBlocks, sha256Of } from './bytes-fixture.ts'
import { sharedSwarm } from './swarm-fixture.ts'

const MIB = 2 ** 20
const PEAK_BYTES_MAX = 256 * MIB

/** What goes in on standard input comes back equal, and nobody holds more of it at once than they may. */
export function streamSuite(sizeBytes: number, timeoutMs: number): void {
  describe(`${formatSize(sizeBytes)} from standard input`, function () {
    this.timeout(timeoutMs)
    const swarm = sharedSwarm()

    it('come back equal, with every process below 256 MiB at its peak', async () => {
      const { net } = swarm
      const path = `/stream-${sizeBytes}`
      const peaks: Record<string, number> = {}

      const adding = net.startHiro(['add', '-', '--to', path])
      adding.stdout.resume()
      const sent = await feed(adding.stdin, randomBlocks(path, sizeBytes))
      const added = await adding.ended
      assert.deepEqual([added.stderr, added.code], ['', 0])
      peaks['hiro add'] = added.peakBytes

      const reading = net.startHiro(['cat', path])
      const got = await sha256Of(reading.stdout)
      const read = await reading.ended
      assert.deepEqual([read.stderr, read.code], ['', 0])
      peaks['hiro cat'] = read.peakBytes
      assert.equal(got, sent)

      for (const who of net.names) peaks[who] = peakMemoryBytes(net.pid(who) ?? 0) ?? 0
      for (const [who, bytes] of Object.entries(peaks)) {
        assert(bytes > 20 * MIB, `the peak of ${who} was not seen: ${bytes}`)
        assert(bytes < PEAK_BYTES_MAX, `${who} had ${formatSize(bytes)} at its peak`)
      }
      assert.equal((await net.hiro(['rm', path])).code, 0)
    })
  })
}
