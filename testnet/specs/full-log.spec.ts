import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import type { Who } from '../layout.ts'
import { launcher } from '../process/entry.ts'
import { mustRead, put } from './commands-fixture.ts'
import { sharedSwarm } from './swarm-fixture.ts'

describe('the disk that the log goes to is full', function () {
  this.timeout(60_000)
  const swarm = sharedSwarm()
  const children: ChildProcess[] = []

  afterEach(async () => {
    for (const child of children) {
      const gone = once(child, 'exit')
      if (child.kill('SIGKILL')) await gone
    }
  })

  function startWithFullLog(who: Who): void {
    const full = openSync('/dev/full', 'w')
    const role = who === 'coordinator' ? 'coordinator' : 'worker'
    children.push(spawn(launcher(), [role, '--config', swarm.net.files(who).config], { stdio: ['ignore', full, full] }))
    closeSync(full)
  }

  it('coordinator and worker start, and serve', async () => {
    const { net } = swarm
    const victims: readonly Who[] = ['coordinator', 'worker-1']
    await Promise.all(victims.map(async (who) => await net.kill(who)))
    for (const who of victims) startWithFullLog(who)
    await net.waitJoined()
    await put(net, '/full-log', 'goes on')
    await mustRead(net, '/full-log', 'goes on')
  })
})
