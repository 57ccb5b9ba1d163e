import ts from 'typescript'

/**
 * The protons output less its field-by-field streaming decoder: the function `stream`, the `…FieldEvent` types and the
 * generator handed to `message()`. Nothing of ours decodes that way, and it is more than half of the text.
 */
export function withoutStreaming(fileName: string, source: string): string {
  const tree = ts.createSourceFile(fileName, source, ts.ScriptTarget.ES2024, true)
  const cuts: Array<{ from: number; to: number }> = []

  const visit = (node: ts.Node): void => {
    if (isStreaming(node)) {
      cuts.push({ from: node.getFullStart(), to: node.getEnd() })
    } else if (ts.isFunctionExpression(node) && node.asteriskToken !== undefined) {
      const comma = source.lastIndexOf(',', node.getStart(tree))
      cuts.push({ from: comma, to: node.getEnd() })
    } else {
      ts.forEachChild(node, visit)
    }
  }
  visit(tree)

  let kept = ''
  let end = 0
  for (const cut of cuts) {
    kept += source.slice(end, cut.from)
    end = cut.to
  }
  return kept + source.slice(end)
}

function isStreaming(node: ts.Node): boolean {
  if (ts.isFunctionDeclaration(node)) return node.name?.text === 'stream'
  return ts.isInterfaceDeclaration(node) && node.name.text.endsWith('FieldEvent')
}
