import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Metafile } from 'esbuild'
import { root } from '../planted-folder.ts'

const PACKAGE = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/
const LICENSE = /^(licen[cs]e|copying|notice)/i

/** The licenses of all packages that a bundle holds parts of, as they ask for. */
export async function licensesOf({ inputs }: Metafile): Promise<string> {
  const packages = new Set(Object.keys(inputs).flatMap((path) => PACKAGE.exec(path)?.[0] ?? []))
  const texts: string[] = []
  for (const path of [...packages].toSorted()) texts.push(await licenseOf(join(root, path)))
  return texts.join(`\n${'-'.repeat(80)}\n\n`)
}

async function licenseOf(folder: string): Promise<string> {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Package
  const files = (await readdir(folder)).filter((file) => LICENSE.test(file)).toSorted()
  const texts = await Promise.all(files.map(async (file) => await readFile(join(folder, file), 'utf8')))
  return [`${name} ${version}, ${license}\n`, ...texts].join('\n')
}

interface Package {
  readonly name: string
  readonly version: string
  readonly license: string
}
