import { parseArgs } from 'node:util'
import { keepAlive } from '../../shared/clock/keep-alive.ts'
import type { Who } from '../layout.ts'
import { startTestnet } from '../start.ts'
import { KINDS } from './kinds.ts'
import { type FloodResult, measureFlood } from './measure.ts'

const HELP = `npm run flood [-- --only KIND] [--target coordinator|worker] [--pairs N] [--mib N] [--folders N] [--json]

Measures what an honest client gets done beside each kind of flood, against what it gets done beside a process that is connected to nobody and uses as much of the processor.
The bar is half. Kinds: ${Object.keys(KINDS).join(', ')}
`
const RATIO_MIN = 0.5
const TIMEOUT_MS = 120_000

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: Object.keys(KINDS) },
    target: { type: 'string', multiple: true, default: ['coordinator', 'worker'] },
    pairs: { type: 'string', default: '3' },
    mib: { type: 'string', default: '48' },
    folders: { type: 'string', default: '100' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

if (values.help) process.stdout.write(HELP)
else await keepAlive(run())

async function run(): Promise<void> {
  await using net = await startTestnet({ workers: 3 })
  const results: FloodResult[] = []
  const work = { mib: Number(values.mib), folders: Number(values.folders) }
  if (!values.json)
    process.stdout.write(`${columns(['flood', 'on', 'cores', 'steps/s', 'add', 'cat', 'calls', 'peak MiB', 'bar'])}\n`)
  for (const [kind, { roles }] of Object.entries(KINDS)) {
    for (const role of roles) {
      if (!values.only.includes(kind) || !values.target.includes(role)) continue
      const target: Who = role === 'worker' ? 'worker-1' : role
      const plan = { kind, target, pairs: Number(values.pairs), work, timeoutMs: TIMEOUT_MS }
      const result = await measureFlood(net, plan)
      results.push(result)
      if (!values.json) process.stdout.write(`${line(result)}\n`)
    }
  }
  if (values.json) process.stdout.write(`${JSON.stringify(results, undefined, 2)}\n`)
  if (!results.every(isMet)) process.exitCode = 1
}

function isMet({ ratios }: FloodResult): boolean {
  return Object.values(ratios).every((ratio: number) => ratio >= RATIO_MIN)
}

function line(result: FloodResult): string {
  const { kind, target, cores, stepsPerS, ratios, peakBytes } = result
  const numbers = [ratios.addMibPerS, ratios.catMibPerS, ratios.callsPerS].map((ratio) => ratio.toFixed(2))
  const peak = String(Math.round(peakBytes / 2 ** 20))
  return columns([
    kind,
    target,
    cores.toFixed(2),
    stepsPerS.toFixed(0),
    ...numbers,
    peak,
    isMet(result) ? 'met' : 'missed',
  ])
}

function columns(cells: readonly string[]): string {
  return cells
    .map((cell) => cell.padEnd(12))
    .join('')
    .trimEnd()
}
