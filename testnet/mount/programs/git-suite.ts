import assert from 'node:assert/strict'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { needTools } from '../../machine/need.ts'
import { needs } from '../../machine/needs-fixture.ts'
import { run } from '../run.ts'
import type { ProgramsSize } from './programs-size.ts'

/** Nobody's own settings: neither signing nor hooks, and no work behind the test's back. */
const ENV = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
const SETTINGS = [
  '-c',
  'user.name=Test',
  '-c',
  'user.email=test@example.org',
  '-c',
  'gc.auto=0',
  '-c',
  'init.defaultBranch=main',
]

async function git(repository: string, ...args: readonly string[]): Promise<string> {
  return await run({ argv: ['git', '-C', repository, ...SETTINGS, ...args], env: ENV })
}

/** A history for `git fast-import`: each commit adds a file and changes one that is in all of them. */
function history(commits: number): string {
  const file = (path: string, content: string): string =>
    `M 100644 inline ${path}\ndata ${Buffer.byteLength(content)}\n${content}\n`
  return Array.from({ length: commits }, (_, at) =>
    [
      `commit refs/heads/main\ncommitter Test <test@example.org> ${1_700_000_000 + at} +0000\ndata 0\n`,
      file(`folder-${at % 20}/file-${at}`, `file ${at}\n`.repeat((at % 50) + 1)),
      file('changelog', Array.from({ length: at + 1 }, (_, line) => `change ${line}\n`).join('')),
    ].join(''),
  ).join('')
}

export function gitSuite(
  folder: () => string,
  { commits, rounds, packs }: Pick<ProgramsSize, 'commits' | 'rounds' | 'packs'>,
): void {
  describe('git', () => {
    needs(() => needTools(['git']))
    const at = (name: string): string => join(folder(), name)

    before(async () => {
      await run({ argv: ['git', 'init', '--quiet', '--bare', at('origin.git')], env: ENV })
      const argv = ['git', '-C', at('origin.git'), 'fast-import', '--quiet']
      await run({ argv, env: ENV, input: history(commits) })
      await git(at('origin.git'), 'symbolic-ref', 'HEAD', 'refs/heads/main')
    })

    it(`clones ${commits} commits, and the clone is whole and unchanged`, async () => {
      await git(folder(), 'clone', '--quiet', '--no-local', at('origin.git'), at('clone'))
      await git(at('clone'), 'fsck', '--full', '--strict')
      assert.equal(await git(at('clone'), 'status', '--porcelain'), '')
      assert.equal(Number(await git(at('clone'), 'rev-list', '--count', 'HEAD')), commits)
    })

    it('commits what was changed, added and removed, and goes between commits', async () => {
      const clone = at('clone')
      for (let round = 0; round < rounds; round++) {
        await writeFile(join(clone, 'changelog'), `round ${round}\n`)
        await writeFile(join(clone, `new-${round}`), 'new\n')
        await rm(join(clone, `folder-${round}/file-${round}`))
        await git(clone, 'add', '--all')
        await git(clone, 'commit', '--quiet', '--message', `round ${round}`)
      }
      assert.equal(await git(clone, 'status', '--porcelain'), '')
      await git(clone, 'checkout', '--quiet', `HEAD~${2 * rounds}`)
      assert.equal(await git(clone, 'status', '--porcelain'), '')
      await git(clone, 'checkout', '--quiet', 'main')
      assert.equal(await git(clone, 'diff', '--stat', 'HEAD'), '')
      await git(clone, 'fsck', '--full', '--strict')
    })

    if (!packs) return
    it('packs everything anew, checks it, and gives it to another clone', async () => {
      await git(at('clone'), 'gc', '--quiet', '--prune=now')
      await git(at('clone'), 'fsck', '--full', '--strict')
      await git(at('clone'), 'push', '--quiet', 'origin', 'main')
      await git(at('origin.git'), 'fsck', '--full', '--strict')
      await git(folder(), 'clone', '--quiet', at('origin.git'), at('second'))
      assert.equal(await git(at('second'), 'rev-parse', 'HEAD'), await git(at('clone'), 'rev-parse', 'HEAD'))
    })
  })
}
