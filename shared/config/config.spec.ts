import assert from 'node:assert/strict'
import { homedir } from 'node:os'
import { type ConfigSources, need, resolveConfig } from './config.ts'
import type { Schema } from './schema.ts'

const schema = {
  capacity: { kind: 'size', doc: 'Room it offers.', default: 2 ** 30, env: 'HIRO_CAPACITY', min: 2 ** 20 },
  heartbeat: { kind: 'duration', doc: 'How often it tells that it lives.', default: 5000, max: 60_000 },
  store: { kind: 'path', doc: 'Where pieces are kept.', default: 'store' },
  listen: { kind: 'list', doc: 'Addresses.', default: ['/ip4/127.0.0.1/tcp/0'], env: 'HIRO_LISTEN' },
  minCopies: { kind: 'int', doc: 'Fewest copies.', default: 2, min: 1 },
  verbose: { kind: 'bool', doc: 'Tells more.', default: false },
  zone: { kind: 'string', doc: 'What fails together.', env: 'HIRO_ZONE' },
  secret: { kind: 'string', doc: 'The secret of the swarm.', env: 'HIRO_SECRET', secret: true },
} as const satisfies Schema

const nothing: ConfigSources = { flags: {}, env: {}, file: undefined, cwd: '/work', home: '/home/me/.hiro' }

const inFile = (content: Record<string, unknown>): ConfigSources => ({
  ...nothing,
  file: { path: '/etc/hiro/worker.json', content },
})

function refusal(sources: Partial<ConfigSources>): string {
  try {
    resolveConfig(schema, { ...nothing, ...sources })
  } catch (error) {
    assert(error instanceof Error && 'code' in error && error.code === 'usage')
    return error.message
  }
  return assert.fail('not refused')
}

