import type { HiroClient } from '../../../client/index.ts'
import { HiroError, hasCode, toHiroError } from '../../../shared/errors.ts'
import { SeededRandom } from '../../../shared/random/seeded-random.ts'
import { pause } from '../../process/wait.ts'
import { randomBytes, sha256 } from '../../seeded-bytes.ts'
import { write } from '../ledger/ledger.ts'
import type { Ending } from '../ledger/operation.ts'
import { outcomeOf } from '../load/outcome.ts'
import { nextWork, PACKED_FILES, type Work, type WorkPaths, workInTurn } from '../load/work.ts'
import type { HandsJob } from './job.ts'
import { readWhole } from './read-whole.ts'

const OWN_PATHS = 4
const SHARED_PATHS = 3
/** Far beyond all patience of a client: who is not back then hangs. */
const HANG_MS = 90_000
/** Between two operations. Without it a handful of clients fill two cores, and what is timed is how busy they are. */
const THINKING_MS_MOST = 200

/** Several hands of one client at work at once; `told` when they shall end. */
export async function work(client: HiroClient, job: HandsJob, ended: AbortSignal): Promise<void> {
  const hands = Array.from({ length: job.hands }, (_, at) => new Hand(client, job, `${job.name}-${at + 1}`))
  await Promise.all(hands.map(async (hand) => await hand.work(ended)))
}

class Hand {
  readonly #client: HiroClient
  readonly #job: HandsJob
  readonly #name: string
  readonly #random: SeededRandom
  readonly #holds = new Set<string>()
  /** What a path held last, where that is certain. */
  readonly #contents = new Map<string, { readonly content: Buffer; readonly copies: number }>()
  #operations = 0

  constructor(client: HiroClient, job: HandsJob, name: string) {
    this.#client = client
    this.#job = job
    this.#name = name
    this.#random = new SeededRandom(job.seed).fork(name)
  }

  async work(ended: AbortSignal): Promise<void> {
    while (!ended.aborted) {
      await this.#one(this.#next())
      await pause(this.#random.below(THINKING_MS_MOST))
    }
  }

  #next(): Work {
    const paths: WorkPaths = {
      own: Array.from({ length: OWN_PATHS }, (_, at) => `/load/${this.#name}-${at + 1}`),
      shared: Array.from({ length: SHARED_PATHS }, (_, at) => `/load/shared-${at + 1}`),
      keeper: () => `/load/kept-${this.#job.round}-${this.#name}-${this.#operations}`,
    }
    if (!this.#job.eachKind) return nextWork(this.#random, paths, this.#holds)
    return workInTurn(this.#random, `/load/${this.#job.round}-${this.#name}`, this.#operations)
  }

  async #one({ kind, path, sizeBytes, special }: Work): Promise<void> {
    if (special === 'packed') return await this.#pack(path, sizeBytes)
    const before = this.#contents.get(path)
    // Where it is not certain what would come back, nothing could be said of it.
    if (special === 'restored' && before === undefined) return
    const operation = `${this.#job.round}/${this.#name}/${++this.#operations}`
    const fresh = (): Buffer => randomBytes(operation, sizeBytes)
    const restored = special === 'restored' ? before?.content : undefined
    const content = kind === 'add' || kind === 'replace' ? (restored ?? fresh()) : undefined
    const meant = content && { sha256: sha256(content), sizeBytes: content.byteLength }
    write(this.#job.ledger, { begin: { operation, kind, path, ...meant } })
    const beganMs = performance.now()
    const attempted = await this.#attempt({ kind, path, special }, content)
    // As many as it had.
    const ending = {
      ...attempted,
      ...(restored && before && attempted.outcome === 'acknowledged' && { copies: before.copies }),
    }
    this.#remember({ kind, path }, content, ending)
    const tookMs = Math.round(performance.now() - beganMs)
    write(this.#job.ledger, { end: { operation, ...ending, tookMs } })
    if (ending.outcome !== 'acknowledged') return
    if (kind === 'remove') this.#holds.delete(path)
    else if (kind !== 'read') this.#holds.add(path)
  }

  /** Each file of it is an operation of its own, with an outcome of its own. */
  async #pack(path: string, sizeBytes: number): Promise<void> {
    const { ledger, round } = this.#job
    const files = Array.from({ length: PACKED_FILES }, (_, at) => {
      const operation = `${round}/${this.#name}/${++this.#operations}`
      return { operation, path: at === 0 ? path : `${path}-${at}`, bytes: randomBytes(operation, sizeBytes) }
    })
    for (const { operation, path, bytes } of files) {
      write(ledger, { begin: { operation, kind: 'add', path, sha256: sha256(bytes), sizeBytes } })
    }
    const beganMs = performance.now()
    const signal = AbortSignal.timeout(HANG_MS)
    const outcomes = await this.#client.addPack(files, { signal }).catch((error: unknown) => {
      const failure = toHiroError(error)
      return files.map(() => failure)
    })
    const tookMs = Math.round(performance.now() - beganMs)
    for (const [at, { operation }] of files.entries()) {
      const outcome = outcomes[at] ?? new HiroError('internal', 'no outcome')
      const ending = signal.aborted
        ? ({ outcome: 'unknown', violation: `it hung for ${HANG_MS / 1000} s` } as const)
        : outcome instanceof HiroError
          ? outcomeOf(outcome, 'add')
          : ({ outcome: 'acknowledged', copies: outcome.copies } as const)
      write(ledger, { end: { operation, ...ending, tookMs } })
    }
  }

  /** An outcome that is not known leaves open what a restore would bring. */
  #remember(
    { kind, path }: Pick<Work, 'kind' | 'path'>,
    content: Buffer | undefined,
    { outcome, copies }: Pick<Ending, 'outcome' | 'copies'>,
  ): void {
    if (kind === 'read' || outcome === 'failed') return
    if (outcome === 'unknown') this.#contents.delete(path)
    else if (content) this.#contents.set(path, { content, copies: copies ?? 0 })
  }

  async #attempt(
    { kind, path, special }: Pick<Work, 'kind' | 'path' | 'special'>,
    content: Buffer = Buffer.alloc(0),
  ): Promise<Omit<Ending, 'operation' | 'tookMs'>> {
    const client = this.#client
    const signal = AbortSignal.timeout(HANG_MS)
    try {
      switch (kind) {
        case 'read':
          return { outcome: 'acknowledged', ...(await readWhole(client, path, signal)) }
        case 'remove':
          if (special === 'with-folder') await client.remove(folderOf(path), { recursive: true, signal })
          else await client.remove(path, { signal })
          return { outcome: 'acknowledged' }
        case 'add':
        case 'replace': {
          if (special === 'restored') {
            await client.restore(path, { signal })
            return { outcome: 'acknowledged' }
          }
          const source = special === 'given-up' ? brokenOff(content) : content
          const options = { signal, sizeBytes: content.byteLength, parents: special === 'with-folder' }
          const { copies } = await client[kind](path, source, options)
          return { outcome: 'acknowledged', copies }
        }
      }
    } catch (error) {
      if (kind === 'read' && hasCode(error, 'not-found')) return { outcome: 'acknowledged' }
      if (signal.aborted) return { outcome: 'unknown', violation: `it hung for ${HANG_MS / 1000} s` }
      return outcomeOf(error instanceof HiroError ? error : toHiroError(error), kind)
    }
  }
}

/** All but the end, and then whoever gives it changes his mind. */
function* brokenOff(content: Buffer): Generator<Uint8Array> {
  yield content.subarray(0, content.byteLength - 1)
  throw new HiroError('aborted', 'the source was broken off')
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'))
}
