import { cp, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { build, type Metafile } from 'esbuild'
import { root } from '../planted-folder.ts'

/** What is started by its name, and so has to be a file of its own; all in one folder, so that each finds the others beside it. */
const programs = {
  hiro: 'bin/hiro.ts',
  index: 'client/index.ts',
  'sqlite-thread': 'shared/sqlite/sqlite-thread.ts',
  'fuse-reader-thread': 'client/mount/device/fuse-reader-thread.ts',
}

/** Some packages are CommonJS, and ask for what Node brings. */
const REQUIRE = "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);"

/**
 * Bundles the programs and the libraries they use into FOLDER: a start then reads a few files and not six hundred, which is half of its time. What a
 * command does not need stays in files that it does not load. The result says what went where.
 */
export async function bundle(folder: string): Promise<Metafile> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: programs,
    entryNames: '[name]',
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    banner: { js: REQUIRE },
    legalComments: 'inline',
    metafile: true,
    logLevel: 'warning',
  })
  return metafile
}

/** A folder that runs as an installed package does. */
export async function makeRunnable(folder: string): Promise<Metafile> {
  await mkdir(join(folder, 'bin'), { recursive: true })
  for (const file of ['package.json', 'bin/hiro']) await cp(join(root, file), join(folder, file))
  return await bundle(join(folder, 'dist'))
}
