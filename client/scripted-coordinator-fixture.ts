import { cidFromBytes } from '../shared/cid.ts'
import { HiroError, toHiroError } from '../shared/errors.ts'
import { toHex } from '../shared/ids.ts'
import type * as wire from '../shared/protocol/control/control.js'
import { abortable, throwIfAborted } from '../shared/work/signal.ts'
import { again } from './control/again-fixture.ts'
import type { CallOptions, ControlCall, Coordinator, RequestOf, ResponseOf } from './control/coordinator.ts'
import { mapsOf } from './rescue/maps-of.ts'
import { namesHandlers } from './scripted-names-fixture.ts'
import { packHandlers } from './scripted-packs-fixture.ts'
import { type Intent, infoOf, keyOf, placesAt, plainHandlers } from './scripted-parts-fixture.ts'
import { type Code, copiesOf, shardMapOf, shardStatesOf } from './scripted-shards-fixture.ts'
import type { ScriptedWorker, ScriptedWorkers } from './scripted-workers-fixture.ts'
import { ScriptedTrash } from './trash/scripted-trash-fixture.ts'

type Handlers = { readonly [Name in ControlCall]: (body: RequestOf<Name>) => ResponseOf<Name> }

export interface Call {
  readonly name: ControlCall
  readonly body: unknown
}

/**
 * A coordinator in a few lines, for tests of what a client makes of its answers: no time, no transactions, no collector. It knows who holds what by looking into the
 * scripted workers. Each call can be made to wait, fail, or be answered otherwise.
 */
export class ScriptedCoordinator implements Coordinator {
  readonly workers: ScriptedWorkers
  readonly calls: Call[] = []
  /** Runs before a call takes effect; what it throws is the answer. */
  before: ((call: Call) => Promise<void> | void) | undefined
  /** Runs after a call took effect; what it throws is what the caller gets of it. */
  after: ((call: Call, answer: unknown) => Promise<void> | void) | undefined
  /** Such calls take effect, lose their answer and are asked again, as by a link that reconnects. */
  loseAnswerOf: ControlCall | undefined
  readonly copies = 3
  readonly copiesMin = 2
  /** Folders ask for shards. */
  code: Code = { dataShards: 0, parityShards: 0 }
  readonly entries = new Map<string, wire.Entry>()
  readonly intents = new Map<number, Intent>()
  readonly trash = new ScriptedTrash()
  readonly published = new Map<string, Map<number, wire.SealGroupRequest>>()
  readonly shardsOf = new Map<string, readonly Uint8Array[]>()
  #revision = 0
  #turn = 0

  constructor(workers: ScriptedWorkers) {
    this.workers = workers
  }

  count(name: ControlCall): number {
    return this.calls.filter((call) => call.name === name).length
  }

  bodies<Name extends ControlCall>(name: Name): RequestOf<Name>[] {
    return this.calls.filter((call) => call.name === name).map(({ body }) => body as RequestOf<Name>)
  }

  async call<Name extends ControlCall>(
    name: Name,
    body: RequestOf<Name>,
    { signal, mutating, afterLoss }: CallOptions<Name> = {},
  ): Promise<ResponseOf<Name>> {
    const call = { name, body }
    this.calls.push(call)
    const ask = async (): Promise<ResponseOf<Name>> => {
      // So that nothing is answered in the same breath.
      await Promise.resolve()
      await this.before?.(call)
      const handler: (body: RequestOf<Name>) => ResponseOf<Name> = this.#handlers[name]
      const lost = this.loseAnswerOf === name
      if (lost) handler(body)
      const answer = again(() => handler(body), lost ? afterLoss : undefined)
      await this.after?.(call, answer)
      return answer
    }
    throwIfAborted(signal)
    try {
      return await abortable(ask(), signal)
    } catch (cause) {
      const error = toHiroError(cause)
      if (signal?.aborted && mutating) throw new HiroError('unknown', 'the answer was lost', { cause: error })
      throw error
    }
  }

