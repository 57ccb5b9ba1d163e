/** `node tools/protocol/main.ts [--check] [FOLDER]`: writes a pair beside each `.proto` file, or only compares. */
import { existsSync } from 'node:fs'
import { glob, readFile, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { generatePair } from './generate.ts'

const { values, positionals } = parseArgs({ options: { check: { type: 'boolean' } }, allowPositionals: true })
const root = positionals[0] ?? join(import.meta.dirname, '..', '..')

/** What is wrong with the pair of one `.proto` file, and, unless only checking, made right. */
async function problemsOf(protoFile: string): Promise<string[]> {
  const stem = join(root, protoFile.slice(0, -'.proto'.length))
  if (existsSync(`${stem}.ts`)) {
    // The compiler would take foo.ts for './foo.js', Node would take foo.js.
    return [`${protoFile}: ${relative(root, stem)}.ts hides the generated module; rename one of them`]
  }
  const pair = await generatePair(join(root, protoFile))
  const wanted = { [`${stem}.js`]: pair.js, [`${stem}.d.ts`]: pair.dts }
  const problems: string[] = []
  for (const [file, text] of Object.entries(wanted)) {
    if (existsSync(file) && (await readFile(file, 'utf8')) === text) continue
    if (values.check) problems.push(`${relative(root, file)} is not what ${protoFile} says; run "npm run protocol"`)
    else await writeFile(file, text)
  }
  return problems
}

const protoFiles = await Array.fromAsync(glob('{shared,coordinator,worker,client}/**/*.proto', { cwd: root }))
for (const protoFile of protoFiles.toSorted()) {
  for (const problem of await problemsOf(protoFile)) {
    console.error(problem)
    process.exitCode = 1
  }
}
