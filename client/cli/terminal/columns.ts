export interface Column {
  readonly head?: string
  readonly align?: 'left' | 'right'
}

// Of what a terminal paints, sequences of colour take no room.
// biome-ignore format: one line is easier to grasp
const COLOUR = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g')

/** Rows as lines whose columns stand below one another, two spaces apart. The heads come first where there are any. */
export function inColumns(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const heads = columns.map(({ head = '' }) => head)
  const all = heads.some((head) => head !== '') ? [heads, ...rows] : rows
  const widths = columns.map((_, at) => all.reduce((width, row) => Math.max(width, widthOf(row[at] ?? '')), 0))
  return all.map((row) =>
    columns
      .map(({ align }, at) => {
        const cell = row[at] ?? ''
        const space = ' '.repeat((widths[at] ?? 0) - widthOf(cell))
        return align === 'right' ? space + cell : cell + space
      })
      .join('  ')
      .trimEnd(),
  )
}

function widthOf(text: string): number {
  return text.replace(COLOUR, '').length
}
