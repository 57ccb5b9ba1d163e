/**
 * `node tools/build/main.ts [FOLDER]`: builds the package into FOLDER, or into `dist/` for `npm pack`: programs, types of the library, licenses of what they hold.
 * `node tools/build/main.ts --runnable FOLDER`: only what runs, with its launcher.
 */
import { spawnSync } from 'node:child_process'
import { cp, glob, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '../planted-folder.ts'
import { bundle, makeRunnable } from './bundle.ts'
import { licensesOf } from './licenses.ts'

const { values, positionals } = parseArgs({
  options: { runnable: { type: 'string' } },
  allowPositionals: true,
})

if (values.runnable === undefined) await makePackage(positionals[0] ?? join(root, 'dist'))
else await makeRunnable(values.runnable)

async function makePackage(dist: string): Promise<void> {
  await rm(dist, { recursive: true, force: true })
  const metafile = await bundle(dist)
  await writeFile(join(dist, 'LICENSES.txt'), await licensesOf(metafile))
  await declareTypes(join(dist, 'types'))
}

async function declareTypes(folder: string): Promise<void> {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  const compiled = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json', '--outDir', folder], {
    cwd: root,
    stdio: 'inherit',
  })
  if (compiled.status !== 0) process.exit(1)
  for await (const declared of glob('{shared,coordinator,worker,client}/**/*.d.ts', { cwd: root })) {
    await cp(join(root, declared), join(folder, declared))
  }
}
