import type { BadCopy } from '../index.ts'
import type { Cli } from './cli.ts'

/** Tells which worker's copy was not what was stored; another one was read in its place. */
export function warnOfBadCopies({ terminal }: Cli): (bad: BadCopy) => void {
  return (bad) => terminal.warn(badCopyText(bad))
}

export function badCopyText({ worker, cid, code, message }: BadCopy): string {
  return code === 'not-found'
    ? `${worker} does not have its copy of piece ${cid} any more`
    : `${worker} has a bad copy of piece ${cid}: ${message}`
}
