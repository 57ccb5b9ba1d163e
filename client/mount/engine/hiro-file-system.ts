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
    setAttributes: noted(trust, async (...wanted) => await nodes.setAttributes(...wanted)),
    makeFile: noted(trust, async (...wanted) => await names.makeFile(...wanted)),
    makeFolder: noted(trust, async (...wanted) => await names.makeFolder(...wanted)),
    makeSymlink: noted(trust, async (...wanted) => await names.makeSymlink(...wanted)),
    removeFile: noted(trust, async (...wanted) => await names.removeFile(...wanted)),
    removeFolder: noted(trust, async (...wanted) => await names.removeFolder(...wanted)),
    rename: noted(trust, async (...wanted) => await names.rename(...wanted)),
    create: noted(trust, async (...wanted) => await files.create(...wanted)),
    flush: noted(trust, async (...wanted) => await files.flush(...wanted)),
    sync: noted(trust, async (...wanted) => await files.sync(...wanted)),
    release: noted(trust, async (...wanted) => await files.release(...wanted)),
    setExtended: noted(trust, async (...wanted) => await extended.setExtended(...wanted)),
    removeExtended: noted(trust, async (...wanted) => await extended.removeExtended(...wanted)),
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
