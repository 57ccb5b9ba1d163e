import { Engine } from '../../../client/mount/engine/engine.ts'
import { hiroFileSystem } from '../../../client/mount/engine/hiro-file-system.ts'
import type { FileSystem } from '../../../client/mount/file-system.ts'
import { fileSystemSuite } from '../../../client/mount/suite/file-system-suite.ts'
import { silentLog } from '../../../shared/log.ts'
import { QuietSwarm } from './quiet-swarm-fixture.ts'

let swarms = 0

const make = async (): Promise<FileSystem> => {
  const client = await new QuietSwarm(`mount ${++swarms}`).live()
  return hiroFileSystem(await Engine.make(client, silentLog, { owner: { uid: 0, gid: 0 }, readOnly: false }))
}

fileSystemSuite('a mounted swarm', make, { holes: false })
