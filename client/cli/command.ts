import type { Command } from 'commander'
import type { Cli } from './cli.ts'

export interface CommandEntry {
  readonly name: string
  /** How it is written, in the overview. */
  readonly syntax: string
  readonly summary: string
  /** Its file, loaded when it is asked for. Absent: the launcher in bin/ knows who answers. */
  readonly load?: () => Promise<Define>
  /** What may follow it, for completion. */
  readonly words?: readonly string[]
  /** It needs no client, so its settings are not among its options. */
  readonly local?: true
}

/** Gives a command its arguments, options, examples and action. `everyCommand` loads all of them. */
export type Define = (command: Command, cli: Cli, everyCommand: () => Promise<LoadedCommand[]>) => void

export interface LoadedCommand {
  readonly entry: CommandEntry
  /** `undefined`: it is not the client's. */
  readonly command: Command | undefined
}

export interface CommandGroup {
  readonly title: string
  readonly commands: readonly CommandEntry[]
}
