/** `node tools/lockfile/main.ts`: writes package-lock.json anew from package.json, for every platform. */
import { spawnSync } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Lockfile, wholeLockfile } from './whole-lockfile.ts'

const root = join(import.meta.dirname, '..', '..')

// A folder without node_modules: where there is one, npm forgets the checksums of what it does not hold.
const folder = await mkdtemp(join(tmpdir(), 'hiro-lockfile-'))
for (const file of ['package.json', 'package-lock.json']) await cp(join(root, file), join(folder, file))
const args = ['install', '--package-lock-only', '--omit-lockfile-registry-resolved', '--no-audit', '--no-fund']
const npm = spawnSync('npm', args, { cwd: folder, stdio: 'inherit' })
const lockfile = JSON.parse(await readFile(join(folder, 'package-lock.json'), 'utf8')) as Lockfile
await rm(folder, { recursive: true })
if (npm.status !== 0) process.exit(1)

await writeFile(join(root, 'package-lock.json'), `${JSON.stringify(wholeLockfile(lockfile), null, 2)}\n`)
