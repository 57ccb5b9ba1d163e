import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { cleanEnv } from '../../process/entry.ts'
import type { Command } from '../tools/command.ts'

/** Starts what stays in the foreground, and leaves it, not waiting for its end; whoever takes its namespace down ends it. */
export function startDaemon({ argv }: Command, logFile: string): ChildProcess {
  const [program = '', ...args] = argv
  const log = openSync(logFile, 'a')
  const child = spawn(program, args, { env: cleanEnv(), stdio: ['ignore', log, log], detached: true })
  child.on('error', () => {}) // shows as a server that is not there
  child.unref()
  closeSync(log)
  return child
}
