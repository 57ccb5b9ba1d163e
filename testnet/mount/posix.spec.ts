import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { needs } from '../machine/needs-fixture.ts'
import { lackOfCompiler } from './compile.ts'
import { type Fault, faultEnv } from './faults.ts'
import { localFolder } from './local-folder-fixture.ts'
import { posixSuite } from './posix/posix-suite.ts'
import { type Feature, features, featuresOfHiro } from './posix/row.ts'
import { posixTable } from './posix/table.ts'
import { outcomeOf } from './run.ts'

const MAIN = join(import.meta.dirname, 'posix', 'main.ts')

/** Each fault, and the row that must go wrong with it. */
const planted: readonly (readonly [fault: Fault, row: string])[] = [
  ['forget-append', 'open, read and write: O_APPEND by two descriptors'],
  ['forget-excl', 'open, read and write: O_EXCL makes what is not there'],
  ['forget-trunc', 'open, read and write: O_CREAT leaves a file'],
  ['drop-write', 'open, read and write: what one descriptor wrote'],
  ['rename-refuses', 'rename: a file over a file'],
  ['forget-noreplace', 'rename: RENAME_NOREPLACE'],
  ['unlink-empties', 'unlink and rmdir: an open file is gone'],
  ['keep-size', 'sizes and holes: truncate beyond the end'],
  ['flip-read', 'sizes and holes: a byte at 1 TiB'],
  ['forget-chmod', 'permissions: all twelve bits'],
  ['ignore-modes', 'permissions: the umask is taken off a new file'],
  ['coarse-times', 'times: UTIME_OMIT'],
  ['cut-symlink', 'symbolic links: a target of 4,095 bytes'],
  ['forget-xattr-flags', 'extended attributes: XATTR_CREATE'],
  ['lock-all', 'locks between processes: flock: an exclusive one'],
  ['lock-all', 'locks between processes: fcntl: a range for writing'],
  ['link-copies', 'hard links and special files: a hard link is the same file'],
]

/** What `refuse-features` says no to. */
const refusable: readonly Feature[] = [
  'hard links',
  'fifos',
  'extended attributes',
  'locks',
  'rename without replacing',
  'rename in exchange',
  'punched holes',
]

describe('a local file system', () => {
  posixSuite(localFolder(), new Set(features))
})

describe('the POSIX rows', function () {
  this.timeout(60_000)
  needs(lackOfCompiler)
  const folder = localFolder()

  async function judge(args: readonly string[], fault?: Fault): Promise<{ end: number | string; stdout: string }> {
    const env = fault === undefined ? {} : await faultEnv(fault, folder())
    return await outcomeOf({ argv: [process.execPath, MAIN, folder(), ...args], env })
  }

  for (const [fault, row] of planted) {
    it(`planted: ${fault} is noticed by “${row} …”`, async () => {
      const { end, stdout } = await judge(['--only', row], fault)
      assert.equal(end, 1, stdout)
      assert(stdout.startsWith(`wrong     ${row}`), stdout)
    })
  }

  it('planted: the other mount shows another tree', async () => {
    const { end, stdout } = await judge(['--only', 'from one mount', '--other', tmpdir()])
    assert.equal(end, 1)
    assert.match(stdout, /^0 right, [1-9]\d* wrong/m)
  })

  it('take a clear refusal where a feature is said not to be there, and nothing else', async () => {
    const args = ['--only', 'refused clearly', '--without', refusable.join(',')]
    const refusing = await judge(args, 'refuse-features')
    assert.match(refusing.stdout, new RegExp(`${refusable.length} right, 0 wrong`))
    const { end, stdout } = await judge(args)
    assert.equal(end, 1)
    assert.match(stdout, new RegExp(`0 right, ${refusable.length} wrong`))
  })

  it('leave out what needs a feature that is not there', async () => {
    const { stdout } = await judge(['--only', 'locks between', '--without', 'locks'])
    assert.match(stdout, /^0 right, 0 wrong/)
  })

  it('are told by the README as they are for a mount of Hiro', async () => {
    // However wide the columns are.
    const narrow = (text: string): string => text.replaceAll(/ +/g, ' ').replaceAll(/-{3,}/g, '---')
    const readme = narrow(await readFile(join(import.meta.dirname, 'README.md'), 'utf8'))
    assert(readme.includes(narrow(posixTable(featuresOfHiro))), 'node testnet/mount/posix/main.ts --table prints it')
  })

  it('print as a table of Markdown, with what is not supported', () => {
    const lines = posixTable(new Set<Feature>(['locks'])).split('\n')
    assert(lines.includes('| rename | onto itself changes nothing | yes |'))
    assert(lines.includes('| locks between processes | flock: given back by SIGKILL | yes |'))
    assert(
      lines.includes('| hard links and special files | a device has the numbers it was made with | no: device nodes |'),
    )
    assert(lines.slice(0, -1).every((line) => /^\|( .+ \|){3}$/.test(line)))
  })
})
