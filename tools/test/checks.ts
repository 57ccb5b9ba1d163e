export interface Check {
  name: string
  /** A program of node_modules/.bin, or node, and its arguments. */
  command: [program: string, ...args: string[]]
}

const folders = ['shared', 'coordinator', 'worker', 'client', 'testnet', 'bin', 'tools']

/** What holds without running any of the code. Slowest first, so that the last one does not wait alone. */
export const checks: Check[] = [
  { name: 'types', command: ['tsc', '-p', '.'] },
  { name: 'dead code', command: ['knip'] },
  { name: 'lint', command: ['oxlint'] },
  { name: 'arrows between folders', command: ['depcruise', '--config', '.dependency-cruiser.mjs', ...folders] },
  { name: 'generated protocol modules', command: ['node', 'tools/protocol/main.ts', '--check'] },
  { name: 'format', command: ['biome', 'check', '--error-on-warnings', '.'] },
]

export interface Suite {
  name: string
  mochaArgs: string[]
  /** Whether its processes are those of a built package, as people run it: they start twice as fast. */
  built: boolean
}

const unitSpecs = `{${folders.join(',')}}/**/*.spec.ts`

export const suites: Suite[] = [
  {
    name: 'units',
    mochaArgs: ['--parallel', '--jobs', '2', '--ignore', 'testnet/{specs,long}/**', unitSpecs],
    built: false,
  },
  { name: 'swarms of processes', mochaArgs: ['testnet/specs/**/*.spec.ts'], built: true },
]
