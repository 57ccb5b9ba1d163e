/** Bytes of a WASM module, by the core specification (https://webassembly.github.io/spec/core/binary/), as far as the kernels need them. */
export type Code = readonly number[]

const I32 = 0x7f
const V128 = 0x7b
const SIMD = 0xfd
const NO_BLOCK_TYPE = 0x40

export const local = {
  get: (index: number): Code => [0x20, ...unsigned(index)],
  set: (index: number): Code => [0x21, ...unsigned(index)],
  tee: (index: number): Code => [0x22, ...unsigned(index)],
}

export const i32 = {
  const: (value: number): Code => [0x41, ...signed(value)],
  add: [0x6a],
  ltU: [0x49],
} as const

/** Offsets are added to the address on the stack. */
export const v128 = {
  load: (offset: number): Code => [SIMD, 0x00, 4, ...unsigned(offset)],
  store: (offset: number): Code => [SIMD, 0x0b, 4, ...unsigned(offset)],
  const: (bytes: ArrayLike<number>): Code => [SIMD, 0x0c, ...Array.from(bytes)],
  and: [SIMD, 0x4e],
  xor: [SIMD, 0x51],
} as const

export const i8x16 = {
  swizzle: [SIMD, 0x0e],
  gtS: [SIMD, 0x27],
  add: [SIMD, 0x6e],
} as const

export const i16x8 = {
  shrU: [SIMD, ...unsigned(0x8d)],
} as const

/** One after the other. */
export function sequence(...parts: readonly Code[]): Code {
  return parts.flat()
}

/** Runs `body` again as long as it leaves anything but 0. */
export function loopWhile(body: Code): Code {
  return [0x03, NO_BLOCK_TYPE, ...body, 0x0d, 0, 0x0b]
}

/** A module with the memory `e.m` and one function `f` of one number, whose further locals are one number and `vectors` vectors. */
export function moduleOf(memoryPages: number, vectors: number, body: Code): Uint8Array<ArrayBuffer> {
  const locals = [2, 1, I32, ...unsigned(vectors), V128]
  const entry = [...locals, ...body, 0x0b]
  const parts = [
    [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    section(1, [1, 0x60, 1, I32, 0]),
    section(2, [1, ...name('e'), ...name('m'), 2, 1, ...unsigned(memoryPages), ...unsigned(memoryPages)]),
    section(3, [1, 0]),
    section(7, [1, ...name('f'), 0, 0]),
    section(10, [1, ...unsigned(entry.length), ...entry]),
  ]
  return Uint8Array.from(sequence(...parts))
}

function section(id: number, content: Code): Code {
  return [id, ...unsigned(content.length), ...content]
}

function name(text: string): Code {
  return [text.length, ...Array.from(text, (letter) => letter.charCodeAt(0))]
}

/** LEB128. */
function unsigned(value: number): Code {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)]
}

function signed(value: number): Code {
  return value >= -64 && value < 64 ? [value & 0x7f] : [(value & 0x7f) | 0x80, ...signed(value >> 7)]
}
