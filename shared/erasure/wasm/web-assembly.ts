/** The part of WebAssembly's interface that is used. lib.dom, where it is declared, would bring in the rest of a browser. */
export interface WasmInterface {
  readonly Memory: new (limits: { initial: number; maximum: number }) => WasmMemory
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object
  readonly Instance: new (module: object, imports: { e: { m: WasmMemory } }) => { readonly exports: unknown }
  validate(bytes: Uint8Array<ArrayBuffer>): boolean
}

export interface WasmMemory {
  readonly buffer: ArrayBuffer
}

/** Absent where the platform has none, as under a policy that forbids it. */
export const webAssembly = (globalThis as { WebAssembly?: WasmInterface }).WebAssembly
