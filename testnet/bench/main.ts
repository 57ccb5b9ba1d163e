import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { HiroError, hasCode } from '../../shared/errors.ts'
import { interruptSignal } from '../cli/options.ts'
import { packageRoot } from '../process/entry.ts'
import { FILE_MEASURES, measureContenders, OWN, PEERS } from './bench.ts'
import type { BenchContext } from './context.ts'
import { COPIES, WORKERS } from './hiro.ts'
import { measureMetadata } from './measures/metadata.ts'
import { whyNoMount } from './measures/mount.ts'
import { measureSteps } from './measures/steps.ts'
import { HELP, type Options, readOptions } from './options.ts'
import { whyNoPeers } from './peers/packages.ts'
import { writeIntoReadme } from './readme.ts'
import { REPORT_FORMAT, type Report, type Skipped } from './report.ts'
import { makeSamples } from './samples.ts'
import { tableOf } from './table.ts'
import { whyNotCold } from './tools/cold.ts'
import { thisMachine } from './tools/machine.ts'
import { Scope } from './tools/scope.ts'

const EXIT_USAGE = 2
const EXIT_INTERRUPTED = 130

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  if (options.help) return void process.stdout.write(HELP)
  const report = options.from === undefined ? await measureAll(options) : await readReport(options.from)
  const json = `${JSON.stringify(report, undefined, 2)}\n`
  if (options.output !== undefined) await writeFile(options.output, json)
  const table = tableOf(report)
  if (options.readme) await writeIntoReadme(table)
  process.stdout.write(options.json ? json : `${table}\n`)
}

async function measureAll(options: Options): Promise<Report> {
  const signal = interruptSignal()
  const scope = new Scope()
  const folder = await mkdtemp(join(options.dir ?? tmpdir(), 'hiro-bench-'))
  const { runs, sizeBytes, files, metadataFiles, mountSizeBytes, mountSeconds } = options
  const sizes = { runs, sizeBytes, files, metadataFiles, mountSizeBytes, mountSeconds }
  const context = { ...sizes, folder, scope, signal, tell }
  try {
    process.env['HIRO_LAUNCHER'] ??= await builtLauncher()
    return await measureParts(context, options)
  } finally {
    // What a command that was interrupted had started itself.
    for (const { pid } of scope.processes()) process.kill(pid, 'SIGKILL')
    await rm(folder, { recursive: true, force: true })
  }
}

/** What is measured is what people install: the bundle. Beside the packages, where the launcher finds the Node.js that it is to run on. */
async function builtLauncher(): Promise<string> {
  const folder = join(packageRoot, 'node_modules/.cache/hiro-bench')
  await rm(folder, { recursive: true, force: true })
  await promisify(execFile)(process.execPath, [join(packageRoot, 'tools/build/main.ts'), '--runnable', folder])
  return join(folder, 'bin', 'hiro')
}

async function measureParts(context: BenchContext, { only, peers }: Options): Promise<Report> {
  const skipped = skippedOf(only, peers)
  for (const { what, why } of skipped) tell(`${what}: skipped: ${why}`)
  const { runs, sizeBytes, files, metadataFiles, mountSizeBytes, mountSeconds } = context
  const starts = peers && whyNoPeers() === undefined ? [...OWN, ...PEERS] : OWN
  const fileMeasures = FILE_MEASURES.filter((name) => only.includes(name))
  const steps = only.includes('steps') ? await measureSteps(context) : []
  const samples = await makeSamples(context.folder, sizeBytes, files)
  const lines = fileMeasures.length > 0 ? await measureContenders(context, samples, starts, fileMeasures) : []
  const metadata = []
  if (only.includes('metadata')) for (const count of metadataFiles) metadata.push(await measureMetadata(context, count))
  return {
    format: REPORT_FORMAT,
    machine: thisMachine(),
    options: { runs, sizeBytes, files, metadataFiles, mountSizeBytes, mountSeconds, workers: WORKERS, copies: COPIES },
    lines,
    metadata: metadata.flatMap(({ lines }) => lines),
    metadataStarts: metadata.map(({ start }) => start),
    steps,
    skipped,
  }
}

function skippedOf(only: Options['only'], peers: boolean): Skipped[] {
  const [noCold, noMount, noPeers] = [whyNotCold(), whyNoMount(), whyNoPeers()]
  return [
    ...(noCold === undefined ? [] : [{ what: 'cold caches', why: noCold }]),
    ...(only.includes('mount') && noMount !== undefined ? [{ what: 'mount', why: noMount }] : []),
    ...(peers && noPeers !== undefined ? [{ what: 'MooseFS and GlusterFS', why: noPeers }] : []),
    ...(peers ? [] : [{ what: 'MooseFS and GlusterFS', why: 'not asked for: --peers' }]),
  ]
}

async function readReport(path: string): Promise<Report> {
  const report = JSON.parse(await readFile(path, 'utf8')) as Report
  const format: number = report.format
  if (format === REPORT_FORMAT) return report
  throw new HiroError('version-unknown', `${path} has format ${format}; this benchmark knows another`)
}

function tell(line: string): void {
  process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`)
}

try {
  await main()
} catch (error) {
  process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = hasCode(error, 'aborted') ? EXIT_INTERRUPTED : hasCode(error, 'usage') ? EXIT_USAGE : 1
}