  readonly #handlers: Handlers = {
    ...plainHandlers,
    ...namesHandlers(this),
    ...packHandlers(this, (request) => this.#handlers.openIntent(request)),
    lookup: ({ parent, tag }) => {
      const entry = this.entries.get(keyOf(parent, tag))
      return entry ? { entry } : {}
    },
    list: ({ folder, after, limit }) => {
      const all = [...this.entries]
        .filter(([key]) => key.startsWith(`${toHex(folder)}/`))
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
      const rest = all.filter(([key]) => after.byteLength === 0 || key > keyOf(folder, after)).map(([, entry]) => entry)
      const page = rest.slice(0, limit || 256)
      return { entries: page, more: rest.length > page.length }
    },
    makeFolder: ({ parent, tag, id, sealedName, sealedAttributes }) => {
      this.#free(parent, tag, id)
      const entry = this.entry({ id, tag, folder: true, sealedName, sealedAttributes })
      this.trash.noteFolder(parent, entry)
      this.entries.set(keyOf(parent, tag), entry)
      return { entry }
    },
    openIntent: (request) => {
      const there = this.entries.get(keyOf(request.parent, request.tag))
      if (there && !request.replace) throw new HiroError('exists', 'already there')
      const version = ++this.#revision
      const copies = request.copies || this.copies
      const copiesMin = Math.min(request.copiesMin || this.copiesMin, copies)
      this.intents.set(version, { request, groups: new Map(), state: 'open', copies, result: undefined })
      const places =
        request.chunks === 0 ? {} : { places: this.#places(request.chunks, this.#spread(copies), copiesMin, []) }
      return { version, copies, copiesMin, ...this.code, leaseMs: 30_000, ...places }
    },
    place: ({ version, chunks, avoid, copies }) => {
      const intent = this.#open(version)
      return {
        places: this.#places(chunks, copies || this.#spread(intent.copies), copies ? 1 : this.#minOf(intent), avoid),
      }
    },
    renew: ({ version }) => {
      this.#open(version)
      return {}
    },
    sealGroup: (request) => ({ short: this.seal(request), copies: 0 }),
    commit: (request) => this.#commit(request),
    abortIntent: ({ version }) => {
      const intent = this.intents.get(version)
      if (intent?.state === 'open') intent.state = 'ended'
      return intent?.result ? { committed: intent.result } : {}
    },
    readMap: ({ file, version, firstGroup, groups: wanted }) => {
      const entry = [...this.entries.values()].find(({ id }) => toHex(id) === toHex(file))
      if (entry === undefined) throw new HiroError('not-found', 'the file was removed')
      if (entry.version !== version) throw new HiroError('changed', 'the file has a newer version')
      const all = this.published.get(`${toHex(file)} ${version}`)
      const found = [...(all?.values() ?? [])].filter(({ group }) => group >= firstGroup && group < firstGroup + wanted)
      const workers = this.workers.all.map((worker) => infoOf(worker))
      const groups = found.map(({ group, sealed, pieces }) => ({
        group,
        sealed,
        pieces: pieces.map(({ cid, sizeBytes }) => ({
          cid,
          sizeBytes,
          copies: this.copies,
          holders: this.#indexesOf(cidFromBytes(cid)),
          ...shardMapOf(this.workers, this.shardsOf.get(cidFromBytes(cid)), this.code),
        })),
      }))
      return { groups, workers }
    },
    readMaps: ({ files }) => mapsOf(files, (wanted) => this.#handlers.readMap(wanted)),
    listTrash: (body) => this.trash.list(body),
    openRestore: () => ({ number: ++this.#revision }),
    restore: ({ number, id, version, parent, tag, sealedName, sealedHead }) => {
      const there = this.#free(parent, tag, id)
      const entry = this.trash.require({ id, version })
      if (there) this.trash.put(parent, there, true)
      const groups = this.published.get(`${toHex(id)} ${version}`)
      if (groups) this.published.set(`${toHex(id)} ${number}`, groups)
      const back = entry.version === 0 ? {} : { version: number, sealedHead }
      this.entries.set(keyOf(parent, tag), { ...entry, ...back, tag, sealedName, revision: ++this.#revision })
      return { revision: this.#revision }
    },
    emptyTrash: (body) => this.trash.empty(body),
  }

  /** Who is known to hold a piece, whether the copy is good or not. */
  readonly #held = new Map<string, readonly ScriptedWorker[]>()

  hold(cid: string, workers: readonly ScriptedWorker[]): void {
    this.#held.set(cid, workers)
  }

  #indexesOf(cid: string): number[] {
    return (this.#held.get(cid) ?? []).map((worker) => this.workers.all.indexOf(worker))
  }

  nextRevision(): number {
    return ++this.#revision
  }

  entry(parts: Pick<wire.Entry, 'id' | 'tag' | 'folder' | 'sealedName' | 'sealedAttributes'>): wire.Entry {
    return { ...parts, version: 0, sealedHead: new Uint8Array(), revision: ++this.#revision, committedAtMs: 0 }
  }

  /** Nothing may be there, but what has this id. */
  #free(parent: Uint8Array, tag: Uint8Array, id: Uint8Array): wire.Entry | undefined {
    const there = this.entries.get(keyOf(parent, tag))
    if (there && toHex(there.id) !== toHex(id)) throw new HiroError('exists', 'already there')
    return there
  }

  #open(version: number): Intent {
    const intent = this.intents.get(version)
    if (intent === undefined || intent.state === 'ended') throw new HiroError('intent-ended', 'the upload has ended')
    return intent
  }

  /** Workers for a piece. */
  #spread(copies: number): number {
    return this.code.dataShards + this.code.parityShards || copies
  }

  #minOf({ request, copies }: Intent): number {
    return Math.min(request.copiesMin || this.copiesMin, copies)
  }

  #places(chunks: number, copies: number, copiesMin: number, avoid: readonly string[]): wire.Places {
    const open = this.workers.alive.filter(({ id }) => !avoid.includes(id))
    this.#turn += chunks
    return placesAt(open, { chunks, copies, copiesMin }, this.#turn - chunks)
  }

  seal(request: wire.SealGroupRequest): wire.Shortage[] {
    const intent = this.#open(request.version)
    const needed = request.degraded ? this.#minOf(intent) : intent.copies
    const short: wire.Shortage[] = []
    request.pieces.forEach(({ cid, shards }, index) => {
      const known = shards.length > 0 ? shards : (this.shardsOf.get(cidFromBytes(cid)) ?? [])
      if (known.length > 0) this.shardsOf.set(cidFromBytes(cid), known)
      if (known.length > 0) {
        const states = shardStatesOf(this.workers, known)
        if (copiesOf(states, this.code) < needed) short.push({ index, holders: [], shards: states })
        return
      }
      const heard = this.workers.holdersOf(cidFromBytes(cid)).filter(({ down, unheard }) => !down && !unheard)
      this.hold(cidFromBytes(cid), heard)
      if (heard.length < needed) short.push({ index, holders: heard.map(({ id }) => id), shards: [] })
    })
    if (short.length === 0) intent.groups.set(request.group, request)
    return short
  }

  #commit(request: wire.CommitRequest): wire.CommitResponse {
    const intent = this.#open(request.version)
    if (intent.result) return { result: intent.result, short: [], reopened: [] }
    const short = request.lastGroup ? this.seal(request.lastGroup) : []
    if (short.length > 0) return { short, reopened: [] }
    const reopened = Array.from({ length: request.groups }, (_, at) => at).filter(
      (group) => !this.#whole(intent, group),
    )
    if (reopened.length > 0) return { short: [], reopened }
    const { parent, tag, file, sealedName } = intent.request
    const { sealedAttributes, sealedHead, version } = request
    const there = this.entries.get(keyOf(parent, tag))
    if (there && !intent.request.replace) throw new HiroError('exists', 'already there')
    const entry = this.entry({ id: file, tag, folder: false, sealedName, sealedAttributes })
    const isOther = there && toHex(there.id) !== toHex(file)
    // What never had content leaves none behind.
    if (there && (isOther || there.version > 0)) this.trash.put(parent, there, !isOther)
    this.entries.set(keyOf(parent, tag), { ...entry, version, sealedHead })
    this.published.set(`${toHex(file)} ${version}`, intent.groups)
    const held = [...intent.groups.values()].flatMap(({ pieces }) => pieces).map(({ cid }) => this.#copiesOf(cid))
    intent.state = 'committed'
    intent.result = { version, revision: ++this.#revision, copies: Math.min(intent.copies, ...held) }
    return { result: intent.result, short: [], reopened: [] }
  }

  /** As far as its stores are there. */
  #whole(intent: Intent, group: number): boolean {
    const request = intent.groups.get(group)
    const needed = request?.degraded ? this.#minOf(intent) : intent.copies
    const isWhole = (cid: Uint8Array): boolean =>
      this.shardsOf.has(cidFromBytes(cid))
        ? this.#copiesOf(cid) >= needed
        : this.#indexesOf(cidFromBytes(cid)).every((at) => !this.workers.all[at]?.down)
    const whole = request?.pieces.every(({ cid }) => isWhole(cid)) ?? false
    if (!whole) intent.groups.delete(group)
    return whole
  }

  #copiesOf(cid: Uint8Array): number {
    const shards = this.shardsOf.get(cidFromBytes(cid))
    return shards ? copiesOf(shardStatesOf(this.workers, shards), this.code) : this.#indexesOf(cidFromBytes(cid)).length
  }
}
