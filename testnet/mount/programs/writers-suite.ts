import assert from 'node:assert/strict'
import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from '../run.ts'
import type { ProgramsSize } from './programs-size.ts'

const PROCESSES = 8
const SAVED_LINES = 4_000

/** $0: who; $1: how many. Each line is one write to a descriptor that appends. */
const WRITER = `
i=0
while [ $i -lt "$1" ]; do
  echo "$0 $i ${'filler '.repeat(20)}end" >> log
  echo "$0 $i" > "own-$0-$i"
  i=$((i+1))
done
`

/** What an editor does, so that no crash leaves half a file. */
async function save(folder: string, name: string, content: string): Promise<void> {
  const fresh = join(folder, `.${name}.tmp`)
  {
    await using file = await open(fresh, 'w')
    await file.writeFile(content)
    await file.sync()
  }
  await rename(fresh, join(folder, name))
  await using handle = await open(folder, 'r')
  await handle.sync()
}

/** Many lines that all say the same number, so that any mixture shows. */
const contentOf = (version: number): string => `version ${version}\n`.repeat(SAVED_LINES)

function versionOf(content: string): number {
  const version = Number(/^version (\d+)\n/.exec(content)?.[1])
  assert.equal(content, contentOf(version), 'a reader saw a part or a mixture of versions')
  return version
}

/** `other`: the same folder through another mount, where the readers are. */
export function savesSuite(folder: () => string, other: () => string, { saves }: Pick<ProgramsSize, 'saves'>): void {
  it(`a file saved ${saves} times by rename: a reader always finds a whole version, and never an older one again`, async () => {
    await mkdir(join(folder(), 'saved'))
    const [writeFolder, readFolder] = [join(folder(), 'saved'), join(other(), 'saved')]
    await save(writeFolder, 'document', contentOf(0))
    let [saved, reads, newest] = [0, 0, 0]
    const write = async (): Promise<void> => {
      while (saved < saves) {
        await save(writeFolder, 'document', contentOf(saved + 1))
        saved++
      }
    }
    const read = async (): Promise<void> => {
      while (saved < saves) {
        const savedBefore = saved
        const version = versionOf(await readFile(join(readFolder, 'document'), 'utf8'))
        assert(version >= newest && version >= savedBefore, `version ${version} after ${Math.max(newest, savedBefore)}`)
        newest = version
        reads++
      }
    }
    await Promise.all([write(), read()])
    assert(reads > 0)
    assert.equal(versionOf(await readFile(join(readFolder, 'document'), 'utf8')), saves)
    assert.deepEqual(await readdir(readFolder), ['document'])
  })
}

/** As `savesSuite`. */
export function writersSuite(folder: () => string, other: () => string, { lines }: Pick<ProgramsSize, 'lines'>): void {
  it(`${PROCESSES} processes in one folder: each own file is right, each line of the common log is whole`, async () => {
    const cwd = join(folder(), 'together')
    await mkdir(cwd)
    const who = Array.from({ length: PROCESSES }, (_, at) => `p${at}`)
    await Promise.all(
      who.map(async (name) => await run({ argv: ['/bin/sh', '-ec', WRITER, name, String(lines)], cwd })),
    )
    const log = (await readFile(join(other(), 'together/log'), 'utf8')).split('\n').slice(0, -1)
    const torn = log.filter((line) => !/^p\d \d+ (filler ){20}end$/.test(line))
    assert.deepEqual(torn.slice(0, 3), [])
    for (const name of who) {
      const own = log.filter((line) => line.startsWith(`${name} `)).map((line) => Number(line.split(' ')[1]))
      assert.deepEqual(
        own,
        Array.from({ length: lines }, (_, at) => at),
        `${name}: its lines in the log`,
      )
    }
    assert.equal((await readdir(join(other(), 'together'))).length, PROCESSES * lines + 1)
    for (const name of who) {
      for (let at = 0; at < lines; at++)
        assert.equal(await readFile(join(other(), `together/own-${name}-${at}`), 'utf8'), `${name} ${at}\n`)
    }
  })
}
