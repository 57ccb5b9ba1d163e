import { formatSize } from '../../shared/config/for-people.ts'
import { limitsOf } from './limits.ts'
import {
  type Line,
  MEASURES,
  type MeasureKind,
  type MeasureName,
  type MetadataLine,
  type Report,
  type SystemName,
} from './report.ts'
import type { Summary } from './tools/statistics.ts'

const NAMES: Readonly<Record<SystemName, string>> = {
  hiro: 'Hiro',
  local: 'local',
  moosefs: 'MooseFS',
  glusterfs: 'GlusterFS',
}
const SYSTEMS = Object.keys(NAMES) as SystemName[]

/** The report for people, as Markdown. Medians, with the range in parentheses; ratios are of medians. */
export function tableOf(report: Report): string {
  const parts = [
    machineOf(report),
    speedOf(report),
    costOf(report),
    memoryOf(report),
    metadataOf(report),
    stepsOf(report),
    limitsTable(report),
  ]
  const skipped = report.skipped.map(({ what, why }) => `Skipped: ${what}: ${why}.`)
  return [...parts, ...skipped].filter((part) => part !== '').join('\n\n')
}

function machineOf({ machine, options }: Report): string {
  const { cores, processor, memoryBytes, kernel, system, node, date } = machine
  const taken = `Taken on ${date.slice(0, 10)} on ${cores} cores (${processor}), ${formatSize(memoryBytes)}, Linux ${kernel}, ${system}, Node ${node}`
  const { runs, sizeBytes, files, mountSizeBytes, mountSeconds, workers, copies } = options
  const mount =
    mountSizeBytes === undefined ? '' : ` through a mount a file of ${formatSize(mountSizeBytes)}, ${mountSeconds} s;`
  return `${taken}. ${workers} workers, ${copies} copies, all on this machine; one file of ${formatSize(sizeBytes)}, a tree of ${files} files of 4 KiB;${mount} ${runs} runs: median (range).`
}

/** Hiro's speed by the other's: above 1 Hiro is faster. */
function speedOf(report: Report): string {
  return comparison(
    report,
    'speed',
    ({ says }) => says,
    ({ unit, value }) => `${rangeOf(value)} ${unit}`,
    (hiro, other) => {
      const ratio = hiro.value.median / other.value.median
      return MEASURES[hiro.measure].better === 'more' ? ratio : 1 / ratio
    },
  )
}

/** Hiro's CPU by the other's: above 1 Hiro takes more. */
function costOf(report: Report): string {
  return comparison(
    report,
    'CPU seconds, user and system, of all processes',
    ({ says, cpuOf }) => (cpuOf === undefined ? says : `${says}; for ${cpuOf}`),
    ({ cpuSeconds }) => rangeOf(cpuSeconds),
    (hiro, other) => {
      return hiro.cpuSeconds.median / other.cpuSeconds.median
    },
  )
}

function comparison(
  { lines }: Report,
  title: string,
  rowName: (kind: MeasureKind) => string,
  cell: (line: Line) => string,
  ratio: (hiro: Line, other: Line) => number,
): string {
  const systems = SYSTEMS.filter((system) => lines.some((line) => line.system === system))
  const others = systems.filter((system) => system !== 'hiro')
  const rows = (Object.keys(MEASURES) as MeasureName[]).flatMap((measure) => {
    const of = (system: SystemName): Line | undefined =>
      lines.find((line) => line.measure === measure && line.system === system)
    const hiro = of('hiro')
    if (hiro === undefined) return []
    const ratios = others.map((system) => {
      const other = of(system)
      return other ? digits(ratio(hiro, other)) : '–'
    })
    return [[rowName(MEASURES[measure]), ...systems.map((system) => optional(of(system), cell)), ...ratios]]
  })
  return table([title, ...systems.map((name) => NAMES[name]), ...others.map((name) => `Hiro ÷ ${NAMES[name]}`)], rows)
}

