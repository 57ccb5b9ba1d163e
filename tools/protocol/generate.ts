import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { generate } from 'protons'
import ts from 'typescript'
import { withoutStreaming } from './without-streaming.ts'

export interface GeneratedPair {
  js: string
  dts: string
}

/**
 * What belongs beside one `.proto` file. protons writes enums and namespaces, which Node's type stripping refuses, so
 * its TypeScript is only an intermediate that never reaches the repository. Files the schema imports are inlined.
 */
export async function generatePair(protoFile: string): Promise<GeneratedPair> {
  const name = basename(protoFile, '.proto')
  const folder = await mkdtemp(join(tmpdir(), 'hiro-protocol-'))
  try {
    await generate(protoFile, { output: folder, strict: true })
    return transpile(name, await readFile(join(folder, `${name}.ts`), 'utf8'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function transpile(name: string, source: string): GeneratedPair {
  const fileName = `${name}.ts`
  const lean = withoutStreaming(fileName, source)
  const target = ts.ScriptTarget.ES2024
  const options = { fileName, reportDiagnostics: true }
  const js = ts.transpileModule(lean, { ...options, compilerOptions: { target, module: ts.ModuleKind.ESNext } })
  const dts = ts.transpileDeclaration(lean, { ...options, compilerOptions: { target } })
  const problems = [...(js.diagnostics ?? []), ...(dts.diagnostics ?? [])]
  if (problems.length > 0) {
    const texts = problems.map((problem) => ts.flattenDiagnosticMessageText(problem.messageText, ' '))
    throw new Error(`${name}.proto: ${texts.join('; ')}`)
  }
  const header = `// Generated from ${name}.proto by "npm run protocol". Do not edit.\n`
  // Encoding reads any bytes, whatever buffer they lie in; protons' type asks for more than its code does.
  const declarations = dts.outputText.replaceAll('Uint8Array<ArrayBuffer>', 'Uint8Array')
  return { js: header + js.outputText, dts: header + declarations }
}
