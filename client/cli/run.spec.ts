import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HiroError } from '../../shared/errors.ts'
import { commandEntries } from './commands.ts'
import { TestCli } from './test-cli.ts'

describe('command line', () => {
  let folder: string
  let cli: TestCli
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hiro-cli-'))
    cli = new TestCli(folder)
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('alone, it shows every command', async () => {
    for (const argv of [[], ['help'], ['--help'], ['-h']]) {
      const { exit, stdout, stderr } = await cli.hiro(...argv)
      assert.deepEqual([exit, stderr], [0, ''])
      for (const { syntax } of commandEntries) assert(stdout.includes(`\n  ${syntax} `), syntax)
    }
  })

  it('no line of the overview is wider than a usual terminal', async () => {
    const { stdout } = await cli.hiro()
    assert.deepEqual(
      stdout.split('\n').filter((line) => line.length > 100),
      [],
    )
  })

  for (const { name, load } of commandEntries) {
    if (load === undefined) continue
    it(`${name} --help has examples, and one line for each option`, async () => {
      cli.stdout.columns = 110
      const { exit, stdout, stderr } = await cli.hiro(name, '--help')
      assert.deepEqual([exit, stderr], [0, ''])
      assert.match(stdout, new RegExp(`^Usage: hiro ${name} `))
      assert.match(stdout, /\nExamples:\n {2}\S/)
      const options = stdout.split('\nOptions:\n')[1]?.split('\n\n')[0] ?? ''
      for (const line of options.trimEnd().split('\n')) assert.match(line, /^ {2}-.* {2}\S/)
      assert.deepEqual(cli.opened, [])
    })
  }

  const wrong: Record<string, string[]> = {
    'an unknown option': ['ls', '--bogus'],
    'a missing argument': ['cat'],
    'one argument too many': ['cat', '/a', '/b'],
    'a local path where one of the swarm is meant': ['cat', 'notes.txt'],
    'a name that cannot be': ['cat', '/a/../b'],
    'a size that is none': ['cat', '/a', '--offset', 'much'],
    'a shell that is none': ['completion', 'tcsh'],
    'standard input without a name': ['add', '-'],
    'an unknown command': ['frobnicate'],
    'an unknown option before any command': ['--bogus', 'ls'],
  }
  for (const [what, argv] of Object.entries(wrong)) {
    it(`${what} is wrong use: exit 2, one line that says why, nothing opened`, async () => {
      const { exit, stdout, stderr } = await cli.hiro(...argv)
      assert.deepEqual([exit, stdout], [2, ''])
      assert.match(stderr, /^hiro: .+\n/)
      assert.deepEqual(cli.opened, [])
    })
  }

  it('a misspelt command is told the nearest', async () => {
    const { stderr } = await cli.hiro('statuss')
    assert.equal(stderr, "hiro: statuss: there is no command 'statuss'\n  did you mean: hiro status?\n")
  })

  it('tells what and why, then what to do next', async () => {
    cli.swarm.failures.set('/f', new HiroError('unreachable', 'the coordinator cannot be reached'))
    const { exit, stderr } = await cli.hiro('cat', '/f')
    assert.equal(exit, 5)
    const lines = stderr.split('\n')
    assert.equal(lines[0], 'hiro: cat: the coordinator cannot be reached')
    assert.match(lines[1] ?? '', /^ {2}.*hiro testnet status/)
  })

  it('with --json the error is one JSON line on standard error, also that of the parser', async () => {
    cli.swarm.failures.set('/f', new HiroError('unknown', 'the answer was lost'))
    const failed = await cli.hiro('stat', '--json', '/f')
    assert.deepEqual([failed.exit, failed.stdout], [7, ''])
    assert.deepEqual(JSON.parse(failed.stderr), { error: { code: 'unknown', message: 'the answer was lost' } })
    const { exit, stderr } = await cli.hiro('stat', '--json', '--bogus', '/f')
    assert.equal(exit, 2)
    assert.deepEqual(Object.keys(JSON.parse(stderr) as object), ['error'])
  })

  it('what follows -- is no option', async () => {
    const { exit, stderr } = await cli.hiro('stat', '--', '--json')
    assert.equal(exit, 2)
    assert.match(stderr, /^hiro: stat: "--json" is not a path/)
  })

  it('causes are shown with --verbose alone', async () => {
    const cause = new HiroError('timeout', 'no answer within 4 s')
    cli.swarm.failures.set('/f', new HiroError('unreachable', 'it is down', { cause }))
    assert.doesNotMatch((await cli.hiro('stat', '/f')).stderr, /no answer/)
    assert.match((await cli.hiro('stat', '--verbose', '/f')).stderr, /\n {2}caused by: timeout: no answer within 4 s\n/)
  })

  it('a control character in a message does not reach the terminal', async () => {
    cli.swarm.failures.set('/f', new HiroError('not-found', 'there is no \u001B]0;owned\u0007\nhiro: fine'))
    const { stderr } = await cli.hiro('stat', '/f')
    assert.equal(stderr, 'hiro: stat: there is no \\x1b]0;owned\\x07\\x0ahiro: fine\n')
  })

  it('--home and --verbose may stand before the command', async () => {
    for (const argv of [
      ['--home', '/somewhere', '--verbose', 'stat', '/'],
      ['--home=/somewhere', '--verbose', 'stat', '/'],
      ['stat', '/', '--verbose', '--home', '/somewhere'],
    ]) {
      assert.equal((await cli.hiro(...argv)).exit, 0)
      assert.deepEqual(cli.opened.pop(), { home: '/somewhere', verbose: true })
    }
  })

  it('every command of the client takes its settings as flags', async () => {
    assert.equal((await cli.hiro('stat', '/', '--patience', '5s', '--min-copies', '1')).exit, 0)
    assert.deepEqual(cli.opened, [{ patience: '5s', minCopies: '1' }])
  })

  it('a reader that went away is no failure, and ends the work', async () => {
    await cli.hiro('add', '-', '--to', '/f')
    cli.stdout.breakNow('EPIPE')
    const { exit, stderr } = await cli.hiro('cat', '/f')
    assert.deepEqual([exit, stderr], [0, ''])
  })

  it('a full disk behind standard output is a failure', async () => {
    cli.stdout.breakNow('ENOSPC')
    const { exit, stderr } = await cli.hiro('ls')
    assert.equal(exit, 5)
    assert.match(stderr, /standard output/)
  })
})
