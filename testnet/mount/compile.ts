import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { needTools } from '../machine/need.ts'
import { tool } from '../machine/tool.ts'
import { packageRoot } from '../process/entry.ts'

/** Warnings are errors: these programs judge others. */
const FLAGS = ['-std=gnu11', '-O2', '-g', '-Wall', '-Wextra', '-Werror']

/** Why nothing can be compiled here; see need.ts. */
export function lackOfCompiler(): Promise<string | undefined> {
  return needTools(['cc'])
}

/**
 * Compiles C sources of one folder into one program, or with `-shared` into a library, and gives its path. What was compiled of the same bytes before is taken again, so that
 * specs that run at the same time may all ask for it.
 */
export async function compile(
  folder: string,
  files: readonly string[],
  flags: readonly string[] = [],
): Promise<string> {
  const hash = createHash('sha256').update([...FLAGS, ...flags].join(' '))
  for (const file of files) hash.update(await readFile(join(folder, file)))
  const cache = join(packageRoot, 'node_modules/.cache/hiro-mount')
  const name = (files[0] ?? '').replace(/\.c$/, '')
  const target = join(cache, `${name}-${hash.digest('hex').slice(0, 16)}`)
  if (existsSync(target)) return target
  await mkdir(cache, { recursive: true })
  const fresh = `${target}.${process.pid}`
  const sources = files.filter((file) => file.endsWith('.c')).map((file) => join(folder, file))
  await tool('cc', [...FLAGS, ...sources, '-o', fresh, ...flags])
  await rename(fresh, target)
  return target
}
