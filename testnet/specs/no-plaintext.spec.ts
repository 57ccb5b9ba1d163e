import assert from 'node:assert/strict'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { mustRead, ok, put } from './commands-fixture.ts'
import { sharedSwarm } from './swarm-fixture.ts'

const CONTENT_MARKER = 'Kormoran-im-Nebel-47110815'
const NAME_MARKER = 'Geheimrat-Zwiebelfisch-93'

describe('what coordinator and workers have on their disks', function () {
  this.timeout(60_000)
  const swarm = sharedSwarm()

  it('shows no marker of the contents and none of the names, in no usual writing', async () => {
    const { net, folder } = swarm
    // Small and large, so that it lies in the index of pieces, in a file, at the end of one chunk and the beginning of the next.
    const large = Buffer.alloc(9 * 2 ** 20, `${CONTENT_MARKER} `)
    const [first, second] = [`/${NAME_MARKER}`, `/moved-${NAME_MARKER}`]
    await ok(net, ['mkdir', first])
    await put(net, `${first}/${NAME_MARKER}.txt`, CONTENT_MARKER)
    await put(net, `${first}/large-${NAME_MARKER}`, large)
    await ok(net, ['mv', first, second])
    await mkdir(join(folder, 'tree', NAME_MARKER), { recursive: true })
    await writeFile(join(folder, 'tree', NAME_MARKER, NAME_MARKER), CONTENT_MARKER)
    await ok(net, ['add', join(folder, 'tree'), '--to', `/tree-${NAME_MARKER}`])
    await mustRead(net, `${second}/large-${NAME_MARKER}`, large)

    const found: string[] = []
    let searchedBytes = 0
    for (const who of net.names) {
      for await (const [path, bytes] of filesBelow(join(net.folder, who))) {
        searchedBytes += bytes.byteLength
        for (const marker of [CONTENT_MARKER, NAME_MARKER]) {
          for (const way of waysFoundIn(bytes, marker)) found.push(`${marker} as ${way} in ${path}`)
        }
      }
    }
    assert.deepEqual(found, [])
    assert(searchedBytes > 3 * large.byteLength, `only ${searchedBytes} bytes were there to search`)
    for (const path of [second, `/tree-${NAME_MARKER}`]) await ok(net, ['rm', '-r', path])
  })

  it('would show one: each way of writing is found where it is', () => {
    for (const [way, bytes] of writingsOf(NAME_MARKER)) {
      const file = Buffer.concat([Buffer.from('before'), bytes, Buffer.from('after')])
      assert(waysFoundIn(file, NAME_MARKER).includes(way), way)
    }
    for (const shift of ['', 'x', 'xy']) {
      const text = Buffer.from(`${shift}${NAME_MARKER} and so on`).toString('base64')
      assert.notDeepEqual(waysFoundIn(Buffer.from(text), NAME_MARKER), [])
    }
  })
})

async function* filesBelow(folder: string): AsyncGenerator<[path: string, bytes: Buffer]> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    // Names of files count as well as what is in them.
    yield [path, Buffer.concat([Buffer.from(`${path}\n`), await readFile(path)])]
  }
}

function waysFoundIn(bytes: Buffer, marker: string): string[] {
  return writingsOf(marker).flatMap(([way, writing]) => (bytes.includes(writing) ? [way] : []))
}

function writingsOf(marker: string): [way: string, bytes: Buffer][] {
  const raw = Buffer.from(marker)
  const wide = Buffer.from(marker, 'utf16le')
  return [
    ['it is', raw],
    ['lower case', Buffer.from(marker.toLowerCase())],
    ['UTF-16LE', wide],
    ['UTF-16BE', Buffer.from(wide).swap16()],
    ['hex', Buffer.from(raw.toString('hex'))],
    ['HEX', Buffer.from(raw.toString('hex').toUpperCase())],
    ['backwards', Buffer.from(raw.toReversed())],
    // Three bytes are four letters, so the letters depend on where among them it begins; those at the ends on what stands around it.
    ...[0, 1, 2].flatMap((shift): [string, Buffer][] => {
      const inside = raw.subarray((3 - shift) % 3)
      const whole = inside.subarray(0, inside.byteLength - (inside.byteLength % 3))
      return [
        [`base64, shifted by ${shift}`, Buffer.from(whole.toString('base64'))],
        [`base64url, shifted by ${shift}`, Buffer.from(whole.toString('base64url'))],
      ]
    }),
  ]
}
