import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { plantFolder, removeFolder } from '../planted-folder.ts'

const schema = `syntax = "proto3";
enum Kind { NONE = 0; FILE = 1; }
message Entry { Kind kind = 1; bytes id = 2; repeated uint64 sizes = 3 [(protons.options).limit = 2]; }
`

describe('npm run protocol', function () {
  this.timeout(120_000) // a generator that is started several times, on a machine that may be busy
  let folder: string
  beforeEach(async () => {
    folder = await plantFolder([], { 'shared/protocol/entry.proto': schema })
  })
  afterEach(() => removeFolder(folder))

  const entry = (ending: string) => join(folder, `shared/protocol/entry.${ending}`)
  function protocol(...args: string[]) {
    return spawnSync(process.execPath, [join(import.meta.dirname, 'main.ts'), ...args, folder], { encoding: 'utf8' })
  }

  it('makes modules that Node runs: what goes in comes out, and limits hold', async () => {
    assert.equal(protocol().status, 0)
    const { Entry, Kind } = (await import(entry('js'))) as {
      Entry: { encode(entry: object): Uint8Array; decode(bytes: Uint8Array): object }
      Kind: { FILE: string }
    }
    const value = { kind: Kind.FILE, id: new Uint8Array([1, 2]), sizes: [5n, 2n ** 60n] }
    assert.deepEqual(Entry.decode(Entry.encode(value)), value)
    assert.throws(() => Entry.decode(Entry.encode({ sizes: [1n, 2n, 3n] })), /too many elements/)
  })

  it('leaves out the streaming decoder, and no TypeScript behind', () => {
    assert.equal(protocol().status, 0)
    for (const ending of ['js', 'd.ts']) assert.doesNotMatch(readFileSync(entry(ending), 'utf8'), /stream|FieldEvent/i)
    assert.throws(() => readFileSync(entry('ts')))
  })

  it('the check fails for a pair that is missing, edited or older than its schema', () => {
    assert.equal(protocol('--check').status, 1)
    protocol()
    assert.equal(protocol('--check').status, 0)

    appendFileSync(entry('d.ts'), '// edited\n')
    assert.match(protocol('--check').stderr, /^shared\/protocol\/entry\.d\.ts is not what .*entry\.proto says/)

    protocol()
    writeFileSync(entry('proto'), schema.replace('bytes id', 'string id'))
    assert.equal(protocol('--check').status, 1)

    protocol()
    rmSync(entry('js'))
    assert.equal(protocol('--check').status, 1)
  })

  it('refuses a TypeScript file of the same name, which would hide the generated one from the compiler', () => {
    writeFileSync(entry('ts'), '')
    assert.match(protocol().stderr, /entry\.ts hides the generated module/)
  })
})
