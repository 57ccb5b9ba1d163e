import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { needs } from './needs-fixture.ts'
import { Network } from './network.ts'
import { tool } from './tool.ts'

const PORT = 4600
/** Longer than any machine needs to answer; and long enough to tell that nothing comes. */
const [ANSWER_TIMEOUT_MS, SILENCE_MS] = [20_000, 700]

/** Sends back what it is sent. */
const SERVER = `
const server = require('node:net').createServer((socket) => {
  socket.on('error', () => {})
  socket.on('data', (data) => socket.write(data))
})
server.listen(${PORT}, process.argv[1], () => console.log('listening'))`

/** Says what came back, or what went wrong. */
const CLIENT = `
const end = (word) => { console.log(word); process.exit() }
const socket = require('node:net').connect(${PORT}, process.argv[1], () => socket.write('hello'))
socket.on('data', (data) => end(data.toString()))
socket.on('error', (error) => end(error.code))
setTimeout(() => end('silence'), Number(process.argv[2]))`

describe('a network that can be cut', function () {
  this.timeout(60_000)
  needs(() => Network.lack())

  let network: Network
  const servers: ReturnType<typeof serve>[] = []

  before(async () => {
    network = await Network.make(['a', 'b', 'c'])
    for (const party of ['a', 'b', 'c']) servers.push(serve(party))
    await Promise.all(servers.map(async ({ listening }) => await listening))
  })

  after(async () => {
    for (const { child } of servers) child.kill('SIGKILL')
    await network?.[Symbol.asyncDispose]()
  })

  afterEach(async () => await network.heal())

  function serve(party: string) {
    const [first = '', ...rest] = network.before(party)
    const child = spawn(first, [...rest, process.execPath, '-e', SERVER, network.host(party)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const listening = new Promise((resolve) => {
      child.stdout.once('data', resolve)
    })
    return { child, listening }
  }

  /** What came of a connection from one to the other; from this process itself unless a party is named. */
  async function talk(from: string | undefined, to: string, timeoutMs: number): Promise<string> {
    const words = from === undefined ? [] : network.before(from)
    const [first, ...rest] = [...words, process.execPath]
    const args = [...rest, '-e', CLIENT, network.host(to), String(timeoutMs)]
    return (await text(spawn(first, args, { stdio: ['ignore', 'pipe', 'inherit'] }).stdout)).trim()
  }

  async function reaches(from: string | undefined, to: string): Promise<void> {
    assert.equal(await talk(from, to, ANSWER_TIMEOUT_MS), 'hello', `${from ?? 'this process'} to ${to}`)
  }

  async function isCutOff(from: string, to: string): Promise<void> {
    assert.equal(await talk(from, to, SILENCE_MS), 'silence', `${from} to ${to}`)
  }

  /** TCP segments that ever came in at `party`. */
  async function received(party: string): Promise<number> {
    const [first = '', ...rest] = network.before(party)
    const lines = (await tool(first, [...rest, 'cat', '/proc/net/snmp'])).split('\n')
    const [names = '', values = ''] = lines.filter((line) => line.startsWith('Tcp:'))
    return Number(values.split(' ')[names.split(' ').indexOf('InSegs')])
  }

  it('lets the parties reach one another, and this process reach them', async () => {
    await reaches(undefined, 'a')
    await reaches('a', 'b')
    await reaches('b', 'c')
  })

  it('is silent where it is cut, and goes on elsewhere', async () => {
    await network.cut([
      ['a', 'b'],
      ['b', 'a'],
    ])
    await isCutOff('a', 'b')
    await isCutOff('b', 'a')
    await reaches('a', 'c')
    await reaches(undefined, 'b')
    await network.heal()
    await reaches('a', 'b')
  })

  it('cuts one way only where that is asked for: what is said arrives, the answer does not', async () => {
    await network.cut([['b', 'a']])
    const before = { a: await received('a'), b: await received('b') }
    await isCutOff('a', 'b')
    assert((await received('b')) > before.b)
    assert.equal(await received('a'), before.a)
  })

  it('leaves no namespace behind', async () => {
    const other = await Network.make(['x'])
    const [, flag = ''] = other.before('x')
    const name = flag.split('/').at(-1) ?? ''
    assert((await tool('ip', ['netns', 'list'])).includes(name))
    await other[Symbol.asyncDispose]()
    assert(!(await tool('ip', ['netns', 'list'])).includes(name))
  })
})