function memoryOf({ lines }: Report): string {
  const rows = SYSTEMS.flatMap((system) => {
    const own = lines.filter((line) => line.system === system)
    if (own.length === 0) return []
    const names = [...new Set(own.flatMap(({ peakBytes }) => Object.keys(peakBytes)))]
    const peaks = names.map((name) => ({ name, bytes: Math.max(...own.map(({ peakBytes }) => peakBytes[name] ?? 0)) }))
    const each = peaks.filter(({ bytes }) => bytes >= MIB * 8).toSorted((a, b) => b.bytes - a.bytes)
    const told = each.map(({ name, bytes }) => `${name} ${mib(bytes)}`).join(', ')
    return [[NAMES[system], mib(Math.max(...own.map(({ peakSumBytes }) => peakSumBytes))), told]]
  })
  return table(['most memory, MiB', 'at once', 'each process (the largest of a name)'], rows)
}

function metadataOf({ metadata, metadataStarts }: Report): string {
  const sizes = [...new Set(metadata.map(({ files }) => files))]
  const kinds = [...new Set(metadata.map(({ operation, inFlight }) => `${operation}, ${inFlight} at once`))]
  const of = (kind: string, size: number): MetadataLine | undefined =>
    metadata.find(({ operation, inFlight, files }) => files === size && `${operation}, ${inFlight} at once` === kind)
  const rows = kinds.map((kind) => [
    kind,
    ...sizes.map((size) => optional(of(kind, size), ({ perSecond }) => rangeOf(perSecond))),
    ...sizes.map((size) =>
      optional(
        of(kind, size),
        (line) => `${digits(line.coordinatorCpuMicroseconds.median)} + ${digits(line.clientCpuMicroseconds.median)}`,
      ),
    ),
  ])
  const heads = [
    'a second',
    ...sizes.map((size) => `${grouped(size)} files`),
    ...sizes.map(() => 'CPU µs each: coordinator + client'),
  ]
  const starts = metadataStarts.map((start) => [
    `${grouped(start.files)} files`,
    grouped(start.rows),
    formatSize(start.sizeBytes),
    digits(start.fillSeconds),
    digits(start.startColdSeconds),
    digits(start.startWarmSeconds),
    optional(start.backupSeconds, digits),
    digits(start.statusSeconds),
    mib(start.peakBytes),
  ])
  const startHeads = [
    'coordinator',
    'rows',
    'file',
    'filled in, s',
    'starts cold, s',
    'warm, s',
    'first backup, s',
    'status, s',
    'most memory, MiB',
  ]
  return [table(heads, rows), table(startHeads, starts)].filter((part) => part !== '').join('\n\n')
}

function stepsOf({ steps }: Report): string {
  const rows = steps.map(({ step, says, mibPerSecond, mibPerCpuSecond }) => [
    step,
    rangeOf(mibPerCpuSecond),
    rangeOf(mibPerSecond),
    says,
  ])
  return table(['step, alone', 'MiB/s per core', 'MiB/s by the clock', 'what'], rows)
}

/** Which of the steps a byte's CPU goes to. */
function limitsTable(report: Report): string {
  const rows = limitsOf(report).map(({ measure, measuredCpuSeconds, shares }) => [
    MEASURES[measure].says,
    digits(measuredCpuSeconds),
    shares.map(({ what, cpuSeconds }) => `${what} ${digits(cpuSeconds)}`).join(', '),
  ])
  return table(['CPU seconds for a GiB', 'measured', 'by the steps alone'], rows)
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return ''
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n')
}

const MIB = 1024 ** 2
const mib = (bytes: number): string => grouped(Math.round(bytes / MIB))

function optional<T>(value: T | undefined, text: (value: T) => string): string {
  return value === undefined ? '–' : text(value)
}

function rangeOf({ median, min, max }: Summary): string {
  return `${digits(median)} (${digits(min)}–${digits(max)})`
}

/** Three digits that mean something. */
function digits(value: number): string {
  if (!Number.isFinite(value)) return '–'
  return value >= 100 ? grouped(Math.round(value)) : value.toPrecision(Math.abs(value) < 0.01 ? 1 : 3)
}

function grouped(value: number): string {
  return value.toLocaleString('en')
}
