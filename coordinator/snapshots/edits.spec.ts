import assert from 'node:assert/strict'
import { cidToBytes } from '../../shared/cid.ts'
import { newId, ROOT_ID } from '../../shared/ids.ts'
import { amend } from '../edits/amend.ts'
import { openEdit } from '../edits/open-edit.ts'
import { readInode } from '../namespace/tree.ts'
import { setAttributes } from '../operations/set-attributes.ts'
import { CLIENT, tagOf } from '../operations/test-swarm.ts'
import { SnapshotsBench, TRASH_MS } from './snapshots-fixture.ts'

describe('an edit of which a snapshot sees a step', () => {
  let bench: SnapshotsBench
  let file: string
  let edit: number
  let next: number
  let first: string

  beforeEach(async () => {
    bench = new SnapshotsBench()
    await bench.start()
    const added = await bench.file('a')
    file = added.file
    edit = await open(added.version)
    first = await put('one')
    next = await step(edit, first)
  })

  const open = async (base: number): Promise<number> => {
    const wanted = { upload: newId(bench.swarm.random), file, base, chunks: 0, pieceBytesMax: 1000 }
    return (await openEdit(bench.swarm.context, CLIENT, wanted)).version
  }

  async function put(text: string): Promise<string> {
    const { cid } = bench.swarm.piece(text)
    await bench.swarm.receipt(cid, edit, ...bench.workers)
    return cid
  }

  /** Writes over the one group of the file; the result is the version of the next step. */
  async function step(version: number, cid: string): Promise<number> {
    const wanted = {
      edit,
      version,
      added: [{ cid, sizeBytes: 1000 }],
      degraded: false,
      groups: [{ group: 0, sealed: new Uint8Array([9]), pieces: [cidToBytes(cid)] }],
      dropped: [],
      sealedHead: new Uint8Array([5]),
      sealedAttributes: undefined,
      last: false,
      loose: false,
      vouchers: [],
    }
    return (await bench.swarm.clock.drive(amend(bench.swarm.context, CLIENT, wanted))).next
  }

  it('writes over nothing of it: the next step is refused, and an edit that begins anew leaves it as it is', async () => {
    const at = await bench.take('s')
    await assert.rejects(step(next, await put('two')), { code: 'changed', message: /snapshot/ })
    const seen = edit
    edit = await open(seen)
    await step(edit, await put('three'))
    await bench.collect(TRASH_MS)
    assert.equal((await bench.at(at, 'a'))?.inode.version, seen)
    assert.deepEqual(await bench.read(file, seen), [first])
  })

  it('also where only its attributes are others since', async () => {
    await bench.take('s')
    const inode = (await readInode(bench.swarm.context.store, file)) ?? assert.fail('the file is gone')
    const place = { parent: ROOT_ID, tag: tagOf('a'), id: file, seen: inode.revision }
    await setAttributes(bench.swarm.context, { ...place, sealedAttributes: new Uint8Array([8]) })
    await assert.rejects(step(next, await put('two')), { code: 'changed', message: /snapshot/ })
    assert.deepEqual(await bench.read(file, edit), [first])
  })

  it('goes on undisturbed where the snapshot is of another folder', async () => {
    await bench.take('s', await bench.folder('other'))
    await step(next, await put('two'))
    assert.deepEqual(await bench.swarm.keysUnder('past/'), [])
  })
})
