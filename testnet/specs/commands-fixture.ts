import assert from 'node:assert/strict'
import { join } from 'node:path'
import type { Who } from '../layout.ts'
import type { HiroOptions, Outcome } from '../process/hiro.ts'
import type { Testnet } from '../testnet.ts'
import { sha256 } from './bytes-fixture.ts'

type Options = HiroOptions & { readonly input?: string | Uint8Array }

/** Runs a command that must go well, and without a word of warning. */
export async function ok(net: Testnet, args: readonly string[], options: Options = {}): Promise<Outcome> {
  const outcome = await net.hiro(args, options)
  assert.deepEqual([outcome.stderr, outcome.code], ['', 0], `hiro ${args.join(' ')}`)
  return outcome
}

/** Runs a command that must fail, with this exit code and message, and without a result. */
export async function fails(
  net: Testnet,
  code: number,
  message: RegExp,
  args: readonly string[],
  options: Options = {},
): Promise<Outcome> {
  const outcome = await net.hiro(args, options)
  assert.match(outcome.stderr, message)
  assert.deepEqual([outcome.stdout, outcome.code], ['', code], `hiro ${args.join(' ')}: ${outcome.stderr}`)
  return outcome
}

/** Adds bytes from standard input; undisturbed, and so without a warning. */
export async function put(net: Testnet, path: string, bytes: Uint8Array | string, ...more: string[]): Promise<void> {
  await ok(net, ['add', '-', '--to', path, ...more], { input: bytes })
}

/** Reads the file back and fails unless it is exactly this. Gives what was said on standard error. */
export async function mustRead(net: Testnet, path: string, bytes: Uint8Array | string): Promise<string> {
  const { stdoutBytes, stderr, code } = await net.hiro(['cat', path])
  assert.equal(code, 0, `hiro cat ${path}: ${stderr}`)
  const expected = Buffer.from(bytes)
  assert.deepEqual(
    { sizeBytes: stdoutBytes.byteLength, sha256: sha256(stdoutBytes) },
    { sizeBytes: expected.byteLength, sha256: sha256(expected) },
    path,
  )
  return stderr
}

/** Whether the swarm shows something there. */
export async function isThere(net: Testnet, path: string): Promise<boolean> {
  const { code, stderr } = await net.hiro(['stat', path])
  assert(code === 0 || code === 3, `hiro stat ${path}: ${stderr}`)
  return code === 0
}

export interface PieceWhere {
  readonly cid: string
  readonly size: number
  readonly workers: readonly Who[]
}

export async function piecesOf(net: Testnet, path: string): Promise<readonly PieceWhere[]> {
  const { stdout } = await ok(net, ['why', '--json', path])
  return (JSON.parse(stdout) as { pieces: PieceWhere[] }).pieces
}

/** Where a worker keeps a piece of more than 64 KiB. */
export function pieceFile(net: Testnet, who: Who, cid: string): string {
  return join(net.files(who).store, 'pieces', cid.slice(-2), cid)
}
