import assert from 'node:assert/strict'
import { appendFile, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { CHUNK_SIZE_BYTES } from '../../shared/limits.ts'
import type { Who } from '../layout.ts'
import { waitFor } from '../process/wait.ts'
import { randomBytes, sha256 } from './bytes-fixture.ts'
import { mustRead, ok, type PieceWhere, pieceFile, piecesOf, put } from './commands-fixture.ts'
import { sharedSwarm } from './swarm-fixture.ts'

describe('damage on the disks of workers', function () {
  this.timeout(180_000)
  const swarm = sharedSwarm()

  /** What can befall a piece on a disk; `other` is a piece of the same file and size. */
  const damages: readonly [name: string, damage: (path: string, other: Buffer) => Promise<void>][] = [
    [
      'flipped',
      async (path) => {
        const bytes = await readFile(path)
        const middle = bytes.byteLength >> 1
        bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle)
        await writeFile(path, bytes)
      },
    ],
    ['cut', async (path) => await truncate(path, 3 * 65_536)],
    ['lengthened', async (path) => await appendFile(path, 'more')],
    ['swapped', async (path, other) => await writeFile(path, other)],
    ['removed', async (path) => await rm(path)],
  ]
  const bytes = randomBytes('damage', CHUNK_SIZE_BYTES * damages.length)
  const path = '/damaged'
  let pieces: readonly PieceWhere[] = []

  async function addAfresh(): Promise<void> {
    await put(swarm.net, path, bytes, '--replace')
    pieces = await piecesOf(swarm.net, path)
    assert.equal(pieces.length, damages.length)
  }
  after(async () => await ok(swarm.net, ['rm', path]))

  /** The kind of damage that has the number of the piece, on these workers. */
  async function damage(at: number, workers: readonly Who[]): Promise<{ cid: string; worker: Who }[]> {
    const [{ cid }, other] = [pieceAt(at), pieceAt(0)]
    const swapped = await readFile(pieceFile(swarm.net, other.workers.at(-1) ?? 'worker-1', other.cid))
    for (const worker of workers) await damages[at]?.[1](pieceFile(swarm.net, worker, cid), swapped)
    return workers.map((worker) => ({ cid, worker }))
  }

  function pieceAt(at: number): PieceWhere {
    const piece = pieces[at]
    assert(piece)
    return piece
  }

  it('flipped, cut, lengthened, swapped, removed: the right bytes come from another copy, and the bad worker is named', async () => {
    await addAfresh()
    const bad: { cid: string; worker: Who }[] = []
    for (const [at, { workers }] of pieces.entries()) bad.push(...(await damage(at, workers.slice(0, 2))))
    const isBad = (cid: string | undefined, worker: string | undefined): boolean =>
      bad.some((one) => one.cid === cid && one.worker === worker)

    // It may happen to read the one good copy of every piece; hardly every time.
    let warnings = ''
    for (let tries = 0; warnings === '' && tries < 5; tries++) warnings = await mustRead(swarm.net, path, bytes)
    for (const line of warnings.trimEnd().split('\n')) {
      const [, worker, cid] = /^hiro: warning: (worker-\d) has a bad copy of piece (\w+)/.exec(line) ?? []
      assert(isBad(cid, worker), line)
    }

    const { stdout, code } = await swarm.net.hiro(['check', '--read', '--json', path])
    assert.equal(code, 6)
    const result = JSON.parse(stdout) as { copies: number; lost: number; bad: { cid: string; worker: Who }[] }
    // Some may have been replaced meanwhile.
    assert(result.copies >= 1 && result.lost === 0 && result.bad.length <= bad.length, stdout)
    assert(
      result.bad.every(({ cid, worker }) => isBad(cid, worker)),
      stdout,
    )
  })

  it('what was found bad is replaced from good copies, without a command', async () => {
    await waitFor(
      async () => {
        const { stdout, code } = await swarm.net.hiro(['check', '--read', '--json', path])
        return code === 0 && (JSON.parse(stdout) as { copies: number }).copies === 3
      },
      { otherwise: 'a copy is still bad', timeoutMs: 60_000 },
    )
    await mustRead(swarm.net, path, bytes)
  })

  it('every copy of a piece is so: integrity, and no wrong byte is given out', async () => {
    await addAfresh()
    // From the last piece on, so that each time another one is the first that is bad; but any may be the first that is noticed.
    for (const at of pieces.keys().toArray().toReversed()) {
      const [kind] = damages[at] ?? []
      await damage(at, pieceAt(at).workers)
      const { stdoutBytes, stderr, code } = await swarm.net.hiro(['cat', path])
      assert.equal(code, 6, `${kind}: ${stderr}`)
      assert(stdoutBytes.byteLength <= at * CHUNK_SIZE_BYTES, kind)
      assert.equal(sha256(stdoutBytes), sha256(bytes.subarray(0, stdoutBytes.byteLength)), kind)
      // Workers that have looked at their copies meanwhile say so to the coordinator, and are not asked any more.
      if (/^hiro: cat: no good copy of a piece is left/m.test(stderr)) continue
      const [, cid] = /^hiro: cat: every copy of a piece is bad \((\w+)/m.exec(stderr) ?? []
      const { workers } = pieces.slice(at).find((piece) => piece.cid === cid) ?? pieceAt(at)
      const named = workers.filter((worker) => stderr.includes(`warning: ${worker} has a bad copy of piece ${cid}`))
      assert(named.length > 0, `${kind}: ${stderr}`)
    }
  })
})
