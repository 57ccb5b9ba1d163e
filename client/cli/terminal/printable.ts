// C0 and C1 controls, what turns the direction of writing, and what ends a line.
const CONTROLS = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** For people: names may hold whatever a terminal would obey, and come from others. */
export function printable(text: string): string {
  return text.replace(CONTROLS, (control) => {
    const code = control.codePointAt(0) ?? 0
    return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16)}`
  })
}
