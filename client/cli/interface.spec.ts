import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { HiroError } from '../../shared/errors.ts'
import type { Version } from '../index.ts'
import {
  addJson,
  checkJson,
  entryJson,
  errorJson,
  exitTable,
  policyJson,
  quotaJson,
  restoredJson,
  settingJson,
  snapshotJson,
  statusJson,
  tidyJson,
  trashEmptiedJson,
  trashJson,
  usageJson,
  versionJson,
  watchJson,
  whyJson,
} from './interface.ts'
import { TestSwarm } from './test-swarm.ts'
import { versionsAt } from './test-versions.ts'

const read = (readme: string) => readFileSync(join(import.meta.dirname, readme), 'utf8')

/** The rows of the table below a heading, cell by cell. */
function tableUnder(heading: string, readme: string): string[][] {
  const section = read(readme).split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
  const rows = section.split('\n').filter((line) => line.startsWith('|'))
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
}

function ticked(cell: string): string[] {
  return Array.from(cell.matchAll(/`([^`]+)`/g), ([, word = '']) => word)
}

/** `pieces[].cid`, for every leaf. */
function keysOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((item) => keysOf(item, `${path}[]`)))]
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, item]) => keysOf(item, path === '' ? key : `${path}.${key}`))
}

async function versionOf(path: string): Promise<Version> {
  for await (const version of versionsAt(path)) return version
  throw new Error('a file has a version')
}

describe('exit codes and --json', () => {
  it('every exit code is documented with what it means and the errors that end with it', () => {
    const documented = tableUnder('Exit codes', '../../README.md').map(([exit, means, codes = '']) => ({
      exit: Number(exit),
      means,
      codes: ticked(codes),
    }))
    assert.deepEqual(documented, exitTable())
  })

  it('every key of every shape is documented, and no other', async () => {
    const swarm = new TestSwarm()
    const added = await swarm.add('/f', Buffer.from('x'))
    const bad = { cid: 'c', worker: 'w', peer: 'p', code: 'integrity', message: '' } as const
    const restored = { atMs: 1, keptUntilMs: 2, unknown: 3, unknownBytes: 4 }
    await swarm.setPolicy('/', { dataShards: 2, parityShards: 1 })
    const policy = await swarm.policy('/f')
    const quota = { path: '/', bytesMax: 1, filesMax: 1, usedBytes: 1, usedFiles: 1, counting: false }
    const [usage = assert.fail()] = await Array.fromAsync(swarm.usage('/f'))
    const link = await swarm.symlink('f', '/l')
    const xattrs = new Map([['user.a', new Uint8Array()]])
    const more = entryJson({ ...link, uid: 1, gid: 2, xattrs })
    const file = { ...more, ...entryJson({ ...(await swarm.stat('/f')), uid: 1, gid: 2, xattrs }) }
    const shapes: Record<string, object> = {
      add: addJson(added),
      ls: file,
      stat: { ...file, ...entryJson({ ...(await swarm.stat('/f')), uid: 1, gid: 2, xattrs }, policy) },
      'policy show': policyJson('/f', policy),
      'quota show': quotaJson(quota),
      du: usageJson(usage, quota),
      why: whyJson(await swarm.why('/f')),
      check: checkJson({ ...(await swarm.check('/f')), bad: [bad], unreachable: ['w'] }),
      status: statusJson({ ...(await swarm.status()), restored }),
      trash: trashJson((await swarm.trashAt('/f'))[0] ?? assert.fail()),
      versions: versionJson({ ...(await versionOf('/f')), trashUntilMs: 1 }),
      snapshot: snapshotJson(await swarm.takeSnapshot('n')),
      'trash empty': trashEmptiedJson(await swarm.emptyTrash()),
      restore: restoredJson(await swarm.restore('/f')),
      tidy: tidyJson('/f', { bytes: 1, parts: 2 }),
      watch: watchJson({ kind: 'moved', path: '/b', from: '/a', folder: false, id: 'f', revision: 1, atMs: 1 }),
      config: settingJson({ name: 'n', text: 't', from: 'flag', where: '--n' }),
      'an error': errorJson(new HiroError('usage', 'why')),
    }
    const documented = tableUnder('--json', 'README.md').map(([command = '', , keys = '']) => [
      command.replaceAll('`', ''),
      ticked(keys).toSorted(),
    ])
    assert.deepEqual(
      documented,
      Object.entries(shapes).map(([command, shape]) => [command, keysOf(shape).toSorted()]),
    )
  })
})
