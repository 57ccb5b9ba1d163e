import type { FileSystem } from '../file-system.ts'
import type { Engine } from './engine.ts'
import { extendedCalls } from './extended-calls.ts'
import { fileCalls } from './file-calls.ts'
import { folderCalls } from './folder-calls.ts'
import { lockCalls } from './lock-calls.ts'
import { nameCalls } from './name-calls.ts'
import { nodeCalls } from './node-calls.ts'

/** A mounted swarm: the FileSystem port on the library's files and folders, and nothing more. */
export function hiroFileSystem(engine: Engine): FileSystem {
  return {
    ...nodeCalls(engine),
    ...nameCalls(engine),
    ...fileCalls(engine),
    ...folderCalls(engine),
    ...extendedCalls(engine),
    ...lockCalls(engine),
  }
}
