import assert from 'node:assert/strict'
import { cidOf } from '../../shared/cid.ts'
import { HiroError } from '../../shared/errors.ts'
import { STALL_MS } from '../../shared/limits.ts'
import { type Served, served } from '../served-swarm-fixture.ts'
import { WorkerLinks } from './worker-links.ts'

const BYTES = new Uint8Array(300_000).map((_, at) => at % 251)
const CID = cidOf(BYTES)

describe('WorkerLinks', () => {
  let swarm: Served
  let links: WorkerLinks

  beforeEach(() => {
    swarm = served('links')
    const ports = { transport: swarm.network.join('client'), clock: swarm.clock }
    links = new WorkerLinks(ports, async () => Buffer.from('the pass'))
  })

  const run = async <T>(work: Promise<T>): Promise<T> => await swarm.clock.drive(work)

  function put(...numbers: number[]) {
    const chain = numbers.map((n) => swarm.workers.at(n))
    const grant = Buffer.from(chain.map(({ id }) => id).join(' '))
    return run(links.put(chain, { cid: CID, grant, bytes: BYTES }))
  }

  it('a put goes to the first worker with the rest as its forwarding list; the outcomes tell of each', async () => {
    swarm.workers.at(3).full = true
    const outcomes = await put(2, 3, 1)
    assert.deepEqual(swarm.workers.chains, [['worker-2', 'worker-3', 'worker-1']])
    assert.deepEqual(
      outcomes.map(({ code }) => code),
      [undefined, 'no-room', undefined],
    )
    assert.deepEqual([...swarm.passes], ['the pass'])
  })

  it('a get brings the whole piece or a range, alone on its buffer', async () => {
    await put(1)
    const whole = await run(links.get(swarm.workers.at(1), { cid: CID, sizeBytes: BYTES.byteLength }))
    assert.deepEqual(whole, BYTES)
    assert.equal(whole.buffer.byteLength, BYTES.byteLength)
    const range = { offset: 1_000, lengthBytes: 200_000 }
    const part = await run(links.get(swarm.workers.at(1), { cid: CID, sizeBytes: BYTES.byteLength, range }))
    assert.deepEqual(part, BYTES.slice(1_000, 201_000))
    assert.equal(part.buffer.byteLength, 200_000)
  })

  it('a copy of another size, or too short for the range, is bad; one that is not there is absent', async () => {
    await put(1)
    const sizeBytes = BYTES.byteLength + 1
    await assert.rejects(run(links.get(swarm.workers.at(1), { cid: CID, sizeBytes })), { code: 'integrity' })
    const range = { offset: 5, lengthBytes: 10 }
    await assert.rejects(run(links.get(swarm.workers.at(1), { cid: CID, sizeBytes, range })), { code: 'integrity' })
    swarm.workers.at(1).spoil = () => {
      throw new HiroError('usage', 'a range outside of the piece')
    }
    await assert.rejects(run(links.get(swarm.workers.at(1), { cid: CID, sizeBytes, range })), { code: 'integrity' })
    await assert.rejects(run(links.get(swarm.workers.at(2), { cid: CID, sizeBytes })), { code: 'not-found' })
  })

  it('stat tells the size of each, or that it is not there', async () => {
    await put(1)
    const other = cidOf(new Uint8Array([1]))
    assert.deepEqual(await run(links.stat(swarm.workers.at(1), [other, CID])), [undefined, BYTES.byteLength])
  })

  it('a worker that cannot be dialled is given up as soon as one that stalls', async () => {
    swarm.network.partition('client', swarm.workers.at(1).id)
    const startMs = swarm.clock.now()
    await assert.rejects(put(1), { code: 'timeout' })
    assert(swarm.clock.now() - startMs <= 2 * STALL_MS)
    swarm.network.kill(swarm.workers.at(2).id)
    await assert.rejects(put(2), { code: 'unreachable' })
  })

  it('closed: refused', async () => {
    links.close()
    await assert.rejects(put(1), { code: 'unreachable' })
  })
})
