import { areas } from './areas.ts'
import type { Feature } from './row.ts'

/** All checks as a table of Markdown, for a README: what is supported, as the suite shows it, and what is refused. */
export function posixTable(supported: ReadonlySet<Feature>): string {
  const rows = areas.flatMap(({ area, rows }) =>
    rows.map(({ check, needs }) => {
      const is = needs === undefined || supported.has(needs)
      return `| ${area} | ${check.replaceAll('|', '\\|')} | ${is ? 'yes' : `no: ${needs}`} |`
    }),
  )
  return ['| area | check | supported |', '| --- | --- | --- |', ...rows, ''].join('\n')
}
