import { parseArgs } from 'node:util'
import { parseSize } from '../../shared/config/units.ts'
import { HiroError } from '../../shared/errors.ts'
import { FILE_MEASURES, type FileMeasure } from './bench.ts'

export const HELP = `npm run bench -- [--json] [--peers] [--only NAMES] [--runs N] [--size SIZE] [--files N] [--metadata-files N,N] [--mount-size SIZE] [--mount-seconds N]

Times a fresh testnet of 3 workers with 3 copies beside what the machine does without it. Prints a table, and on standard error how it goes.

  --json                 prints JSON instead; see testnet/bench/README.md
  --output FILE          writes the JSON to FILE too
  --readme               writes the table into testnet/bench/README.md
  --from FILE            measures nothing: takes the figures from that JSON
  --peers                MooseFS and GlusterFS too, in the same run (root, on Debian; installs their packages)
  --only NAMES           some of large-file, tree, small-file, mount, metadata, steps; with commas between
  --runs N               of each measure; 3
  --size SIZE            of the large file; 1GiB
  --files N              in the tree; 2000
  --metadata-files N,N   so many files known to the coordinator; 10000,1000000
  --mount-size SIZE      of the file that fio works on through each mount; 256MiB
  --mount-seconds N      how long it writes at random, and reads at most; 20
  --dir DIR              where everything is made and removed again; the system's temporary folder
`

export type Part = FileMeasure | 'metadata' | 'steps'
const PARTS: readonly Part[] = [...FILE_MEASURES, 'metadata', 'steps']

export interface Options {
  readonly help: boolean
  readonly json: boolean
  readonly output: string | undefined
  readonly readme: boolean
  readonly from: string | undefined
  readonly peers: boolean
  readonly only: readonly Part[]
  readonly runs: number
  readonly sizeBytes: number
  readonly files: number
  readonly metadataFiles: readonly number[]
  readonly mountSizeBytes: number
  readonly mountSeconds: number
  readonly dir: string | undefined
}

/** Throws `usage`. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parsed(args)
  return {
    help: values.help,
    json: values.json,
    output: values.output,
    readme: values.readme,
    from: values.from,
    peers: values.peers,
    only: values.only === undefined ? PARTS : values.only.split(',').map(partOf),
    runs: count(values.runs, 'runs'),
    sizeBytes: parseSize(values.size),
    files: count(values.files, 'files'),
    metadataFiles: values['metadata-files'].split(',').map((text) => count(text, 'metadata-files')),
    mountSizeBytes: parseSize(values['mount-size']),
    mountSeconds: count(values['mount-seconds'], 'mount-seconds'),
    dir: values.dir,
  }
}

function parsed(args: readonly string[]) {
  const flag = { type: 'boolean', default: false } as const
  const text = { type: 'string' } as const
  try {
    return parseArgs({
      args: [...args],
      options: {
        json: flag,
        output: text,
        readme: flag,
        from: text,
        peers: flag,
        only: text,
        runs: { ...text, default: '3' },
        size: { ...text, default: '1GiB' },
        files: { ...text, default: '2000' },
        'metadata-files': { ...text, default: '10000,1000000' },
        'mount-size': { ...text, default: '256MiB' },
        'mount-seconds': { ...text, default: '20' },
        dir: text,
        help: { ...flag, short: 'h' },
      },
    })
  } catch (cause) {
    throw new HiroError('usage', cause instanceof Error ? cause.message : String(cause), { cause })
  }
}

function partOf(text: string): Part {
  const part = PARTS.find((name) => name === text)
  if (part === undefined)
    throw new HiroError('usage', `there is no "${text}" to measure; there are ${PARTS.join(', ')}`)
  return part
}

function count(text: string, name: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new HiroError('usage', `--${name} is a whole number, not "${text}"`)
  return Number(text)
}
