import type { FoundPolicy } from '../index.ts'
import { policyText } from '../policy-text.ts'
import type { Terminal } from './terminal/terminal.ts'

/** `ec:4+2 (of /films)`. */
export function policyLine(terminal: Terminal, { policy, from }: FoundPolicy): string {
  return `${policyText(policy)} (${from === undefined ? "the swarm's" : `of ${terminal.name(from)}`})`
}
