import { formatSize } from '../../../shared/config/for-people.ts'
import { hasCode, toHiroError } from '../../../shared/errors.ts'
import { mapOrdered } from '../../../shared/work/ordered-window.ts'
import type { AddResult, Fence } from '../../index.ts'
import { AdvisedError } from '../advice.ts'
import type { Cli, CommonOptions, Swarm } from '../cli.ts'
import { heldLock } from '../held-lock.ts'
import { addJson } from '../interface.ts'
import { counted } from '../terminal/for-people.ts'
import type { Meter } from '../terminal/progress-meter.ts'
import { addLink } from './add-link.ts'
import { type Added, addPacked } from './add-packed.ts'
import { type LocalSource, openLocal } from './local-source.ts'
import { type Load, loadsOf } from './packing.ts'
import { FILES_AT_ONCE, Transfers } from './transfers.ts'
import { type LocalEntry, type LocalLink, type Survey, surveyLocal, walkLocal } from './walk-local.ts'

export interface AddCommandOptions extends CommonOptions {
  readonly to?: string
  readonly replace?: boolean
}

export interface LocalTree {
  readonly local: string
  /** In the swarm. */
  readonly path: string
  /** Its mode and time. */
  readonly root: Pick<LocalSource, 'mode' | 'mtimeMs'>
}

interface Tree extends LocalTree {
  readonly cli: Cli
  readonly swarm: Swarm
  readonly options: AddCommandOptions
  readonly transfers: Transfers
  readonly meter: Meter
  readonly sum: Sum
  /** Each file is added under it. */
  readonly lock: { readonly fence: Fence } | undefined
}

/** What has been added so far. */
interface Sum {
  files: number
  bytes: number
  /** The fewest that a piece of any file has. */
  copies: number
  degraded: number
  vanished: number
}

const MODE_BITS = 0o7777

/**
 * Takes a folder to the swarm: each folder before what it holds, several files at once. Each file is there whole or not at all; a failure leaves those that are
 * there already, so that a large tree need not begin anew.
 */
export async function addTree(cli: Cli, local: LocalTree, options: AddCommandOptions): Promise<void> {
  const { terminal, signal } = cli
  const survey = await surveyLocal(local.local, local.path, { except: cli.home(options).path, signal })
  warnOfLeftOut(cli, survey)
  const swarm = await cli.open(options)
  const meter = terminal.meter('adding')
  meter.expect(survey.bytes)
  const sum = { files: 0, bytes: 0, copies: Number.POSITIVE_INFINITY, degraded: 0, vanished: 0 }
  const tree = { ...local, cli, swarm, options, transfers: new Transfers(), meter, sum, lock: heldLock(cli.env) }
  try {
    await makeFolder(tree, local.path, local.root)
    await addFiles(tree).catch((error: unknown) => {
      throw inTheMiddle(tree, survey, error)
    })
  } finally {
    meter.end()
  }
  warnOfTrouble(tree)
  if (!options.json) terminal.report(sumText(tree, survey))
}

async function addFiles(tree: Tree): Promise<void> {
  const { cli, options, sum, lock } = tree
  const add = async (load: Load, signal: AbortSignal) => await addLoad(tree, load, signal)
  // A pack takes no file's place, and is under no lock: with either each travels by itself.
  const loads = options.replace || lock ? singly(filesOf(tree)) : loadsOf(filesOf(tree))
  for await (const { results, failure } of mapOrdered(loads, FILES_AT_ONCE, add, cli.signal)) {
    for (const result of results) {
      if (result === undefined) sum.vanished++
      else note(sum, result)
      if (result !== undefined && options.json) cli.terminal.report(JSON.stringify(addJson(result)))
    }
    if (failure) throw failure
  }
}

async function* singly(files: AsyncIterable<LocalEntry>): AsyncGenerator<Load> {
  for await (const file of files) yield [file]
}

async function addLoad(tree: Tree, load: Load, signal: AbortSignal): Promise<Added> {
  const [first] = load
  if (first === undefined) return { results: [] }
  if (load.length === 1) return { results: [await addFile(tree, first, signal)] }
  const packing = { ...tree, addFile: async (file: LocalEntry) => await addFile(tree, file, signal) }
  const bytes = load.reduce((sum, { stats }) => sum + stats.size, 0)
  return await tree.transfers.run(2 * bytes, async () => await addPacked(packing, load, signal), signal)
}

