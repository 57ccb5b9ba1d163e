import { Engine } from '../../../client/mount/engine/engine.ts'
import { hiroFileSystem } from '../../../client/mount/engine/hiro-file-system.ts'
import type { FileSystem } from '../../../client/mount/file-system.ts'
import { fileSystemSuite } from '../../../client/mount/suite/file-system-suite.ts'
import { silentLog } from '../../../shared/log.ts'
import { QuietSwarm } from './quiet-swarm-fixture.ts'

let count = 0
/** Of the test that runs: their time must not pass on beside the tests that follow. */
const swarms: QuietSwarm[] = []

const make = async (): Promise<FileSystem> => {
  const swarm = new QuietSwarm(`mount ${++count}`)
  swarms.push(swarm)
  const client = await swarm.live()
  return hiroFileSystem(await Engine.make(client, silentLog, { owner: { uid: 0, gid: 0 }, readOnly: false }))
}

describe('the engine of a mount', () => {
  fileSystemSuite('a mounted swarm', make)
  afterEach(() => {
    for (const swarm of swarms.splice(0)) swarm.end()
  })
})
