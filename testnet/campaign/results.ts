import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

export interface RoundResult {
  readonly fault: string
  /** Counted from 0. */
  readonly round: number
  /** Plays this one round again: `npm run campaign -- --seed …`. */
  readonly seed: string
  readonly tookMs: number
  /** Operations under load, by how they ended. */
  readonly acknowledged: number
  readonly failed: number
  readonly unknown: number
  /** Worst values. */
  readonly measures: Readonly<Record<string, number>>
  readonly violations: readonly string[]
  /** Where logs and ledger of a failed round lie. */
  readonly folder?: string
}

/** What lies in `results.json`. */
export interface Results {
  readonly seed: string
  readonly rounds: readonly RoundResult[]
  /** Faults that this machine cannot play, and why. */
  readonly skipped: Readonly<Record<string, string>>
}

/** `undefined`: there are none. */
export async function readResults(path: string): Promise<Results | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  return text === undefined ? undefined : (JSON.parse(text) as Results)
}

/** Whole or not at all: the campaign may be killed at any time, and goes on from here. */
export async function writeResults(path: string, results: Results): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(`${path}.new`, `${JSON.stringify(results, undefined, 1)}\n`)
  await rename(`${path}.new`, path)
}
