import assert from 'node:assert/strict'
import { sleep } from '../../shared/clock/sleep.ts'
import { HiroError } from '../../shared/errors.ts'
import { fromHex, ROOT_ID, toHex } from '../../shared/ids.ts'
import type { OpenIntentRequest } from '../../shared/protocol/control/control.js'
import { collect, scripted } from '../client-fixture.ts'
import { read } from '../download/download.ts'
import { sealName } from '../seal/names.ts'
import { upload } from '../upload/upload.ts'

describe('ids of folders that are remembered', () => {
  it('two uploads at once into a folder that others replaced: each asks anew, though the other forgot its id first', async () => {
    const swarm = scripted('ids')
    await swarm.clock.drive(swarm.tree.makeFolder('/a'))
    const { entries } = swarm.coordinator
    const [[key, folder] = []] = [...entries].filter(([, entry]) => entry.folder)
    assert(key !== undefined && folder)
    const [old, now] = [toHex(folder.id), 'ab'.repeat(16)]
    const sealedName = sealName(swarm.ports.namespace.keys, { parent: ROOT_ID, child: now, name: 'a' }, swarm.random)
    entries.set(key, { ...folder, id: fromHex(now), sealedName })
    const refused: string[] = []
    swarm.coordinator.before = ({ name, body }) => {
      if (name !== 'openIntent' || toHex((body as OpenIntentRequest).parent) !== old) return
      refused.push(old)
      throw new HiroError('not-found', 'no such folder')
    }
    // The second has its content later: by then the first has forgotten what both believed.
    const content = async function* () {
      await sleep(swarm.clock, 100)
      yield Buffer.from('second')
    }
    const settings = { window: 2, chunkSizeBytes: 100 }
    const second = upload(swarm.ports, '/a/second', content(), {}, settings)
    const first = upload(swarm.ports, '/a/first', Buffer.from('first'), {}, settings)
    await swarm.clock.drive(Promise.all([second, first]))
    assert.equal(refused.length, 2)
    assert.equal(String(await swarm.clock.drive(collect(read(swarm.ports, '/a/second', {}, 2)))), 'second')
  })
})
