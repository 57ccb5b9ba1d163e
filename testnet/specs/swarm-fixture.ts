import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { leash } from '../process/leash.ts'
import { startTestnet, type TestnetOptions } from '../start.ts'
import type { Testnet } from '../testnet.ts'

/** A temporary folder, for a testnet among others; both end with the suite, the test run or the process, whichever is first. */
export interface Place extends AsyncDisposable {
  readonly folder: string
  /** Where its testnet goes. */
  readonly dir: string
}

export async function makePlace(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'hiro-spec-'))
  const dir = join(folder, 'swarm')
  const held = leash(dir, folder)
  return {
    folder,
    dir,
    [Symbol.asyncDispose]: async () => {
      await rm(folder, { recursive: true, force: true })
      held[Symbol.dispose]()
    },
  }
}

export interface Swarm {
  /** There while tests of the suite run. */
  readonly net: Testnet
  /** For the tests' own files. */
  readonly folder: string
}

const UP_TIMEOUT_MS = 60_000

/** A testnet for the tests of the suite it is called in: whole before each of them, gone after the last. */
export function ownSwarm(options: Omit<TestnetOptions, 'dir'> = {}): Swarm {
  const holder = new Holder(options)
  before(async function () {
    this.timeout(UP_TIMEOUT_MS)
    await holder.begin()
  })
  healBeforeEach(holder)
  after(async () => await holder.end())
  return holder
}

let shared: Holder | undefined

/** As `ownSwarm`, but the same one (of five workers) for all suites that ask for it, so that it starts once. They leave in it what they like, but for what others would count. */
export function sharedSwarm(): Swarm {
  const holder = (shared ??= new Holder({}))
  before(async function () {
    this.timeout(UP_TIMEOUT_MS)
    await holder.begin()
  })
  healBeforeEach(holder)
  return holder
}

/** After everything else: this file's hooks belong to the whole run. */
after(async () => await shared?.end())

function healBeforeEach(holder: Holder): void {
  beforeEach(async function () {
    this.timeout(UP_TIMEOUT_MS)
    await heal(holder.net)
  })
}

/** Whatever the test before has left behind: all run, none is paused, all have joined. */
async function heal(net: Testnet): Promise<void> {
  for (const who of net.names) net.resume(who)
  const down = net.names.filter((who) => !net.alive(who))
  if (down.length > 0) await net.startAll(down)
  await net.waitJoined()
}

class Holder implements Swarm {
  readonly #options: Omit<TestnetOptions, 'dir'>
  #place: Place | undefined
  #net: Testnet | undefined

  constructor(options: Omit<TestnetOptions, 'dir'>) {
    this.#options = options
  }

  get net(): Testnet {
    if (this.#net === undefined) throw new Error('the testnet is there while tests run')
    return this.#net
  }

  get folder(): string {
    if (this.#place === undefined) throw new Error('the folder is there while tests run')
    return this.#place.folder
  }

  async begin(): Promise<void> {
    if (this.#net !== undefined) return
    this.#place = await makePlace()
    this.#net = await startTestnet({ ...this.#options, dir: this.#place.dir })
  }

  async end(): Promise<void> {
    await this.#net?.down()
    await this.#place?.[Symbol.asyncDispose]()
    this.#net = this.#place = undefined
  }
}
