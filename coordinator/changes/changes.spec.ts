import assert from 'node:assert/strict'
import { newId, ROOT_ID, toHex } from '../../shared/ids.ts'
import {
  CHANGES_BYTES_MAX,
  CHANGES_PER_CALL_MAX,
  CHANGES_WAIT_MS_MAX,
  CHANGES_WAITS_PER_CLIENT_MAX,
} from '../../shared/limits.ts'
import { forgetOldLog, LOG_KEEP_MS } from '../collector/old-log.ts'
import { logChange } from '../namespace/log.ts'
import { lookup } from '../operations/list.ts'
import { makeFile } from '../operations/make-file.ts'
import { makeFolder } from '../operations/make-folder.ts'
import { move } from '../operations/move.ts'
import { remove } from '../operations/remove.ts'
import { setAttributes } from '../operations/set-attributes.ts'
import { CLIENT, TestSwarm, tagOf } from '../operations/test-swarm.ts'
import { changes, type WantedChanges } from './changes.ts'
import type { LoggedChange, PageOfLog } from './read-log.ts'

const code = (code: string) => ({ code })
const named = (name: string) => Buffer.from(`sealed ${name}`)

describe('changes of the tree', () => {
  let swarm: TestSwarm

  beforeEach(() => {
    swarm = new TestSwarm()
  })

  async function ask(wanted: Partial<WantedChanges> = {}, client = CLIENT, signal?: AbortSignal): Promise<PageOfLog> {
    const { signal: never } = new AbortController()
    return await changes(swarm.context, client, { after: 0, waitMs: 0, ...wanted }, signal ?? never)
  }
  const here = async (): Promise<number> => (await ask()).revision
  async function folder(name: string, parent = ROOT_ID): Promise<string> {
    const id = newId(swarm.random)
    const wanted = { parent, tag: tagOf(name), id, sealedName: named(name), sealedAttributes: named('attributes') }
    await makeFolder(swarm.context, wanted)
    return id
  }
  const told = (found: readonly LoggedChange[]) =>
    found.map(({ change, id, parent, sealedName, fresh }) => {
      return `${fresh ? 'fresh ' : ''}${change} ${toHex(id)} ${toHex(parent)} ${Buffer.from(sealedName)}`
    })

  it('each has the id, the folder and the sealed name; a move both of both; and all there is to tell is told once', async () => {
    const start = await here()
    const a = await folder('a')
    const file = newId(swarm.random)
    const place = { parent: a, tag: tagOf('f'), id: file }
    const made = { ...place, sealedName: named('f'), sealedAttributes: named('attributes') }
    const { revision: seen } = await makeFile(swarm.context, CLIENT, made)
    await setAttributes(swarm.context, { ...place, sealedAttributes: named('others'), seen })
    const to = { newParent: ROOT_ID, newTag: tagOf('g'), sealedName: named('g') }
    await move(swarm.context, { ...place, ...to })
    await remove(swarm.context, { parent: ROOT_ID, tag: tagOf('g'), id: file, recursive: false })
    const { changes: found, revision, more, lost } = await ask({ after: start })
    assert.deepEqual(told(found), [
      `fresh make-folder ${a} ${ROOT_ID} sealed a`,
      `fresh make-file ${file} ${a} sealed f`,
      `attributes ${file} ${a} sealed f`,
      `move ${file} ${ROOT_ID} sealed g`,
      `remove ${file} ${ROOT_ID} sealed g`,
    ])
    const [, , , moved] = found
    assert.equal(
      `${toHex(moved?.fromParent ?? named(''))} ${Buffer.from(moved?.fromSealedName ?? '')}`,
      `${a} sealed f`,
    )
    assert.deepEqual([more, lost, revision], [false, false, found.at(-1)?.revision])
    assert.deepEqual((await ask({ after: revision })).changes, [])
  })

  it('new content says whether the file came with it', async () => {
    const workers = await swarm.joinWorkers(3)
    const start = await here()
    const { file } = await swarm.addFile('f', workers)
    await swarm.addFile('f', workers, { file, replace: true })
    const { changes: found } = await ask({ after: start })
    assert.deepEqual(
      found.map(({ change, fresh }) => [change, fresh]),
      [
        ['publish', true],
        ['publish', false],
      ],
    )
  })

  it('a call waits until there is one, and is woken by it; the store is not looked at meanwhile', async () => {
    const after = await here()
    let looks = 0
    const { store } = swarm.context
    const transact = store.transact.bind(store)
    store.transact = async (body) => {
      looks++
      return await transact(body)
    }
    let answered = false
    const waiting = ask({ after, waitMs: 60_000 }).finally(() => {
      answered = true
    })
    await swarm.clock.advance(CHANGES_WAIT_MS_MAX - 1)
    assert.equal(looks, 1)
    const id = await folder('a')
    await swarm.clock.advance(0)
    assert(answered, 'the commit woke nobody')
    const { changes: found } = await waiting
    assert.deepEqual(told(found), [`fresh make-folder ${id} ${ROOT_ID} sealed a`])
    assert.equal(swarm.context.changes.size, 0)
  })

  it('with nothing to tell it is answered in time, with how far the tree is, and what comes between two calls is not missed', async () => {
    const waiting = ask({ after: await here(), waitMs: 60_000 })
    await swarm.clock.advance(CHANGES_WAIT_MS_MAX)
    const { changes: none, revision } = await waiting
    assert.deepEqual(none, [])
    await folder('between')
    assert.equal((await ask({ after: revision, waitMs: 60_000 })).changes.length, 1)
  })

  it('one whose peer is gone waits no longer, and each peer has so many places', async () => {
    const after = await here()
    const gone = new AbortController()
    const waiting = Array.from({ length: CHANGES_WAITS_PER_CLIENT_MAX }, async () => {
      return await ask({ after, waitMs: 1e6 }, CLIENT, gone.signal)
    })
    await swarm.clock.advance(0)
    assert.equal(swarm.context.changes.size, CHANGES_WAITS_PER_CLIENT_MAX)
    await assert.rejects(ask({ after, waitMs: 1e6 }), code('busy'))
    const other = ask({ after, waitMs: 1e6 }, 'another client')
    gone.abort()
    await Promise.all(waiting)
    await swarm.clock.advance(0)
    assert.equal(swarm.context.changes.size, 1)
    await folder('a')
    assert.equal((await other).changes.length, 1)
  })

  it('come in pages that fit an answer, and never in the midst of a revision', async () => {
    const start = await here()
    const atMs = swarm.clock.now()
    const lines = 7
    const sealedName = new Uint8Array(4000)
    const revisions: number[] = []
    for (let at = 0; at < CHANGES_PER_CALL_MAX / lines + 5; at++) {
      const { revision } = await swarm.context.store.transact(async (tx) => {
        const change = { change: 'publish', id: newId(swarm.random), parent: ROOT_ID, folder: false, atMs } as const
        for (let line = 0; line < lines; line++) logChange(tx, { ...change, sealedName }, line)
      })
      revisions.push(revision)
    }
    const found: number[] = []
    let pages = 0
    for (let page = await ask({ after: start }); ; page = await ask({ after: page.revision })) {
      pages++
      assert(page.changes.reduce((sum, { sealedName }) => sum + sealedName.byteLength, 0) <= CHANGES_BYTES_MAX)
      assert.equal(page.changes.length % lines, 0)
      found.push(...page.changes.map(({ revision }) => revision))
      if (!page.more) break
    }
    assert(pages > 2)
    assert.deepEqual(
      found,
      revisions.flatMap((revision) => Array.from({ length: lines }, () => revision)),
    )
  })

  it('a coordinator that is started again goes on where it was; one of another epoch, or that knows less, says that it cannot', async () => {
    const after = await here()
    await folder('a')
    const { store } = swarm.context
    const { clock } = swarm
    swarm = new TestSwarm({ store, clock })
    assert.equal((await ask({ after })).changes.length, 1)
    assert.deepEqual(await outlook(after + 1_000), { changes: 0, lost: true })
    swarm = new TestSwarm({ epoch: 2 })
    assert.deepEqual(await outlook(after), { changes: 0, lost: true })
    const { revision } = await ask({ after, waitMs: 60_000 })
    assert.deepEqual(await outlook(revision), { changes: 0, lost: false })
  })

  it('what is a day old cannot be told any more, and that is said; what is younger can', async () => {
    const start = await here()
    for (let at = 0; at < 120; at++) await folder(`old ${at}`)
    const middle = await here()
    await swarm.clock.advance(LOG_KEEP_MS - 1_000)
    await folder('young')
    await forgetOldLog(swarm.context, new AbortController().signal)
    assert.equal((await ask({ after: start })).lost, false)
    await swarm.clock.advance(1_000)
    await forgetOldLog(swarm.context, new AbortController().signal)
    assert.deepEqual(await outlook(start), { changes: 0, lost: true })
    assert.deepEqual(await outlook(middle), { changes: 1, lost: false })
    assert.equal((await swarm.keysUnder('log/')).length, 1)
    assert.notEqual(await lookup(swarm.context, ROOT_ID, tagOf('old 0')), undefined)
  })

  async function outlook(after: number): Promise<{ changes: number; lost: boolean }> {
    const page = await ask({ after })
    return { changes: page.changes.length, lost: page.lost }
  }
})
