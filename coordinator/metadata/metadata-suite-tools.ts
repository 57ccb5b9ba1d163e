import assert from 'node:assert/strict'
import { type ErrorCode, hasCode } from '../../shared/errors.ts'

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
export const text = (value: Uint8Array | undefined): string | undefined => value && Buffer.from(value).toString()

/** For `assert.rejects`: an error of ours with this code. */
export const code = (expected: ErrorCode) => (error: unknown) =>
  hasCode(error, expected) || assert.fail(`${expected} expected, got ${String(error)}`)
