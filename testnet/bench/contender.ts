import type { SystemName } from './report.ts'
import type { Command } from './tools/command.ts'

/** A system that is measured: up and empty. What is added stays, under a name of its own each time, so that no removal in the background is measured. */
export interface Contender extends AsyncDisposable {
  readonly system: SystemName
  /** Takes the file `source`, durable in three copies when it ends. */
  addFile(source: string, name: string): Command
  /** Writes the file to its standard output. */
  readFile(name: string): Command
  addTree(source: string, name: string): Command
  /** To the folder `target`, which is not there yet. */
  getTree(name: string, target: string): Command
  /** A whole process that reads a small file; absent: not measured. */
  readSmall?(name: string): Command
  /** The folder in which programs have it as they have a disk, mounted from now on. Needs what `whyNoMount` asks for. */
  mounted(): Promise<string>
  /** Resolves when nothing that was added is in any memory, and the programs are; what was mounted is mounted anew. */
  cool(): Promise<void>
}
