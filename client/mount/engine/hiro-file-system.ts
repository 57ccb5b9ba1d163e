import type { FileSystem } from '../file-system.ts'
import type { Engine } from './engine.ts'
import { extendedCalls } from './extended-calls.ts'
import { fileCalls } from './file-calls.ts'
import { folderCalls } from './folder-calls.ts'
import { lockCalls } from './lock-calls.ts'
import { nameCalls } from './name-calls.ts'
import { nodeCalls } from './node-calls.ts'
import type { Trust } from './trust.ts'

/** A mounted swarm: the FileSystem port on the library's files and folders, and nothing more. */
export function hiroFileSystem(engine: Engine): FileSystem {
  const { trust } = engine
  const names = nameCalls(engine)
  const files = fileCalls(engine)
  const nodes = nodeCalls(engine)
  const extended = extendedCalls(engine)
  return {
    ...nodes,
    ...names,
    ...files,
    ...folderCalls(engine),
    ...extended,
    ...lockCalls(engine),
    setAttributes: noted(trust, nodes.setAttributes),
    makeFile: noted(trust, names.makeFile),
    makeFolder: noted(trust, names.makeFolder),
    makeSymlink: noted(trust, names.makeSymlink),
    removeFile: noted(trust, names.removeFile),
    removeFolder: noted(trust, names.removeFolder),
    rename: noted(trust, names.rename),
    create: noted(trust, files.create),
    flush: noted(trust, files.flush),
    sync: noted(trust, files.sync),
    release: noted(trust, files.release),
    setExtended: noted(trust, extended.setExtended),
    removeExtended: noted(trust, extended.removeExtended),
  }
}

/** What another call looks up meanwhile may be as it was before this one. */
function noted<Wanted extends readonly unknown[], Result>(
  trust: Trust,
  call: (...wanted: Wanted) => Promise<Result>,
): (...wanted: Wanted) => Promise<Result> {
  return async (...wanted) => {
    try {
      return await call(...wanted)
    } finally {
      trust.changed()
    }
  }
}
