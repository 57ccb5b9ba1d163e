import assert from 'node:assert/strict'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { needTools } from '../../machine/need.ts'
import { needs } from '../../machine/needs-fixture.ts'
import { run } from '../run.ts'

const MODULES = 200

/** A package of many modules and a program, as a tarball. */
async function packDependency(folder: string, tarball: string): Promise<void> {
  const root = join(folder, 'package')
  await mkdir(join(root, 'modules'), { recursive: true })
  const names = Array.from({ length: MODULES }, (_, at) => `m${at}`)
  for (const [at, name] of names.entries()) {
    await writeFile(join(root, 'modules', `${name}.js`), `export const ${name} = ${at}\n`)
  }
  const lines = names.map((name) => `export { ${name} } from './modules/${name}.js'\n`)
  await writeFile(join(root, 'index.js'), lines.join(''))
  await writeFile(
    join(root, 'program.js'),
    "#!/usr/bin/env node\nimport * as all from 'made-here'\nconsole.log(Object.keys(all).length)\n",
  )
  const manifest = { name: 'made-here', version: '1.0.0', type: 'module', exports: './index.js', bin: './program.js' }
  await writeFile(join(root, 'package.json'), JSON.stringify(manifest))
  await run({ argv: ['tar', '-C', folder, '-czf', tarball, 'package'] })
}

export function npmSuite(folder: () => string): void {
  describe('npm', () => {
    needs(() => needTools(['tar']))
    const at = (name: string): string => join(folder(), name)

    it('installs a project from its lockfile, without a network, and again over what is there', async () => {
      const project = at('project')
      await mkdir(project)
      await packDependency(at('packed'), at('made-here-1.0.0.tgz'))
      const manifest = { name: 'project', private: true, dependencies: { 'made-here': 'file:../made-here-1.0.0.tgz' } }
      await writeFile(join(project, 'package.json'), JSON.stringify(manifest))
      const npm = async (...args: readonly string[]): Promise<string> =>
        await run({
          argv: ['npm', ...args, '--offline', '--no-audit', '--no-fund', '--cache', at('cache')],
          cwd: project,
        })
      await npm('install', '--package-lock-only')
      for (let time = 0; time < 2; time++) {
        await npm('ci')
        const said = await run({ argv: [join(project, 'node_modules/.bin/made-here')], cwd: project })
        assert.equal(said, `${MODULES}\n`)
      }
      await rm(join(project, 'node_modules'), { recursive: true })
    })
  })
}
