import assert from 'node:assert/strict'
import { lstat, open, rm, stat } from 'node:fs/promises'
import { waitFor } from '../../process/wait.ts'
import type { Place } from './place.ts'

const TICK_TIMEOUT_MS = 10_000

/** As `ENOENT`, of Node's calls and of ours. */
export function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error)
}

/** The code that it was refused with, and that it is one of those. */
export async function refused(codes: string | readonly string[], attempt: Promise<unknown>): Promise<void> {
  const expected = [codes].flat()
  const found = await attempt.then(() => 'no error', codeOf)
  assert(expected.includes(found), `expected ${expected.join(' or ')}, found ${found}`)
}

/** Says where they differ: a diff of many bytes takes minutes. */
export function sameBytes(found: Buffer, expected: Buffer): void {
  if (found.equals(expected)) return
  assert.equal(found.length, expected.length, 'another length')
  const at = expected.findIndex((byte, index) => byte !== found[index])
  const some = (bytes: Buffer): string => bytes.subarray(at, at + 16).toString('hex')
  assert.fail(`from byte ${at} on: expected ${some(expected)}, found ${some(found)}`)
}

/** One of them makes it, and all others are told that it is there. */
export async function oneOf(attempts: readonly Promise<unknown>[]): Promise<void> {
  const ends = await Promise.allSettled(attempts)
  const codes = ends.flatMap((end) => (end.status === 'rejected' ? [codeOf(end.reason)] : []))
  assert.deepEqual(
    codes,
    Array.from({ length: attempts.length - 1 }, () => 'EEXIST'),
  )
}

export async function exists(path: string): Promise<boolean> {
  return await lstat(path).then(
    () => true,
    (error: unknown) => {
      if (codeOf(error) === 'ENOENT') return false
      throw error
    },
  )
}

/** Permission bits and the three above them. */
export async function modeOf(path: string): Promise<number> {
  return (await stat(path)).mode & 0o7777
}

export function octal(mode: number): string {
  return `0${mode.toString(8)}`
}

/** What a descriptor of the path gives, whatever Node makes of a whole file. */
export async function readAt(path: string, position: number, length: number): Promise<Buffer> {
  await using file = await open(path, 'r')
  const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, position)
  return buffer.subarray(0, bytesRead)
}

export interface Changed {
  readonly mtime: boolean
  readonly ctime: boolean
}

/** Which times of `path` an operation moves on. */
export async function timesChangedBy(place: Place, path: string, operation: () => Promise<unknown>): Promise<Changed> {
  const before = await lstat(path, { bigint: true })
  await clockBehind(place, before.ctimeNs > before.mtimeNs ? before.ctimeNs : before.mtimeNs)
  await operation()
  const after = await lstat(path, { bigint: true })
  return { mtime: after.mtimeNs > before.mtimeNs, ctime: after.ctimeNs > before.ctimeNs }
}

/** Waits until the file system's own clock, however coarse it is, has gone on: a change from now on shows. */
async function clockBehind({ folder }: Place, timeNs: bigint): Promise<void> {
  const probe = `${folder}-clock`
  const hasGoneOn = async (): Promise<boolean> => {
    await using file = await open(probe, 'w')
    await file.writeFile('x')
    return (await file.stat({ bigint: true })).ctimeNs > timeNs
  }
  try {
    await waitFor(hasGoneOn, {
      otherwise: 'the clock of the file system did not go on',
      timeoutMs: TICK_TIMEOUT_MS,
      pollMs: 2,
    })
  } finally {
    await rm(probe, { force: true })
  }
}
