import assert from 'node:assert/strict'
import { SimulatedClock } from '../../../shared/clock/simulated-clock.ts'
import { TestStream } from '../test-cli.ts'
import { NobodyReads, Terminal } from './terminal.ts'

const CLEAR_LINE = '\r\u001B[K'

function terminal({ isTTY }: { isTTY: boolean }) {
  const clock = new SimulatedClock()
  const [stdout, stderr] = [new TestStream({ isTTY }), new TestStream({ isTTY })]
  return { clock, stdout, stderr, terminal: new Terminal({ stdout, stderr, clock }) }
}

describe('terminal', () => {
  it('a long work shows a bar on a terminal, and leaves nothing of it', async () => {
    const { clock, stdout, stderr, terminal: under } = terminal({ isTTY: true })
    const meter = under.meter('adding')
    meter.expect(1000)
    const transfer = meter.transfer()
    transfer({ bytesDone: 100 })
    transfer({ bytesDone: 400 })
    await clock.advance(2_000)
    assert.match(stderr.text, /adding {2}40% /)
    meter.end()
    meter.end()
    assert(stderr.text.endsWith(CLEAR_LINE))
    const { length } = stderr.text
    await clock.advance(10_000)
    assert.equal(stderr.text.length, length)
    assert.equal(stdout.text, '')
  })

  it('several transfers add up', async () => {
    const { clock, stderr, terminal: under } = terminal({ isTTY: true })
    const meter = under.meter('adding')
    meter.expect(1000)
    meter.transfer()({ bytesDone: 300 })
    meter.transfer()({ bytesDone: 200 })
    await clock.advance(2_000)
    assert.match(stderr.text, /adding {2}50% /)
  })

  it('a line takes the bar away before it is written', async () => {
    const { clock, stdout, stderr, terminal: under } = terminal({ isTTY: true })
    under.meter('adding').expect(10)
    await clock.advance(1_000)
    under.print('result')
    assert(stderr.text.endsWith(CLEAR_LINE))
    assert.equal(stdout.text, 'result\n')
  })

  it('work that is over at once shows no bar, and elsewhere than on a terminal none does', async () => {
    const quick = terminal({ isTTY: true })
    const meter = quick.terminal.meter('adding')
    await quick.clock.advance(100)
    meter.end()
    const elsewhere = terminal({ isTTY: false })
    elsewhere.terminal.meter('adding').expect(10)
    await elsewhere.clock.advance(60_000)
    assert.deepEqual([quick.stderr.text, elsewhere.stderr.text], ['', ''])
  })

  it('when nobody reads any more, results end the work, and what is only told of does not', async () => {
    const { stdout, terminal: under } = terminal({ isTTY: false })
    stdout.breakNow('EPIPE')
    await assert.rejects(under.bytes(Buffer.from('x')), NobodyReads)
    assert.throws(() => under.print('x'), NobodyReads)
    under.report('x')
  })

  it('names are made harmless on a terminal, and are as they are for programs', () => {
    const name = 'a\u001B[2Jb\u202E'
    assert.equal(terminal({ isTTY: true }).terminal.name(name), 'a\\x1b[2Jb\\u202e')
    assert.equal(terminal({ isTTY: false }).terminal.name(name), name)
  })
})
