import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { need, resolveConfig } from '../shared/config/config.ts'
import { coordinatorAddress } from '../shared/config/coordinator-address.ts'
import { kinds } from '../shared/config/kinds.ts'
import type { Setting } from '../shared/config/schema.ts'
import { workerSchema } from './config.ts'

describe('the configuration of a worker', () => {
  let readme: string
  before(async () => {
    readme = await readFile(new URL('./README.md', import.meta.url), 'utf8')
  })

  const sources = (content: Record<string, unknown>) => {
    return { flags: {}, env: {}, file: { path: '/etc/hiro/config.json', content }, cwd: '/', home: '/etc/hiro' }
  }

  it('the table in the README has every setting with its variable, default and meaning, and no other', () => {
    const rows = [...readme.matchAll(/^\| `(.*?) *\|$/gm)].map(([, row = '']) => row.split(/ *\| */).join(' | '))
    const expected = Object.entries<Setting>(workerSchema).map(([name, setting]) => {
      return [`${name}\``, `\`${setting.env}\``, defaultOf(setting), setting.doc].join(' | ')
    })
    assert.deepEqual(rows, expected)
  })

  it('the example in the README is one that a worker can start with', () => {
    const [, example = ''] = /```json\n(.*?)```/s.exec(readme) ?? []
    const config = resolveConfig(workerSchema, sources(JSON.parse(example) as Record<string, unknown>))
    assert.deepEqual(coordinatorAddress(need(config, 'coordinator')).addresses, ['/ip4/192.0.2.10/tcp/4600'])
    assert.equal(config.values.capacity, 500 * 2 ** 30)
    assert.equal(config.values.secretFile, '/etc/hiro/swarm.secret')
  })

  it('without a coordinator it says how to give one', () => {
    const config = resolveConfig(workerSchema, sources({}))
    assert.throws(() => need(config, 'coordinator'), { code: 'usage', message: /HIRO_COORDINATOR/ })
  })
})

function defaultOf(setting: Setting): string {
  if (setting.default === undefined) return 'needed'
  // The default is of the setting's kind; the compiler cannot follow that through the table.
  const text = (kinds[setting.kind].format as (value: unknown) => string)(setting.default)
  return text === '' ? 'none' : `\`${text}\``
}
