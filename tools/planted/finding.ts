/** What one catcher says of one tree. */
export type Finding =
  /** Nothing is wrong, as far as it sees. */
  | { readonly kind: 'well' }
  /** This is wrong. */
  | { readonly kind: 'seen'; readonly by: string; readonly message: string }
  /** It cannot tell: it did not run to its end, or failed for a reason that has nothing to do with the bug. */
  | { readonly kind: 'broken'; readonly why: string }

const LINE_LENGTH_MAX = 160
/** How node:assert begins, which says nothing of what was found. */
const PREAMBLE = /^Expected values to be (strictly|loosely) (deep-)?equal:(\s*\+ actual - expected)?/

/** A message as one line of a table. */
export function shortly(message: string): string {
  const line = message.trim().replace(PREAMBLE, '').trim().replaceAll(/\s+/g, ' ')
  return line.length > LINE_LENGTH_MAX ? `${line.slice(0, LINE_LENGTH_MAX)}…` : line
}

export function wordsOf(finding: Finding): string {
  switch (finding.kind) {
    case 'well':
      return 'sees nothing wrong'
    case 'seen':
      return finding.message
    case 'broken':
      return finding.why
  }
}
