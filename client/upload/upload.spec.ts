import assert from 'node:assert/strict'
import { ReadableStream } from 'node:stream/web'
import { sleep } from '../../shared/clock/sleep.ts'
import { HiroError } from '../../shared/errors.ts'
import { GROUP_EXTENTS_MAX, INTENT_RENEW_INTERVAL_MS } from '../../shared/limits.ts'
import { collect, type Scripted, scripted } from '../client-fixture.ts'
import { read } from '../download/download.ts'
import type { AddOptions, AddResult } from './add-options.ts'
import type { ByteSource } from './source.ts'
import { upload } from './upload.ts'

const CHUNK = 1000
const WINDOW = 4
const PATH = '/file'

function bytesOf(size: number): Buffer {
  return Buffer.from(Array.from({ length: size }, (_, at) => (at * 7 + (at >> 8)) & 0xff))
}

describe('upload', () => {
  let swarm: Scripted

  beforeEach(() => {
    swarm = scripted('upload')
  })

  function add(source: ByteSource, options: AddOptions = {}, path = PATH): Promise<AddResult> {
    return swarm.clock.drive(upload(swarm.ports, path, source, options, { window: WINDOW, chunkSizeBytes: CHUNK }))
  }

  async function assertHolds(content: Buffer): Promise<void> {
    assert.deepEqual(await swarm.clock.drive(collect(read(swarm.ports, PATH, {}, WINDOW))), content)
  }

  function assertNothingChanged(): void {
    assert.equal(swarm.coordinator.entries.size, 0)
    for (const { state } of swarm.coordinator.intents.values()) assert.equal(state, 'ended')
  }

  for (const size of [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 9 * CHUNK, 9 * CHUNK + 17]) {
    it(`${size} bytes come back, and no more places are asked for than there are chunks`, async () => {
      const content = bytesOf(size)
      const result = await add(content, { sizeBytes: size })
      const pieces = Math.ceil(size / CHUNK)
      assert.deepEqual(
        { ...result, file: '', version: 0, revision: 0 },
        { path: PATH, file: '', sizeBytes: size, pieces, copies: 3, degraded: false, version: 0, revision: 0 },
      )
      const asked = [...swarm.coordinator.bodies('openIntent'), ...swarm.coordinator.bodies('place')]
      assert.equal(
        asked.reduce((sum, { chunks }) => sum + chunks, 0),
        pieces,
      )
      await assertHolds(content)
    })
  }

  it('takes bytes, iterables, generators and web streams alike', async () => {
    const content = bytesOf(3 * CHUNK + 5)
    const slices = [content.subarray(0, 10), content.subarray(10, 2500), content.subarray(2500)]
    const sources: ByteSource[] = [
      content,
      new Uint8Array(content),
      slices,
      (async function* () {
        yield* slices
      })(),
      ReadableStream.from(slices),
    ]
    for (const source of sources) {
      await add(source, { replace: true })
      await assertHolds(content)
    }
    await assert.rejects(add(['text'] as unknown as Uint8Array[], { replace: true }), { code: 'usage' })
  })

  it('more groups than one: each is sealed while later chunks travel, the last one with the commit', async () => {
    const content = bytesOf((2 * GROUP_EXTENTS_MAX + 3) * 10)
    const settings = { window: WINDOW, chunkSizeBytes: 10 }
    swarm.coordinator.before = async ({ name }) => {
      if (name !== 'sealGroup') return
      await sleep(swarm.clock, 100)
      const first = swarm.coordinator.count('sealGroup') === 1
      while (first && swarm.workers.chains.length < GROUP_EXTENTS_MAX + 50) await sleep(swarm.clock, 1)
    }
    const result = await swarm.clock.drive(upload(swarm.ports, PATH, content, {}, settings))
    assert.equal(result.pieces, 2 * GROUP_EXTENTS_MAX + 3)
    assert.equal(swarm.coordinator.count('sealGroup'), 2)
    assert.equal(swarm.coordinator.count('commit'), 1)
    await assertHolds(content)
  })

  it('pulls no further ahead of the workers than its window', async () => {
    for (const worker of swarm.workers.all) worker.delayMs = 50
    let [pulled, most] = [0, 0]
    const source = (async function* () {
      for (; pulled < 40; pulled++) {
        const done = Math.min(...swarm.workers.all.map(({ puts }) => puts))
        most = Math.max(most, pulled - done)
        yield bytesOf(CHUNK)
      }
    })()
    await add(source, { copies: 5 })
    assert(most >= WINDOW - 1 && most <= WINDOW, `${most} ahead`)
  })

  it('progress adds up to the size', async () => {
    const seen: (number | undefined)[][] = []
    const size = 5 * CHUNK + 1
    await add(bytesOf(size), { sizeBytes: size, onProgress: (step) => seen.push([step.bytesDone, step.bytesTotal]) })
    assert.deepEqual(seen.at(-1), [size, size])
    assert.deepEqual(
      seen.map(([done]) => done),
      seen.map(([done]) => done).toSorted((a = 0, b = 0) => a - b),
    )
  })

  for (const hint of [0, 1, 3 * CHUNK, 1000 * CHUNK]) {
    it(`a size hint of ${hint} bytes that is wrong does no harm`, async () => {
      const content = bytesOf(30 * CHUNK + 1)
      assert.equal((await add(content, { sizeBytes: hint })).pieces, 31)
      await assertHolds(content)
    })
  }

  it('what is there is told before the source is read, and stays', async () => {
    await add(bytesOf(10))
    let read = 0
    const source = (function* () {
      read++
      yield bytesOf(5)
    })()
    await assert.rejects(add(source), { code: 'exists', message: '"/file" is already there' })
    assert.equal(read, 0)
    await assertHolds(bytesOf(10))
  })

  it('replace keeps the id, and shows the old content until the new one is whole', async () => {
    const first = await add(bytesOf(10))
    const content = bytesOf(3 * CHUNK)
    swarm.coordinator.before = async ({ name }) => {
      swarm.coordinator.before = undefined
      if (name === 'commit') assert.deepEqual(await collect(read(swarm.ports, PATH, {}, WINDOW)), bytesOf(10))
    }
    const second = await add(content, { replace: true })
    assert.equal(second.file, first.file)
    assert(second.version > first.version)
    await assertHolds(content)
  })

  it('a folder in its place is said to be one', async () => {
    await swarm.clock.drive(swarm.tree.makeFolder(PATH))
    await assert.rejects(add(bytesOf(1), { replace: true }), { code: 'is-a-folder' })
    await assert.rejects(add(bytesOf(1), {}, '/file/below/it'), { code: 'not-found' })
  })

  it('someone else was faster: exists, and the upload is given up', async () => {
    swarm.coordinator.before = ({ name }) => {
      if (name === 'commit') throw new HiroError('exists', 'a file of that name is already there')
    }
    await assert.rejects(add(bytesOf(10)), { code: 'exists' })
    assertNothingChanged()
  })

  it('a slow source: the intent is renewed all the while, from the first chunk on', async () => {
    const source = (async function* () {
      yield bytesOf(CHUNK)
      await sleep(swarm.clock, 10 * INTENT_RENEW_INTERVAL_MS)
      yield bytesOf(CHUNK)
    })()
    await add(source)
    assert(swarm.coordinator.count('renew') >= 9)
    const renewals = swarm.coordinator.count('renew')
    await swarm.clock.advance(5 * INTENT_RENEW_INTERVAL_MS)
    assert.equal(swarm.coordinator.count('renew'), renewals, 'it goes on after the end')
  })

  it('the lease ran out at the coordinator: intent-ended, and the source is closed', async () => {
    let closed = false
    const source = (async function* () {
      try {
        for (;;) {
          yield bytesOf(CHUNK)
          await sleep(swarm.clock, 3_000)
        }
      } finally {
        closed = true
      }
    })()
    swarm.coordinator.before = ({ name }) => {
      if (name === 'renew') throw new HiroError('intent-ended', 'this upload has expired')
    }
    await assert.rejects(add(source), { code: 'intent-ended' })
    await swarm.clock.advance(3_000)
    assert(closed)
    assertNothingChanged()
  })

  it('a source that throws: its error, and nothing changed', async () => {
    const own = new HiroError('not-found', 'the local file went away')
    for (const [thrown, code] of [
      [own, 'not-found'],
      [new Error('EIO: bad disk'), 'io'],
    ] as const) {
      const source = (async function* () {
        yield bytesOf(3 * CHUNK)
        throw thrown
      })()
      await assert.rejects(add(source), { code })
      assertNothingChanged()
    }
  })

  for (const when of ['openIntent', 'place', 'put', 'commit'] as const) {
    it(`interrupted at ${when}: aborted, the source is closed, nothing changed`, async () => {
      const controller = new AbortController()
      let closed = false
      const source = (async function* () {
        try {
          for (let at = 0; at < 20; at++) yield bytesOf(CHUNK)
        } finally {
          closed = true
        }
      })()
      swarm.coordinator.before = async ({ name }) => {
        if (name === when) controller.abort()
        if (name === when) await new Promise(() => {})
      }
      if (when === 'put') swarm.workers.onPut = (_worker, _position, put) => put === 10 && controller.abort()
      await assert.rejects(add(source, { signal: controller.signal }), { code: 'aborted' })
      await swarm.clock.advance(10_000)
      assert(closed)
      assert.equal(swarm.coordinator.entries.size, 0)
      const aborts = swarm.coordinator.count('abortIntent')
      // While the intent is opened nobody knows its number yet; it lapses.
      assert.equal(aborts, when === 'openIntent' ? 0 : 1)
    })
  }

  it('interrupted while the source hangs: does not wait for it', async () => {
    const controller = new AbortController()
    const source = (async function* () {
      yield bytesOf(CHUNK)
      await new Promise(() => {})
    })()
    swarm.clock.after(5_000, () => controller.abort())
    await assert.rejects(add(source, { signal: controller.signal }), { code: 'aborted' })
    assertNothingChanged()
  })

  describe('when the answer to the commit is lost', () => {
    const lost = new HiroError('unknown', 'the answer was lost')
    const lose = (abort: 'answered' | 'silent', effect: 'before' | 'after'): void => {
      const { coordinator } = swarm
      coordinator[effect] = ({ name }: { name: string }) => {
        if (name === 'commit') throw lost
      }
      const other = effect === 'before' ? 'after' : 'before'
      coordinator[other] = async ({ name }: { name: string }) => {
        if (name === 'abortIntent' && abort === 'silent') await new Promise(() => {})
      }
    }

    it('and asked again, it gives the recorded result', async () => {
      swarm.coordinator.loseAnswerOf = 'commit'
      assert.equal((await add(bytesOf(10))).copies, 3)
      await assertHolds(bytesOf(10))
    })

    it('and it was published: giving up finds out, and it is a success', async () => {
      lose('answered', 'after')
      assert.equal((await add(bytesOf(2 * CHUNK))).pieces, 2)
      await assertHolds(bytesOf(2 * CHUNK))
    })

    it('and it was not published: giving up makes sure of that, and nothing changed', async () => {
      lose('answered', 'before')
      await assert.rejects(add(bytesOf(10)), { code: 'unreachable', message: /nothing was changed/ })
      assertNothingChanged()
    })

    it('and the coordinator stays silent: unknown, soon', async () => {
      lose('silent', 'after')
      const startMs = swarm.clock.now()
      await assert.rejects(add(bytesOf(10)), { code: 'unknown' })
      assert(swarm.clock.now() - startMs < 3_000)
    })
  })
})
