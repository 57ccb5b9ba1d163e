/**
 * `node testnet/mount/posix/main.ts FOLDER [--other FOLDER] [--only WORDS] [--without FEATURES] [--share PART]`: every row on a folder, without a test around it; prints a line for each and ends with 1 when any was
 * not right. `--table`: only prints what a mount of Hiro keeps, as Markdown. `--share`: of thousands of files this part. `--only`: rows whose area and check have these words. `--without`: what must be refused clearly there, with commas between.
 */
import { parseArgs } from 'node:util'
import { HiroError } from '../../../shared/errors.ts'
import { areas } from './areas.ts'
import { type Folders, withPlace } from './place.ts'
import { refusals } from './refusals.ts'
import { type Area, type Feature, features, featuresOfHiro, type Row } from './row.ts'
import { posixTable } from './table.ts'

const LINES_TOLD = 6

interface Judged {
  readonly verdict: 'right' | 'wrong' | 'left out'
  readonly why?: string
}

const { values, positionals } = parseArgs({
  options: {
    other: { type: 'string' },
    only: { type: 'string', default: '' },
    table: { type: 'boolean', default: false },
    share: { type: 'string', default: '1' },
    without: { type: 'string', default: '' },
  },
  allowPositionals: true,
})
if (values.table) {
  console.log(posixTable(featuresOfHiro))
  process.exit()
}
const [folder] = positionals
if (folder === undefined) throw new HiroError('usage', 'which folder?')

const without = values.without.split(',').filter((feature) => feature !== '')
const unknown = without.find((feature) => !features.includes(feature as Feature))
if (unknown !== undefined) throw new HiroError('usage', `no feature ${unknown}; there are ${features.join(', ')}`)

const counts = { right: 0, wrong: 0, 'left out': 0 }
for (const { area, rows } of [...areas, refusedClearly(without)]) {
  for (const row of rows) {
    const name = `${area}: ${row.check}`
    if (!name.includes(values.only) || (row.needs !== undefined && without.includes(row.needs))) continue
    const { verdict, why } = await judge(row, { folder, other: values.other ?? folder, share: Number(values.share) })
    counts[verdict]++
    console.log(`${verdict.padEnd(8)}  ${name}${why === undefined ? '' : `\n          ${why}`}`)
  }
}
console.log(`${counts.right} right, ${counts.wrong} wrong, ${counts['left out']} left out`)
process.exitCode = counts.wrong === 0 && counts.right > 0 ? 0 : 1

function refusedClearly(features: readonly string[]): Area {
  const rows = Object.entries(refusals).map(([check, run]) => ({ check, run }))
  return { area: 'refused clearly', rows: rows.filter(({ check }) => features.includes(check)) }
}

async function judge({ root, run }: Row, folders: Folders): Promise<Judged> {
  if (root === true && process.getuid?.() !== 0) return { verdict: 'left out', why: 'it takes root' }
  try {
    await withPlace(folders, run)
    return { verdict: 'right' }
  } catch (error) {
    const lines = (error instanceof Error ? error.message : String(error)).split('\n')
    return { verdict: 'wrong', why: lines.slice(0, LINES_TOLD).join('\n          ') }
  }
}
