/** `node tools/build/main.ts [FOLDER]`: compiles the package into FOLDER, or into `dist/` for `npm pack`. */
import { spawnSync } from 'node:child_process'
import { cp, glob, rm } from 'node:fs/promises'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')
const dist = process.argv[2] ?? join(root, 'dist')

await rm(dist, { recursive: true, force: true })
const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
const compiled = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json', '--outDir', dist], {
  cwd: root,
  stdio: 'inherit',
})
if (compiled.status !== 0) process.exit(1)

for await (const proto of glob('{shared,coordinator,worker,client}/**/*.proto', { cwd: root })) {
  const stem = proto.slice(0, -'.proto'.length)
  for (const file of [`${stem}.js`, `${stem}.d.ts`]) await cp(join(root, file), join(dist, file))
}
