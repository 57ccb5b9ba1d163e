import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { plantFolder, removeFolder, root } from '../planted-folder.ts'

const noClock = 'eslint(no-restricted-globals)'
const noProperty = 'eslint(no-restricted-properties)'
const noImport = 'eslint(no-restricted-imports)'

/** Code that must not pass → the rule that must say so. */
const wrong: Array<[code: string, rule: string]> = [
  ['export const at = new Date()', noClock],
  ['export const at = Date.now()', noClock],
  ['export const at = performance.now()', noClock],
  ['setTimeout(() => {}, 1)', noClock],
  ['setInterval(() => {}, 1)', noClock],
  ['setImmediate(() => {})', noClock],
  ['export const id = crypto.randomUUID()', noClock],
  ['export const dice = Math.random()', noProperty],
  ['export const dice = Math["random"]()', noProperty],
  ['globalThis.setTimeout(() => {}, 1)', noProperty],
  ['export const { setTimeout } = globalThis', noProperty],
  ['export const signal = AbortSignal.timeout(1)', noProperty],
  ['export const at = process.hrtime.bigint()', noProperty],
  ["export { setTimeout } from 'node:timers/promises'", noImport],
  ["import { performance as p } from 'node:perf_hooks'\nexport const at = p.now()", noImport],
  ["import { randomBytes } from 'node:crypto'\nexport const key = randomBytes(32)", noImport],
  ['export async function f() { await null }\nf()', 'typescript(no-floating-promises)'],
  ['async function f() {}\nexport const g = f() ? 1 : 2', 'typescript(no-misused-promises)'],
  ['export async function f(g: () => number) { await g() }', 'typescript(await-thenable)'],
  [
    "export function f(kind: 'a' | 'b') { switch (kind) { case 'a': return 1 } return 2 }",
    'typescript(switch-exhaustiveness-check)',
  ],
  ['export function f(g: any) { return String(g) }', 'typescript(no-explicit-any)'],
  ['export function f(): string { return JSON.parse("1") }', 'typescript(no-unsafe-return)'],
  ['export function f(list: number[]) { return list[0]! }', 'typescript(no-non-null-assertion)'],
  ['export function f() { throw "no error" }', 'typescript(only-throw-error)'],
  [
    'export async function f(g: () => Promise<void>) { try { return g() } catch { return undefined } }',
    'typescript(return-await)',
  ],
  ["import { join } from 'node:path'\nexport const a = 1", 'eslint(no-unused-vars)'],
  ['export function f(a: unknown) { return a == 1 }', 'eslint(eqeqeq)'],
  ['export default 1', 'import(no-default-export)'],
  ["export { join } from 'path'", 'unicorn(prefer-node-protocol)'],
  ['export const many = 1\n'.padEnd(400, '\n'), 'eslint(max-lines)'],
  ['// oxlint-disable-next-line eqeqeq\nexport const a = 1', 'Unused'],
]

const mayTouchTime = ['shared/clock/a.ts', 'shared/random/a.ts', 'testnet/a.ts', 'testnet/specs/a.spec.ts']
const timeless = ['testnet/simulator/a.ts', 'worker/a.spec.ts', 'tools/a.ts', 'client/cli/a.ts', 'shared/a.ts']
const touch = "export const at = Date.now() * Math.random()\nexport { setTimeout as t } from 'node:timers/promises'"

interface Linted {
  diagnostics: Array<{ filename: string; code?: string; message: string }>
}

describe('lint', () => {
  let found: Linted['diagnostics']
  const messagesOf = (file: string) =>
    found.filter(({ filename }) => filename === file).map(({ code, message }) => code ?? message)

  before(async () => {
    const files = Object.fromEntries([
      ...wrong.map(([code], i) => [`worker/planted-${i}.ts`, `${code}\n`]),
      ...[...mayTouchTime, ...timeless].map((file) => [file, `${touch}\n`]),
    ]) as Record<string, string>
    const folder = await plantFolder(['.oxlintrc.json'], files)
    const oxlint = join(root, 'node_modules/.bin/oxlint')
    const run = spawnSync(process.execPath, [oxlint, '-f', 'json'], { cwd: folder, encoding: 'utf8' })
    await removeFolder(folder)
    found = (JSON.parse(run.stdout) as Linted).diagnostics
  })

  for (const [i, [code, rule]] of wrong.entries()) {
    it(`${rule}: ${code.trim().replaceAll('\n', ' ')}`, () => {
      const messages = messagesOf(`worker/planted-${i}.ts`)
      assert(
        messages.some((message) => message.startsWith(rule)),
        `${messages}`,
      )
    })
  }

  for (const file of timeless) {
    it(`clocks and dice are refused in ${file}`, () => {
      assert.deepEqual(messagesOf(file).toSorted(), [noClock, noImport, noProperty].toSorted())
    })
  }

  for (const file of mayTouchTime) {
    it(`clocks and dice are let in in ${file}`, () => assert.deepEqual(messagesOf(file), []))
  }
})
