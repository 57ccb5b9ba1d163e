import type { Who } from './layout.ts'

/** Where the processes of a testnet run, where it is not simply here: on disks, in networks and under commands that somebody else has made. Each part may be left out. */
export interface Surroundings {
  /** Called when the testnet's folder is claimed and nothing of a role is in it: the moment to mount a disk at `<folder>/<who>`. */
  prepare?(folder: string): Promise<void>
  /** The IPv4 address that it listens on; the loopback unless told otherwise. */
  host?(who: Who): string | undefined
  /** Words before the command that starts it, such as `ip netns exec NAME`. They must give way to it (exec), so that the pid is its own. */
  before?(who: Who | 'client'): readonly string[]
}

/** What to spawn for a command that may have words before it. */
export function spawnWords(
  before: readonly string[],
  program: string,
  args: readonly string[],
): [string, readonly string[]] {
  const [first, ...rest] = [...before, program]
  return [first ?? program, [...rest, ...args]]
}
