import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newIdentity } from '../../shared/identity.ts'
import { SeededRandom } from '../../shared/random/seeded-random.ts'
import { TestCli } from './test-cli.ts'

const address = `/ip4/192.0.2.10/tcp/4600/p2p/${newIdentity(new SeededRandom('coordinator')).peerId}`
const secret = 'a secret that is long enough'

describe('hiro init', () => {
  let folder: string
  let cli: TestCli
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hiro-init-'))
    cli = new TestCli(folder)
    writeFileSync(join(folder, 'secret'), `${secret}\n`, { mode: 0o600 })
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const client = (path = ''): string => join(folder, 'home/client', path)
  const text = (path: string): string => readFileSync(client(path), 'utf8')
  const init = async (...argv: string[]) => await cli.hiro('init', '--home', 'home', ...argv)

  it('makes a client that can be opened: keys for its owner alone', async () => {
    const { exit, stdout, stderr } = await init('--coordinator', address, '--secret-file', 'secret')
    assert.equal(exit, 0)
    assert.match(stderr, /^hiro: warning: whoever loses the vault loses every file/)
    assert.deepEqual(readdirSync(client()).toSorted(), ['config.json', 'identity.key', 'swarm.secret', 'vault'])
    for (const name of readdirSync(client())) assert(stdout.includes(client(name)))
    for (const name of ['identity.key', 'swarm.secret', 'vault'])
      assert.equal(statSync(client(name)).mode & 0o777, 0o600)
    assert.equal(statSync(client()).mode & 0o777, 0o700)
    assert.deepEqual(JSON.parse(text('config.json')), { coordinator: [address] })
    assert.equal(text('swarm.secret'), `${secret}\n`)
    assert.equal((await cli.config({ home: 'home' })).values.coordinator?.[0], address)
  })

  it('takes the secret from standard input or the environment, never from an argument', async () => {
    cli.stdin = async function* () {
      yield Buffer.from(secret)
    }.call(undefined)
    assert.equal((await init('--coordinator', address, '--secret-file', '-')).exit, 0)
    assert.equal(text('swarm.secret'), secret)
    rmSync(client(), { recursive: true })
    cli.env['HIRO_SECRET'] = secret
    cli.env['HIRO_COORDINATOR'] = address
    assert.equal((await init()).exit, 0)
    assert.equal(text('swarm.secret').trim(), secret)
    assert.equal((await init('--secret', secret)).exit, 2)
  })

  it('changes nothing that is there', async () => {
    const argv = ['--coordinator', address, '--secret-file', 'secret']
    await init(...argv)
    const before = readdirSync(client()).map(text)
    const { exit, stderr } = await init(...argv)
    assert.equal(exit, 4)
    assert.match(stderr, /there is already .*config\.json/)
    assert.deepEqual(readdirSync(client()).map(text), before)
  })

  it('a vault alone is kept as well', async () => {
    mkdirSync(client(), { recursive: true })
    writeFileSync(client('vault'), 'precious')
    assert.equal((await init('--coordinator', address, '--secret-file', 'secret')).exit, 4)
    assert.deepEqual([readdirSync(client()), text('vault')], [['vault'], 'precious'])
  })

  it('shares the files of another client by its vault', async () => {
    await init('--coordinator', address, '--secret-file', 'secret')
    const argv = ['--home', 'other', '--coordinator', address, '--secret-file', 'secret', '--vault', client('vault')]
    assert.equal((await cli.hiro('init', ...argv)).exit, 0)
    assert(readFileSync(join(folder, 'other/client/vault')).equals(readFileSync(client('vault'))))
    assert.notEqual(readFileSync(join(folder, 'other/client/identity.key'), 'utf8'), text('identity.key'))
  })

  const wrong: Record<string, string[]> = {
    'no coordinator': ['--secret-file', 'secret'],
    'an address without a peer id': ['--coordinator', '/ip4/127.0.0.1/tcp/1', '--secret-file', 'secret'],
    'no secret': ['--coordinator', address],
    'a secret that others can read': ['--coordinator', address, '--secret-file', 'open'],
    'a secret that is too short': ['--coordinator', address, '--secret-file', 'short'],
  }
  for (const [what, argv] of Object.entries(wrong)) {
    it(`${what} is wrong use, and nothing is left`, async () => {
      writeFileSync(join(folder, 'open'), secret, { mode: 0o644 })
      writeFileSync(join(folder, 'short'), 'short', { mode: 0o600 })
      assert.equal((await init(...argv)).exit, 2)
      assert.deepEqual(existsSync(client()) ? readdirSync(client()) : [], [])
    })
  }

  it('a damaged vault is refused', async () => {
    writeFileSync(join(folder, 'vault'), 'HIROVAULT and nothing', { mode: 0o600 })
    assert.equal((await init('--coordinator', address, '--secret-file', 'secret', '--vault', 'vault')).exit, 6)
    assert(!existsSync(client()))
  })
})
