import type { Clock } from '../../shared/clock/clock.ts'
import type { Home } from '../../shared/config/home.ts'
import type { Random } from '../../shared/random/random.ts'
import type { ClientConfig, HiroClient } from '../index.ts'
import type { Terminal } from './terminal/terminal.ts'

/** What the commands use of the library; specs play it. */
export type Swarm = Pick<
  HiroClient,
  | 'add'
  | 'addPack'
  | 'read'
  | 'readSmall'
  | 'stat'
  | 'exists'
  | 'list'
  | 'mkdir'
  | 'rmdir'
  | 'remove'
  | 'move'
  | 'symlink'
  | 'trash'
  | 'restore'
  | 'emptyTrash'
  | 'why'
  | 'check'
  | 'status'
  | 'drain'
  | 'rebalance'
  | 'policy'
  | 'setPolicy'
  | 'quota'
  | 'quotas'
  | 'setQuota'
  | 'usage'
  | 'lock'
  | 'watch'
  | 'versions'
  | 'takeSnapshot'
  | 'snapshots'
  | 'dropSnapshot'
  | 'tidy'
>

/** What reading needs of it: a swarm that is there, or one that is rescued from folders. */
export type Readable = Pick<Swarm, 'read' | 'readSmall' | 'stat' | 'list'>

/** Options that every command has. Settings of the client (client/config.ts) are among them, by name. */
export interface CommonOptions {
  readonly home?: string
  readonly verbose?: boolean
  readonly json?: boolean
}

export type Stdin = AsyncIterable<Uint8Array> & { readonly isTTY?: boolean }

/** What a command works with, made by `run.ts` from the process, and by specs. */
export interface Cli {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdin: Stdin
  /** Its result goes to a file, and the screen is free. */
  readonly stdoutIsFile: boolean
  readonly terminal: Terminal
  readonly clock: Clock
  readonly random: Random
  /** Aborted by Ctrl-C and SIGTERM. */
  readonly signal: AbortSignal
  home(options: CommonOptions): Home
  /** Throws `usage` where there is no client, with the way to one. */
  config(options: CommonOptions): Promise<ClientConfig>
  /** The client of the swarm; closed when the command is over. Nothing is sent before the first call. */
  open(options: CommonOptions): Promise<Swarm>
  /** Mounts the swarm at a folder of this machine, for as long as this process runs or until it is unmounted. Ctrl-C unmounts it. */
  mount(
    options: CommonOptions,
    folder: string,
    how: { readonly readOnly: boolean; readonly cacheBytes: number },
  ): Promise<{ readonly ended: Promise<void> }>
  /** Throws `not-found`, `busy`. */
  unmount(folder: string, how: { readonly force: boolean }): Promise<void>
  /** Runs this command with `flag` besides in a process of its own, which goes on when this one ends; resolves when it does what it was started for. */
  background(flag: string): Promise<void>
  /**
   * Runs a program with this process's standard streams, and `env` besides its environment, to its end. While it runs, signals are the program's, and `signal` of this port is not aborted; aborting `signal` asks it to
   * end. Gives its exit code as shells do. Throws `usage`: it cannot be run.
   */
  run(words: readonly string[], env: Readonly<Record<string, string>>, signal: AbortSignal): Promise<number>
}
