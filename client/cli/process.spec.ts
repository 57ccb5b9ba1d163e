import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { constants, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exitCodeOf } from './interface.ts'

const root = join(import.meta.dirname, '../..')
/** Tells on standard error of every module of the network that is loaded. */
const tells = `import { registerHooks } from 'node:module'
registerHooks({ load: (url, context, next) => { if (/libp2p|noise|yamux/.test(url)) process._rawDebug(url); return next(url, context) } })`

describe('hiro as a process', () => {
  let folder: string
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'hiro-process-'))
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  function hiro(...argv: string[]) {
    const hooks = `data:text/javascript,${encodeURIComponent(tells)}`
    const options = ['--disable-warning=ExperimentalWarning', '--import', hooks, join(root, 'bin/hiro.ts')]
    const env = { ...process.env, HIRO_HOME: '', XDG_CONFIG_HOME: join(folder, 'config') }
    return spawnSync(process.execPath, [...options, ...argv], { encoding: 'utf8', cwd: folder, env, input: '' })
  }

  it('help and version load nothing of the network', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    for (const argv of [[], ['--help'], ['help', 'add'], ['--version']]) {
      const { stdout, stderr, status } = hiro(...argv)
      assert.deepEqual([stderr, status], ['', 0])
      assert.match(stdout, argv[0] === '--version' ? new RegExp(`^${version}\\n$`) : /hiro/)
    }
  })

  it('nor does wrong use, and where there is no swarm it says how to come to one', () => {
    for (const argv of [['ls', '--bogus'], ['ls', 'x'], ['frobnicate'], ['ls']]) {
      const { stdout, stderr, status } = hiro(...argv)
      assert.deepEqual([stdout, status], ['', exitCodeOf('usage')])
      assert.match(stderr, /^hiro: \w+: .*\n {2}.*\n$/)
      if (argv.length === 1 && argv[0] === 'ls') assert.match(stderr, /hiro testnet up .* hiro init /)
    }
  })

  it('wrong use of a role is told in the same way', () => {
    for (const role of ['coordinator', 'worker']) {
      const { stderr, status } = hiro(role, '--bogus')
      assert.equal(status, exitCodeOf('usage'))
      assert.match(stderr, new RegExp(`\\nhiro: ${role}: .*--bogus.*\\n {2}see: hiro ${role} --help\\n$`))
    }
  })

  it('leaves a standard input alone that it does not read', () => {
    // Whoever shares the open pipe would find it non-blocking, and fail.
    const told = `process.once('exit', () => process._rawDebug(process.getBuiltinModule('fs').readFileSync('/proc/self/fdinfo/0', 'utf8')))`
    const hooks = `data:text/javascript,${encodeURIComponent(told)}`
    const line = `sleep 1 | '${process.execPath}' --import "${hooks}" '${join(root, 'bin/hiro.ts')}' --help`
    const { stderr } = spawnSync('bash', ['-c', line], { encoding: 'utf8' })
    const flags = Number.parseInt(/flags:\s+(\d+)/.exec(stderr)?.[1] ?? '', 8)
    assert.equal(flags & constants.O_NONBLOCK, 0)
  })
})