describe('resolveConfig', () => {
  it('without anything given there are the defaults, or nothing', () => {
    const { values, settings } = resolveConfig(schema, nothing)
    const bytes: number = values.capacity
    const zone: string | undefined = values.zone
    assert.equal(bytes, 2 ** 30)
    assert.equal(zone, undefined)
    assert.equal(values.store, '/home/me/.hiro/store')
    assert(settings.every(({ from, where }) => from === 'default' && where === undefined))
    const texts = settings.map(({ name, text }) => `${name} ${text}`)
    assert.deepEqual(texts.slice(0, 4), [
      'capacity 1 GiB',
      'heartbeat 5 s',
      'store /home/me/.hiro/store',
      'listen /ip4/127.0.0.1/tcp/0',
    ])
  })

  it('a flag wins over the environment, that over the file, that over the default; each value knows where it came from', () => {
    const file = { path: '/etc/hiro/worker.json', content: { capacity: '3GiB', zone: 'attic', minCopies: 3 } }
    const env = { HIRO_CAPACITY: '2GiB', HIRO_ZONE: 'cellar' }
    const { values, settings } = resolveConfig(schema, { ...nothing, flags: { capacity: '1GiB' }, env, file })
    assert.equal(values.capacity, 2 ** 30)
    assert.equal(values.zone, 'cellar')
    assert.equal(values.minCopies, 3)
    const origins = settings.map(({ name, from, where }) => `${name}: ${from} ${where}`)
    assert.equal(origins[0], 'capacity: flag --capacity')
    assert.equal(origins[1], 'heartbeat: default undefined')
    assert.equal(origins[4], 'minCopies: file /etc/hiro/worker.json')
    assert.equal(origins[6], 'zone: environment HIRO_ZONE')
  })

  it('takes every kind as text, and in a file as JSON', () => {
    const expected = {
      capacity: 2 ** 21,
      heartbeat: 30_000,
      listen: ['a', 'b'],
      minCopies: 4,
      verbose: true,
      zone: 'attic',
    }
    const texts = { capacity: '2MiB', heartbeat: '30s', listen: 'a, b', minCopies: '4', verbose: 'true', zone: 'attic' }
    const json = { ...texts, capacity: 2 ** 21, listen: ['a', 'b'], minCopies: 4, verbose: true }
    for (const sources of [{ ...nothing, flags: texts }, inFile(texts), inFile(json)]) {
      assert.deepEqual(
        { ...resolveConfig(schema, sources).values, store: undefined, secret: undefined },
        {
          ...expected,
          store: undefined,
          secret: undefined,
        },
      )
    }
  })

  it('an empty variable is not given; an empty list is', () => {
    const { values } = resolveConfig(schema, {
      ...nothing,
      env: { HIRO_ZONE: '', HIRO_LISTEN: '' },
      flags: { listen: '' },
    })
    assert.equal(values.zone, undefined)
    assert.deepEqual(values.listen, [])
  })

  it('a relative path is relative to the current folder, in a file to its folder; ~/ is the user’s home', () => {
    assert.equal(resolveConfig(schema, { ...nothing, flags: { store: 'data' } }).values.store, '/work/data')
    assert.equal(resolveConfig(schema, inFile({ store: '../data' })).values.store, '/etc/data')
    assert.equal(resolveConfig(schema, inFile({ store: '~/data' })).values.store, `${homedir()}/data`)
    assert.equal(resolveConfig(schema, inFile({ store: '/data' })).values.store, '/data')
  })

  it('flags that are no settings are left alone', () => {
    resolveConfig(schema, { ...nothing, flags: { json: true, config: 'worker.json' } })
  })

  it('an unknown key in the file is refused, with the one that was probably meant', () => {
    assert.equal(
      refusal(inFile({ capcity: 1 })),
      '/etc/hiro/worker.json: unknown key "capcity"; did you mean "capacity"?',
    )
    assert.match(refusal(inFile({ mincopies: 1 })), /did you mean "minCopies"\?/)
    assert.match(refusal(inFile({ colour: 'red' })), /unknown key "colour"; known are capacity, heartbeat, store/)
    assert.match(refusal(inFile(JSON.parse('{"__proto__": 1}') as Record<string, unknown>)), /unknown key "__proto__"/)
    assert.match(refusal(inFile({ toString: 1 })), /unknown key "toString"/)
  })

  it('a malformed value is refused with its place, what is expected and an example', () => {
    assert.equal(refusal({ flags: { minCopies: 'two' } }), '--min-copies: "two" is not a whole number, such as 3')
    assert.match(refusal({ env: { HIRO_CAPACITY: '10G' } }), /^HIRO_CAPACITY: "10G" is not a size .* such as 10GiB/)
    assert.match(
      refusal(inFile({ heartbeat: 30 })),
      /^\/etc\/hiro\/worker\.json: "heartbeat": 30 is not a duration .* 30s/,
    )
    const bad: Record<string, unknown[]> = {
      capacity: [null, true, -1, 1.5, '', [1]],
      heartbeat: [null, '30', {}],
      store: [null, 1, ''],
      listen: [null, 1, ['a', 1], { a: 1 }],
      minCopies: [null, '', '-1', '1.5', 1.5, -1, '0x10', 2 ** 60],
      verbose: [null, 'yes', 1, ''],
      zone: [null, 1],
    }
    for (const [name, values] of Object.entries(bad)) {
      for (const value of values) assert.match(refusal(inFile({ [name]: value })), new RegExp(`"${name}": .* is not `))
    }
  })

  it('a malformed value is refused even where another one wins', () => {
    assert.match(refusal({ flags: { capacity: '1GiB' }, env: { HIRO_CAPACITY: 'much' } }), /^HIRO_CAPACITY/)
  })

  it('values out of bounds are refused with the bound', () => {
    assert.equal(refusal({ flags: { capacity: '4096' } }), '--capacity: "4096" is less than 1 MiB')
    assert.equal(refusal({ flags: { heartbeat: '2m' } }), '--heartbeat: "2m" is more than 1 m')
    assert.equal(resolveConfig(schema, { ...nothing, flags: { capacity: '1MiB' } }).values.capacity, 2 ** 20)
  })

  it('a secret is given on, but shown nowhere', () => {
    const config = resolveConfig(schema, { ...nothing, env: { HIRO_SECRET: 'marker' } })
    assert.equal(config.values.secret, 'marker')
    assert.equal(config.settings.at(-1)?.text, '(not shown)')
    assert.doesNotMatch(refusal(inFile({ secret: ['marker'] })), /marker/)
  })
})

describe('need', () => {
  it('gives the value, or says every way to give it', () => {
    const zone: string = need(resolveConfig(schema, { ...nothing, flags: { zone: 'attic' } }), 'zone')
    assert.equal(zone, 'attic')
    const message = 'zone is not set; give --zone or HIRO_ZONE or "zone" in the configuration file'
    assert.throws(() => need(resolveConfig(schema, nothing), 'zone'), { code: 'usage', message })
    assert.equal(need(resolveConfig(schema, { ...nothing, flags: { verbose: false } }), 'verbose'), false)
  })
})