/** The files of the tree; folders and links are made as they come. */
async function* filesOf(tree: Tree): AsyncGenerator<LocalEntry> {
  const { cli, local, path, options } = tree
  for await (const entry of walkLocal(local, path, { except: cli.home(options).path, signal: cli.signal })) {
    if (entry.kind === 'link') await makeLink(tree, entry)
    else if (entry.kind === 'file') yield entry
    else await makeFolder(tree, entry.path, entry.stats)
  }
}

/** `undefined`: it vanished before it could be read. */
async function addFile(
  tree: Tree,
  { local, path, stats }: LocalEntry,
  signal: AbortSignal,
): Promise<AddResult | undefined> {
  const { swarm, options, transfers, meter, lock } = tree
  return await transfers.run(
    stats.size,
    async () => {
      const source = await openIfThere(local)
      if (source === undefined) return undefined
      try {
        const { sizeBytes, mode, mtimeMs } = source
        const { replace } = options
        const onProgress = meter.transfer()
        return await swarm.add(path, source.bytes(), { sizeBytes, mode, mtimeMs, replace, lock, signal, onProgress })
      } finally {
        await source.close()
      }
    },
    signal,
  )
}

async function openIfThere(local: string): Promise<LocalSource | undefined> {
  try {
    const source = await openLocal(local, { followLink: false })
    if (source.sizeBytes !== undefined) return source
    await source.close() // something else is in its place by now
  } catch (error) {
    if (!hasCode(error, 'not-found')) throw error
  }
  return undefined
}

async function makeLink({ cli, swarm, options }: Tree, { path, target, stats }: LocalLink): Promise<void> {
  const link = { path, target, mtimeMs: stats.mtimeMs }
  await addLink({ swarm, random: cli.random }, link, { replace: options.replace, signal: cli.signal })
}

/** With `--replace`, one that is there is kept, with what it holds. */
async function makeFolder(
  { swarm, options, cli }: Tree,
  path: string,
  { mode, mtimeMs }: { mode: number; mtimeMs: number },
): Promise<void> {
  const { signal } = cli
  try {
    await swarm.mkdir(path, { mode: mode & MODE_BITS, mtimeMs, signal })
  } catch (error) {
    if (!options.replace || !hasCode(error, 'exists')) throw error
    if ((await swarm.stat(path, { signal })).kind !== 'folder') throw error
  }
}

function note(sum: Sum, { sizeBytes, pieces, copies, degraded }: AddResult): void {
  sum.files++
  sum.bytes += sizeBytes
  if (pieces > 0) sum.copies = Math.min(sum.copies, copies)
  if (degraded) sum.degraded++
}

function inTheMiddle({ path, sum, local }: Tree, { files }: Survey, thrown: unknown): AdvisedError {
  const error = toHiroError(thrown)
  const message = `${error.message} (${sum.files} of ${counted(files, 'file')} are in ${path})`
  const advice = `hiro add --replace ${local} --to ${path} adds it again, hiro rm -r ${path} removes what is there`
  return new AdvisedError(error.code, message, advice, { cause: error })
}

function warnOfLeftOut({ terminal }: Cli, { leftOut }: Survey): void {
  for (const [what, { count, first }] of leftOut) {
    const others = count === 1 ? '' : ` and ${count - 1} more`
    terminal.warn(
      `left out ${counted(count, what, what === 'swarm of its own' ? what : `${what}s`)}: ${first}${others}`,
    )
  }
}

function warnOfTrouble({ cli, sum }: Tree): void {
  const { terminal } = cli
  if (sum.vanished > 0) terminal.warn(`left out ${counted(sum.vanished, 'file')} that vanished before being read`)
  if (sum.degraded === 0) return
  const few = `only ${counted(sum.copies, 'copy', 'copies')}`
  terminal.warn(
    `${counted(sum.degraded, 'file')} with fewer copies than asked for, at worst ${few}: no further worker could be reached (who is down: hiro status)`,
  )
}

function sumText({ cli, path, sum }: Tree, { folders, links }: Survey): string {
  const files = links === 0 ? counted(sum.files, 'file') : `${counted(sum.files, 'file')} and ${counted(links, 'link')}`
  const copies = sum.bytes === 0 ? '' : `, ${counted(sum.copies, 'copy', 'copies')}`
  const what = `${files} in ${counted(folders + 1, 'folder')}, ${formatSize(sum.bytes)}${copies}`
  return `${cli.terminal.name(path)}: ${what}`
}
