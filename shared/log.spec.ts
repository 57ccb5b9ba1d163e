import assert from 'node:assert/strict'
import { PassThrough } from 'node:stream'
import { SimulatedClock } from './clock/simulated-clock.ts'
import { HiroError } from './errors.ts'
import { jsonLog, type LogFields, type LogLevel, logWith, memoryLog, silentLog } from './log.ts'

function lines(levelMin?: LogLevel): { log: ReturnType<typeof jsonLog>; stream: PassThrough; read: () => unknown[] } {
  const stream = new PassThrough()
  const read = (): unknown[] => {
    const text = String(stream.read() ?? '')
    return text
      .split('\n')
      .slice(0, -1)
      .map((line): unknown => JSON.parse(line))
  }
  return { log: jsonLog(new SimulatedClock(1_767_225_600_000), stream, levelMin), stream, read }
}

describe('jsonLog', () => {
  it('writes one JSON object a line, with the time of its clock', () => {
    const { log, read } = lines()
    log.info('joined', { worker: 'w1', capacityBytes: 10n ** 12n, zones: ['attic', 'cellar'], left: undefined })
    log.error('two\nlines')
    assert.deepEqual(read(), [
      {
        time: '2026-01-01T00:00:00.000Z',
        level: 'info',
        message: 'joined',
        worker: 'w1',
        capacityBytes: '1000000000000',
        zones: ['attic', 'cellar'],
      },
      { time: '2026-01-01T00:00:00.000Z', level: 'error', message: 'two\nlines' },
    ])
  })

  it('leaves out what is below its level', () => {
    for (const [levelMin, expected] of [
      ['debug', 4],
      ['info', 3],
      ['warn', 2],
      ['error', 1],
    ] as const) {
      const { log, read } = lines(levelMin)
      for (const level of ['debug', 'info', 'warn', 'error'] as const) log[level]('entry')
      assert.equal(read().length, expected)
    }
  })

  it('shows errors with their codes and causes, and where a bug was', () => {
    const { log, read } = lines()
    log.warn('push failed', { error: new HiroError('unreachable', 'no answer', { cause: new TypeError('a bug') }) })
    const [entry] = read() as [{ error: { code: string; message: string; cause: { message: string; stack: string } } }]
    assert.equal(entry.error.code, 'unreachable')
    assert.equal(entry.error.message, 'no answer')
    assert.equal(entry.error.cause.message, 'a bug')
    assert.match(entry.error.cause.stack, /log\.spec\.ts/)
  })

  it('shows neither bytes nor what goes by the name of a secret, even when the types were evaded', () => {
    const { log, stream } = lines()
    const evaded = { seed: 'marker-1', swarmSecret: 'marker-2', key: Buffer.from('marker-3') } as unknown as LogFields
    log.info('evaded', { ...evaded, ticket: 'marker-4' })
    const text = String(stream.read())
    assert.doesNotMatch(text, /marker|bWFya2Vy|109,97,114/)
    assert.match(text, /not shown/)
  })

  it('tells at least what happened when the fields cannot be shown', () => {
    const { log, read } = lines()
    const error = new Error('snake')
    error.cause = error
    log.error('bitten', { error })
    assert.deepEqual(read(), [{ time: '2026-01-01T00:00:00.000Z', level: 'error', message: 'bitten' }])
  })

  it('does not stop its process when the stream breaks or has ended', async () => {
    const { log, stream } = lines()
    stream.destroy(new Error('EPIPE'))
    log.info('into the void')
    await new Promise(process.nextTick)
    const ended = lines()
    ended.stream.end()
    ended.log.info('too late')
  })
})

describe('logs for tests', () => {
  it('memory keeps entries; logWith adds fields that an entry can override; silent is silent', () => {
    const log = memoryLog()
    const ofWorker = logWith(log, { worker: 'w1', zone: 'attic' })
    ofWorker.debug('scrubbed', { pieces: 3, zone: 'cellar' })
    silentLog.error('nobody hears')
    assert.deepEqual(log.entries, [
      { level: 'debug', message: 'scrubbed', fields: { worker: 'w1', zone: 'cellar', pieces: 3 } },
    ])
  })
})
