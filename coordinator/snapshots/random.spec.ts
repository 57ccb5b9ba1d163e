import assert from 'node:assert/strict'
import { hasCode } from '../../shared/errors.ts'
import { ROOT_ID, toHex } from '../../shared/ids.ts'
import { pick } from '../../shared/random/choose.ts'
import { SeededRandom } from '../../shared/random/seeded-random.ts'
import { keys } from '../metadata/keys.ts'
import type { InodeRecord } from '../metadata/records.js'
import { list } from '../operations/list.ts'
import { setAttributes } from '../operations/set-attributes.ts'
import { tagOf } from '../operations/test-swarm.ts'
import { listTrash } from '../trash/list-trash.ts'
import { SnapshotsBench, TRASH_MS } from './snapshots-fixture.ts'

interface Node {
  readonly id: string
  readonly inode: InodeRecord
}

const NAMES = ['a', 'b', 'c']
const STEPS = 120
const SEEDS = [1, 2, 3]

/** Random changes of a small tree, with snapshots: each has to show what the tree was when it was taken, to the byte, until it is dropped. */
class Story {
  readonly bench = new SnapshotsBench()
  readonly random: SeededRandom
  /** Names by tag: a story draws few. */
  readonly names = new Map<string, string>()
  readonly taken: { name: string; folder: string; at: number; tree: Node[] }[] = []
  #count = 0

  constructor(seed: number) {
    this.random = new SeededRandom(`snapshots ${seed}`)
  }

  /** All below a folder, its own inode left out. */
  async walk(folder: string, children: (folder: string) => Promise<Node[]>): Promise<Node[]> {
    const all: Node[] = []
    for (const node of await children(folder)) {
      all.push(node)
      if (node.inode.folder) all.push(...(await this.walk(node.id, children)))
    }
    return all
  }

  readonly now = async (folder: string): Promise<Node[]> =>
    (await list(this.bench.swarm.context, folder, { after: undefined, limit: 0 })).entries

  async step(): Promise<void> {
    const tree = await this.walk(ROOT_ID, this.now)
    const folders = [ROOT_ID, ...tree.filter(({ inode }) => inode.folder).map(({ id }) => id)]
    const node = tree.length > 0 ? pick(this.random, tree) : undefined
    const parent = pick(this.random, folders)
    const name = pick(this.random, NAMES)
    const nameOf = ({ inode }: Node): string => this.names.get(toHex(inode.tag)) ?? assert.fail('a name')
    const placeOf = (one: Node) => ({ name: nameOf(one), parent: toHex(one.inode.parent) })
    const works: (() => Promise<unknown>)[] = [
      async () => await this.bench.file(name, parent),
      async () => await this.bench.folder(name, parent),
      async () => node && !node.inode.folder && (await this.bench.replace(nameOf(node), node.id, placeOf(node).parent)),
      async () =>
        node && (await this.bench.remove(nameOf(node), node.id, placeOf(node).parent, this.random.below(2) === 0)),
      async () => node && (await this.bench.move(node.id, placeOf(node), { name, parent })),
      async () => node && (await this.attributes(node)),
      async () => await this.restoreOne(name, parent),
      async () => await this.bench.collect(pick(this.random, [60_000, TRASH_MS])),
      async () => await this.take(parent),
      async () => await this.take(ROOT_ID),
      async () => await this.dropOne(),
    ]
    await pick(this.random, works)().catch((error: unknown) => {
      if (!hasCode(error, 'exists', 'is-a-folder', 'under-itself', 'not-found', 'changed')) throw error
    })
  }

  async attributes({ id, inode }: Node): Promise<void> {
    const place = { parent: toHex(inode.parent), tag: toHex(inode.tag), id, seen: inode.revision }
    await setAttributes(this.bench.swarm.context, { ...place, sealedAttributes: this.random.bytes(8) })
  }

  async restoreOne(name: string, parent: string): Promise<void> {
    const { items } = await listTrash(this.bench.swarm.context, '')
    if (items.length === 0) return
    const { id, version } = pick(this.random, items)
    await this.bench.restore(name, id, version, parent)
  }

  async take(folder: string): Promise<void> {
    const name = `s${this.#count++}`
    const tree = await this.walk(folder, this.now)
    this.taken.push({ name, folder, at: await this.bench.take(name, folder), tree })
  }

  async dropOne(): Promise<void> {
    if (this.taken.length === 0) return
    const [one] = this.taken.splice(this.random.below(this.taken.length), 1)
    if (one && (await this.isThere(one.at))) await this.bench.drop(one.name, one.folder)
  }

  /** It goes with its folder. */
  async isThere(at: number): Promise<boolean> {
    return (await this.bench.swarm.context.store.get(keys.taken(at))) !== undefined
  }

  async judge(): Promise<void> {
    for (const [index, { folder, at, tree }] of [...this.taken.entries()].toReversed()) {
      if (!(await this.isThere(at))) {
        this.taken.splice(index, 1)
        continue
      }
      const then = await this.walk(folder, async (one) => await this.bench.allAt(at, one))
      assert.deepEqual(then, tree)
      for (const { id, inode } of tree)
        if (!inode.folder) assert.equal((await this.bench.read(id, inode.version)).length, 1)
    }
  }

  async end(): Promise<void> {
    for (const { name, folder } of this.taken) await this.bench.drop(name, folder)
    for (const one of await this.now(ROOT_ID)) {
      await this.bench.remove(this.names.get(toHex(one.inode.tag)) ?? '', one.id, ROOT_ID, true)
    }
    await this.bench.collect(TRASH_MS)
    await this.bench.collect(TRASH_MS)
    await this.bench.nothingLeft()
  }
}

describe('snapshots of a tree in which anything happens', function () {
  this.timeout(30_000)

  for (const seed of SEEDS) {
    it(`show it as it was to the byte until they are dropped, and then nothing is left of it (seed ${seed})`, async () => {
      const story = new Story(seed)
      await story.bench.start()
      for (const name of NAMES) story.names.set(tagOf(name), name)
      for (let n = 0; n < STEPS; n++) {
        await story.step()
        if (n % 4 === 0) await story.judge()
      }
      await story.judge()
      await story.end()
    })
  }
})
