const sizeSteps = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB']

/** Rounded, for people: `0 B`, `1023 B`, `1.5 KiB`, `10 GiB`. */
export function formatSize(bytes: number): string {
  let value = bytes
  let step = 0
  // What would be rounded to 1024 is one of the next unit.
  while (Math.round(value) >= 1024 && step < sizeSteps.length - 1) {
    value /= 1024
    step++
  }
  return `${rounded(value)} ${sizeSteps[step]}`
}

/** Rounded, for people: `350 ms`, `1.5 s`, `42 s`, `5 m 12 s`, `3 h`, `2 d 3 h`. */
export function formatDuration(ms: number): string {
  if (Math.round(ms) < 1000) return `${Math.round(ms)} ms`
  if (Math.round(ms / 1000) < 60) return `${rounded(ms / 1000)} s`
  if (Math.round(ms / 1000) < 3600) return inTwo(Math.round(ms / 1000), 60, 'm', 's')
  if (Math.round(ms / 60_000) < 24 * 60) return inTwo(Math.round(ms / 60_000), 60, 'h', 'm')
  return inTwo(Math.round(ms / 3_600_000), 24, 'd', 'h')
}

function inTwo(count: number, perUnit: number, unit: string, small: string): string {
  const rest = count % perUnit
  return `${Math.floor(count / perUnit)} ${unit}${rest === 0 ? '' : ` ${rest} ${small}`}`
}

/** One digit after the point below 10, none above, and never a trailing zero. */
function rounded(value: number): string {
  return String(value < 9.95 ? Math.round(value * 10) / 10 : Math.round(value))
}
