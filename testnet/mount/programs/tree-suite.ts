import assert from 'node:assert/strict'
import { appendFile, chmod, mkdir, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { needTools } from '../../machine/need.ts'
import { needs } from '../../machine/needs-fixture.ts'
import { randomBytes } from '../../seeded-bytes.ts'
import { run } from '../run.ts'
import type { ProgramsSize } from './programs-size.ts'

/** Files of many sizes, modes and times, links, an empty folder, and names that are seldom thought of. */
async function makeTree(root: string, files: number): Promise<void> {
  for (let at = 0; at < files; at++) {
    const folder = join(root, `folder ${at % 7}`, `below-${at % 3}`)
    await mkdir(folder, { recursive: true })
    const path = join(folder, `file-${at}`)
    await writeFile(path, randomBytes(`tree ${at}`, (at * 977) % 40_000))
    await chmod(path, [0o644, 0o755, 0o600, 0o444][at % 4] ?? 0o644)
    await utimes(path, 1_000_000_000 + at, 1_000_000_000 + at * 1_000)
  }
  await mkdir(join(root, 'empty'))
  await symlink('folder 0', join(root, 'link'))
  await symlink('/nowhere/at all', join(root, 'dangling'))
  await writeFile(join(root, `${'long '.repeat(50)}name`), 'x')
  await writeFile(join(root, 'ünïcödé\nline'), 'x')
}

const diff = async (one: string, two: string): Promise<string> =>
  await run({ argv: ['diff', '--recursive', '--no-dereference', one, two] })

export function treeSuite(
  folder: () => string,
  { files, rsync: isRsync }: Pick<ProgramsSize, 'files' | 'rsync'>,
): void {
  describe(isRsync ? 'tar and rsync' : 'tar', () => {
    needs(() => needTools(isRsync ? ['tar', 'rsync'] : ['tar']))
    const at = (name: string): string => join(folder(), name)

    before(async () => {
      await makeTree(at('tree'), files)
    })

    it(`tar packs ${files} files and unpacks them as they were, with modes and times`, async () => {
      await run({ argv: ['tar', '-C', at('tree'), '-cf', at('tree.tar'), '.'] })
      await run({ argv: ['tar', '-C', at('tree'), '--compare', '-f', at('tree.tar')] })
      await mkdir(at('unpacked'))
      await run({ argv: ['tar', '-C', at('unpacked'), '-xpf', at('tree.tar')] })
      await run({ argv: ['tar', '-C', at('unpacked'), '--compare', '-f', at('tree.tar')] })
      assert.equal(await diff(at('tree'), at('unpacked')), '')
    })

    if (!isRsync) return
    it('rsync copies all of it once, and finds nothing to do the second time', async () => {
      const rsync = async (...more: readonly string[]): Promise<string> =>
        await run({ argv: ['rsync', '-a', '--itemize-changes', ...more, `${at('tree')}/`, `${at('copy')}/`] })
      const first = await rsync()
      assert.equal((first.match(/^>f\+/gm) ?? []).length, files + 2)
      assert.equal(await rsync(), '')
      // Not by size and time, but byte by byte.
      assert.equal(await rsync('--checksum'), '')
      assert.equal(await diff(at('tree'), at('copy')), '')
    })

    it('rsync finds one changed, one new and one removed file, and those alone', async () => {
      await appendFile(at('tree/folder 0/below-0/file-0'), 'more')
      await writeFile(at('tree/new'), 'new')
      await rm(at('tree/folder 1/below-1/file-1'))
      const argv = ['rsync', '-a', '--delete', '--itemize-changes', `${at('tree')}/`, `${at('copy')}/`]
      const changes = (await run({ argv })).trimEnd().split('\n')
      const names = changes.filter((line) => !line.endsWith('/')).map((line) => line.replace(/^\S+ +/, ''))
      assert.deepEqual(names.toSorted(), ['folder 0/below-0/file-0', 'folder 1/below-1/file-1', 'new'])
      assert.equal(await diff(at('tree'), at('copy')), '')
    })
  })
}
