import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { formatDuration, formatSize } from '../../shared/config/for-people.ts'
import { HiroError } from '../../shared/errors.ts'
import { throwIfAborted } from '../../shared/work/signal.ts'
import type { Who } from '../layout.ts'
import { leash } from '../process/leash.ts'
import { startTestnet } from '../start.ts'
import type { Testnet } from '../testnet.ts'
import { differences, readTree, type TreeFile } from './files.ts'
import { makeSampleTree } from './sample-tree.ts'

export interface DemoOptions {
  /** Takes the story, line by line. */
  readonly tell: (line: string) => void
  readonly signal: AbortSignal
}

const VICTIM: Who = 'worker-3'
/** Which part of the files is in the swarm when the worker is killed. */
const KILL_AFTER = 1 / 3

type Tree = ReadonlyMap<string, TreeFile>

/** Shows what Hiro is for, on real processes, in a folder of its own that is removed at the end, whatever happens. Throws what went wrong. */
export async function runDemo({ tell, signal }: DemoOptions): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'hiro-demo-'))
  const story = new Story(tell)
  const dir = join(folder, 'swarm')
  await using _folder = { [Symbol.asyncDispose]: async () => await rm(folder, { recursive: true, force: true }) }
  using _leash = leash(dir, folder)
  tell('Hiro: a swarm of real processes on this machine takes a file tree, loses a worker, and gives the tree back.\n')

  await using testnet = await startTestnet({ dir, signal })
  story.step(`${testnet.names.length} processes run: a coordinator and ${testnet.workerNames.length} workers`)

  const source = join(folder, 'tree')
  await makeSampleTree(source, signal)
  const tree = await readTree(source)
  const files = [...tree.values()].filter(({ sha256 }) => sha256 !== undefined)
  const sizeBytes = files.reduce((sum, file) => sum + file.sizeBytes, 0)
  const what = `${files.length} files, ${formatSize(sizeBytes)}`
  story.step(`a tree is ready: ${what} (Hiro's own code, and ${formatSize(largest(files))} of random bytes)`)

  tell(`  hiro add tree --to /tree`)
  await addAndKill(testnet, source, files.length, story, signal)
  story.step(`added ${what}, sealed, each piece on ${testnet.manifest.copies} workers`, sizeBytes)

  const back = join(folder, 'back')
  tell(`  hiro get /tree back`)
  await hiro(testnet, ['get', '/tree', back], signal)
  story.step(`read back, while ${VICTIM} is still dead`, sizeBytes)

  compare(tree, await readTree(back))
  story.step(`SHA-256 of ${files.length} of ${files.length} files is the same; so are all modes and times`)
  await testnet.down()
  story.end('all processes are ended, all folders removed')
}

/** `hiro add`, with a worker killed in the middle. */
async function addAndKill(
  testnet: Testnet,
  source: string,
  files: number,
  story: Story,
  signal: AbortSignal,
): Promise<void> {
  const adding = testnet.startHiro(['add', source, '--to', '/tree', '--json'], { signal })
  adding.stdin.end()
  const killAt = Math.floor(files * KILL_AFTER)
  let done = 0
  // One line for each file, when it is in.
  for await (const _ of createInterface({ input: adding.stdout })) {
    if (++done !== killAt) continue
    await testnet.kill(VICTIM)
    story.note(`${VICTIM} is killed (SIGKILL) when ${done} files are in`)
  }
  const { code, stderr } = await adding.ended
  throwIfAborted(signal)
  if (code !== 0) throw new HiroError('internal', `hiro add failed with exit code ${code}: ${stderr.trim()}`)
  if (done !== files) throw new HiroError('internal', `hiro add told of ${done} files, not ${files}`)
}

async function hiro(testnet: Testnet, args: readonly string[], signal: AbortSignal): Promise<void> {
  const { code, stderr } = await testnet.hiro(args, { signal })
  if (code !== 0) throw new HiroError('internal', `hiro ${args[0]} failed with exit code ${code}: ${stderr.trim()}`)
}

function compare(tree: Tree, back: Tree): void {
  const wrong = differences(tree, back)
  if (wrong.length > 0) throw new HiroError('integrity', `the tree came back changed: ${wrong.slice(0, 5).join('; ')}`)
}

function largest(files: readonly TreeFile[]): number {
  return Math.max(...files.map(({ sizeBytes }) => sizeBytes))
}

/** Lines with the time that each step took, and its speed. */
class Story {
  readonly #tell: (line: string) => void
  readonly #beganMs = performance.now()
  #stepMs = this.#beganMs

  constructor(tell: (line: string) => void) {
    this.#tell = tell
  }

  note(text: string): void {
    this.#tell(`    ${text}`)
  }

  step(text: string, sizeBytes?: number): void {
    const ms = performance.now() - this.#stepMs
    const speed = sizeBytes === undefined ? '' : `, ${formatSize((sizeBytes / ms) * 1000)}/s`
    this.#tell(`✔ ${text}  (${formatDuration(ms)}${speed})`)
    this.#stepMs = performance.now()
  }

  end(text: string): void {
    this.#tell(`✔ ${text}\n\nDone in ${formatDuration(performance.now() - this.#beganMs)}.`)
  }
}
