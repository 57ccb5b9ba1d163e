/**
 * `npm run planted [-- --only NAME --all --json --list]`: plants one bug after the other and shows what catches each. Ends with 1 when one is not caught.
 */
import { parseArgs, styleText } from 'node:util'
import { wordsOf } from './finding.ts'
import { Hunt, type Hunted, type Tried } from './hunt.ts'
import type { Plant } from './plant.ts'
import { plants } from './plants.ts'
import { theEight } from './the-eight.ts'
import { Trees } from './tree.ts'

const HELP = `npm run planted -- [--only NAME]... [--all] [--json] [--list]

Takes out, one at a time, what keeps a promise, and shows which test, fault or seed catches it.

  --only NAME   this bug; may be given more than once
  --all         let every catcher look, and not only up to the first that sees it
  --json        one document on standard output
  --list        only tell which bugs there are
`

/** Each is about one core's work. */
const AT_ONCE = 2

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    all: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
})
const unknown = values.only?.find((name) => !plants.some((plant) => plant.name === name))
const wanted = values.only ? plants.filter(({ name }) => values.only?.includes(name)) : plants

if (values.help) process.stdout.write(HELP)
else if (unknown !== undefined) {
  process.stderr.write(`planted: there is no bug ${unknown}; --list tells which there are\n`)
  process.exitCode = 2
} else if (values.list) for (const { name, breaks } of plants) process.stdout.write(`${name.padEnd(30)} ${breaks}\n`)
else process.exitCode = await hunt(wanted)

async function hunt(plants: readonly Plant[]): Promise<number> {
  const interrupted = new AbortController()
  const interrupt = (): void => interrupted.abort(new Error('interrupted'))
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt)
  await using trees = await Trees.open()
  const onTried = (plant: Plant, one: Tried): void => {
    process.stderr.write(`${markOf(one)} ${plant.name}: ${one.kind}, ${lineOf(one)}\n`)
  }
  const hunt = new Hunt(trees, { all: values.all, signal: interrupted.signal, onTried })
  const found: Hunted[] = []
  const waiting = plants.values()
  const lane = async (): Promise<void> => {
    for (const plant of waiting) found.push(await hunt.hunt(plant))
  }
  const lanes = Array.from({ length: AT_ONCE }, lane)
  try {
    await Promise.all(lanes)
  } catch (error) {
    // Whatever ended one, the other has its processes to end.
    interrupt()
    await Promise.allSettled(lanes)
    if (!(error instanceof Error) || error.message !== 'interrupted') throw error
    return 130
  }
  found.sort((a, b) => plants.indexOf(a.plant) - plants.indexOf(b.plant))
  process.stdout.write(values.json ? `${JSON.stringify(found.map(resultOf), undefined, 2)}\n` : tableOf(found))
  return found.every(({ caught }) => caught) ? 0 : 1
}

function tableOf(found: readonly Hunted[]): string {
  const lines = found.flatMap(({ plant, tried, caught }) => [
    `${caught ? styleText('green', 'caught') : styleText('red', 'NOT CAUGHT')} ${styleText('bold', plant.name)}: ${plant.breaks}`,
    ...tried.map((one) => `    ${markOf(one)} ${one.kind.padEnd(9)} ${lineOf(one)}`),
  ])
  const inEight = found.filter(({ plant }) => theEight.includes(plant))
  const of = (some: readonly Hunted[]): string => `${some.filter(({ caught }) => caught).length} of ${some.length}`
  return `${lines.join('\n')}\n${of(inEight)} of the eight caught, ${of(found)} in all\n`
}

function lineOf({ what, finding }: Tried): string {
  if (finding.kind !== 'seen') return `${what}: ${wordsOf(finding)}`
  const here = finding.by.startsWith('seed ') ? finding.by : what
  return `${here}: ${finding.message}`
}

function markOf({ finding }: Tried): string {
  if (finding.kind === 'seen') return styleText('green', '✔')
  return finding.kind === 'well' ? styleText('yellow', '–') : styleText('red', '✘')
}

function resultOf({ plant, tried, caught }: Hunted) {
  const catchers = tried.map(({ kind, what, finding }) => ({
    kind,
    what,
    caught: finding.kind === 'seen',
    ...(finding.kind === 'seen' && { by: finding.by }),
    message: wordsOf(finding),
  }))
  return { name: plant.name, breaks: plant.breaks, ofTheEight: theEight.includes(plant), caught, catchers }
}
