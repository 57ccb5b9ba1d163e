import assert from 'node:assert/strict'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { waitFor } from '../process/wait.ts'
import { randomBytes } from './bytes-fixture.ts'
import { fails, mustRead, ok, put } from './commands-fixture.ts'
import { sharedSwarm } from './swarm-fixture.ts'

const [DONE, FAILED] = [0, 5]
const COUNTED_TIMEOUT_MS = 30_000

interface Quota {
  readonly usedSize: number
  readonly usedFiles: number
  readonly counting: boolean
}

/** What is worked, and where the coordinator dies meanwhile. */
interface Death {
  readonly at: string
  readonly work: readonly string[]
}

type Count = readonly [bytes: number, files: number]

/** Everybody runs one of the deaths; with `all` it takes a minute. */
export function quotasSuite({ all }: { readonly all: boolean }): void {
  describe('quotas', function () {
    this.timeout(180_000)
    const swarm = sharedSwarm()

    /** What the quota that holds there counts, once nothing is being counted any more. */
    async function counted(path: string): Promise<Count> {
      let quota: Quota | undefined
      const done = async (): Promise<boolean> => {
        quota = JSON.parse((await ok(swarm.net, ['quota', 'show', '--json', path])).stdout) as Quota
        return !quota.counting
      }
      await waitFor(done, { otherwise: 'it was never counted to the end', timeoutMs: COUNTED_TIMEOUT_MS })
      return [quota?.usedSize ?? 0, quota?.usedFiles ?? 0]
    }

    async function du(path: string): Promise<Count> {
      const { stdout } = await ok(swarm.net, ['du', '-s', '--json', path])
      const { size, files } = JSON.parse(stdout) as { size: number; files: number }
      return [size, files]
    }

    async function dieAt({ at, work }: Death): Promise<void> {
      const { net } = swarm
      await net.kill('coordinator')
      await net.startAll(['coordinator'], { env: { HIRO_KILL_AT: at } })
      const doing = net.hiro(work, { input: randomBytes(at, 5_000) })
      const options = { otherwise: `it never came to "${at}"`, timeoutMs: COUNTED_TIMEOUT_MS }
      await waitFor(() => !net.alive('coordinator'), options)
      await net.stop('coordinator')
      await net.start('coordinator')
      const { code, stderr } = await doing
      assert.equal(code, DONE, `${work.join(' ')}: ${stderr}`)
    }

    it('refuse what does not fit and say whose quota it is, and count what is there, also when the coordinator is killed while it counts', async () => {
      const { net } = swarm
      await ok(net, ['mkdir', '-p', '/home/ada/music'])
      await ok(net, ['quota', 'set', '/home/ada', '100KiB', '--files', '3'])
      await put(net, '/home/ada/music/a', randomBytes('a', 60 * 1024))
      const refused =
        /41 KiB more do not fit: 60 KiB of 100 KiB and 1 of 3 files are used \(the quota of "\/home\/ada"\)\n.*hiro quota show/
      const beyond = { input: randomBytes('b', 41 * 1024) }
      await fails(net, FAILED, refused, ['add', '-', '--to', '/home/ada/music/b'], beyond)
      assert.deepEqual(await counted('/home/ada'), [60 * 1024, 1])
      await dieAt({ at: 'files-recounting', work: ['rm', '-r', '/home/ada/music'] })
      assert.deepEqual(await counted('/home/ada'), [0, 0])
    })

    if (!all) return

    it('of a tree of small files what fits is there, and each of the others is told', async () => {
      const { net, folder } = swarm
      const tree = join(folder, 'tree')
      await mkdir(tree)
      for (const name of ['a', 'b', 'c', 'd', 'e']) await writeFile(join(tree, name), randomBytes(name, 3_000))
      await ok(net, ['mkdir', '/small'])
      await ok(net, ['quota', 'set', '/small', '10KB'])
      const { code, stderr } = await net.hiro(['add', tree, '--to', '/small/tree'])
      assert.equal(code, FAILED, stderr)
      assert.match(stderr, /do not fit: .* \(the quota of "\/small"\)/)
      for (const found of [await counted('/small'), await du('/small')]) assert.deepEqual(found, [9_000, 3])
    })

    it('count what is there when the coordinator is killed under uploads, removals and moves, again and again', async () => {
      const { net } = swarm
      for (const path of ['/kill', '/kill/in', '/kill/out', '/kill/in/many']) await ok(net, ['mkdir', path])
      await ok(net, ['quota', 'set', '/kill', '1GiB'])
      await ok(net, ['quota', 'set', '/kill/out', '1GiB'])
      const names = Array.from({ length: 6 }, (_, n) => `/kill/in/many/${n}`)
      await Promise.all(names.map(async (path, n) => await put(net, path, randomBytes(path, 1_000 + n))))
      const deaths: Death[] = [
        { at: 'files-recounting', work: ['mv', '/kill/in/many', '/kill/out/many'] },
        { at: 'files-recounted', work: ['rm', '-r', '/kill/out/many'] },
        { at: 'published', work: ['add', '-', '--to', '/kill/in/published'] },
        { at: 'publishing', work: ['add', '-', '--to', '/kill/in/publishing'] },
        { at: 'removed', work: ['rm', '/kill/in/published'] },
        { at: 'restored', work: ['restore', '/kill/out/many'] },
      ]
      for (const death of deaths) {
        await dieAt(death)
        for (const path of ['/kill/in', '/kill/out'])
          assert.deepEqual(await counted(path), await du(path), `${path} after a death at "${death.at}"`)
      }
      assert.deepEqual(await counted('/kill/out'), [6_015, 6])
      await mustRead(net, '/kill/out/many/3', randomBytes('/kill/in/many/3', 1_003))
    })
  })
}
