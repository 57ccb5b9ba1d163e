import assert from 'node:assert/strict'
import { type Scripted, scripted } from '../client-fixture.ts'
import { sealedSize } from '../seal/piece-format.ts'
import { upload } from './upload.ts'

const CHUNK = 1000
const WINDOW = 4

describe('the memory of an upload', () => {
  let swarm: Scripted

  beforeEach(() => {
    swarm = scripted('memory')
  })

  async function add(content: Uint8Array): Promise<void> {
    await swarm.clock.drive(upload(swarm.ports, '/file', content, {}, { window: WINDOW, chunkSizeBytes: CHUNK }))
  }

  it('never holds more pieces than its window, however slow the workers and however fast the source', async () => {
    swarm.workers.at(2).delayMs = 50
    await add(new Uint8Array(40 * CHUNK))
    assert(swarm.workers.bytesHeldMax > 0 && swarm.workers.bytesHeldMax <= WINDOW * sealedSize(CHUNK))
  })

  it("gives a piece's memory back as soon as all its copies are there, and not before", async () => {
    const put = swarm.workers.put.bind(swarm.workers)
    const [given, left]: [Uint8Array[], number[]] = [[], []]
    swarm.workers.put = async (chain, piece, signal) => {
      // Two of three at first: its bytes are needed once more.
      const first = given.length === 0 ? chain.slice(0, 2) : chain
      given.push(piece.bytes)
      left.push(given.filter(({ byteLength }) => byteLength > 0).length)
      return await put(first, piece, signal)
    }
    await add(new Uint8Array(8 * CHUNK))
    assert.equal(given.length, 9)
    assert(Math.max(...left) <= WINDOW + 1)
    assert(given.every(({ byteLength }) => byteLength === 0))
  })
})
