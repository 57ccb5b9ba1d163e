/** The arrows of the layout as rules. `tools/arrows/arrows.spec.ts` plants a wrong import for each. */

/** Specs, conformance suites, and what only they use. */
const test = '(\\.spec|-suite|-fixture)\\.ts$|/test-[^/]+\\.ts$'
const libp2p = 'node_modules/(libp2p|@libp2p|@chainsafe)/'

/** Where the process may touch the world: engines behind a port, durable files, configuration, command line, mains. */
const world = [
  '^shared/(config|files|sqlite|transport)/',
  '^coordinator/metadata/sqlite',
  '^worker/store/(disk|files)',
  '^client/(cli|config|mount/device)/',
  '^(coordinator|client)/.*[-/]file\\.ts$',
  '^[a-z]+/(main|config)\\.ts$',
  '^(bin|testnet|tools)/',
  test,
]

export default {
  forbidden: [
    {
      name: 'roles-import-shared-only',
      comment: 'Coordinator, worker and client meet on the wire only; what they agree on lies in shared/.',
      severity: 'error',
      from: { path: '^(coordinator|worker|client)/' },
      to: { path: '^(coordinator|worker|client|testnet|bin|tools)/', pathNot: '^$1/' },
    },
    {
      name: 'shared-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(coordinator|worker|client|testnet|bin|tools)/' },
    },
    {
      name: 'testnet-runs-roles-as-processes',
      comment:
        'Only the simulator, and who damages the stores below the roles, put them into one process; a program of the campaign uses the library, in a process of its own, as anybody would; the benchmark times single steps of the roles, and fills metadata in bulk.',
      severity: 'error',
      from: { path: '^testnet/', pathNot: '^testnet/(simulator|damage|campaign/program|bench/(steps|metadata))/' },
      to: { path: '^(coordinator|worker|client|bin|tools)/' },
    },
    {
      name: 'testnet-starts-without-the-simulator',
      severity: 'error',
      from: { path: '^testnet/', pathNot: `^testnet/(simulator|specs|long)/|${test}` },
      to: { path: '^testnet/simulator/' },
    },
    {
      name: 'tools-import-shared-only',
      severity: 'error',
      from: { path: '^tools/' },
      to: { path: '^(coordinator|worker|client|testnet|bin)/' },
    },
    {
      name: 'bin-dispatches-to-entries',
      severity: 'error',
      from: { path: '^bin/' },
      to: {
        path: '^(coordinator|worker|client|testnet|tools)/',
        pathNot: '^((coordinator|worker)/main\\.ts|(client|testnet)/cli/[^/]+\\.ts)$',
      },
    },
    {
      name: 'bin-loads-on-demand',
      comment: 'The client must not pay for a server, nor --help for the network: import() only.',
      severity: 'error',
      from: { path: '^bin/' },
      to: { path: '^(coordinator|worker|client|testnet)/', dynamic: false, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'mains-are-for-bin',
      comment: 'Whoever imports a main runs it.',
      severity: 'error',
      from: { path: '^(shared|coordinator|worker|client|testnet)/' },
      to: { path: '^(coordinator|worker)/main\\.ts$' },
    },
    {
      name: 'libp2p-behind-the-transport',
      severity: 'error',
      from: { pathNot: '^shared/transport/' },
      to: { path: libp2p },
    },
    {
      name: 'world-behind-ports',
      comment:
        'Disk, sockets, threads and processes only in engines and at the edges, so that all else can be simulated.',
      severity: 'error',
      from: { pathNot: world },
      to: {
        dependencyTypes: ['core'],
        path: '^(node:)?(child_process|cluster|dgram|dns|fs|http|http2|https|inspector|net|os|sqlite|tls|worker_threads)(/|$)',
      },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'tests-are-for-tests',
      severity: 'error',
      from: { pathNot: test },
      to: { path: test },
    },
    {
      name: 'only-what-the-package-brings',
      comment: 'A development dependency is not there where the package is installed.',
      severity: 'error',
      from: { path: '^(shared|coordinator|worker|client|testnet|bin)/', pathNot: test },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'imports-resolve',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['node', 'import', 'types'] },
  },
}
