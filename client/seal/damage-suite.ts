import assert from 'node:assert/strict'
import { type ErrorCode, hasCode } from '../../shared/errors.ts'

/** Asserts that `open` throws one of `codes`; whatever it gives out instead is shown. */
export function assertRefused(open: () => unknown, what: string, ...codes: ErrorCode[]): void {
  let opened: unknown
  try {
    opened = open()
  } catch (error) {
    assert(hasCode(error, ...codes), `${what}: ${error}`)
    return
  }
  assert.fail(`${what} was opened: ${String(opened)}`)
}

/** Every format that is sealed or has a checksum refuses every small damage. `sound` is a small sample that `open` takes. */
export function damageSuite(
  name: string,
  make: () => { sound: Uint8Array; open: (bytes: Uint8Array) => unknown },
): void {
  describe(`${name}, damaged`, () => {
    const { sound, open } = make()

    it('opens undamaged', () => void open(sound))

    it('is refused with any single bit flipped', () => {
      const bytes = Uint8Array.from(sound)
      for (let bit = 0; bit < bytes.byteLength * 8; bit++) {
        const at = bit >> 3
        const before = bytes[at] ?? 0
        bytes[at] = before ^ (1 << (bit & 7))
        // A flip in the number of the version, or suite, cannot be told from another version.
        assertRefused(() => open(bytes), `bit ${bit} flipped`, 'integrity', 'version-unknown')
        bytes[at] = before
      }
    })

    it('is refused cut to any length', () => {
      for (let length = 0; length < sound.byteLength; length++) {
        assertRefused(() => open(sound.subarray(0, length)), `cut to ${length} bytes`, 'integrity')
        assertRefused(
          () => open(sound.subarray(sound.byteLength - length)),
          `the last ${length} bytes`,
          'integrity',
          'version-unknown',
        )
      }
    })

    it('is refused lengthened, at either end, and doubled', () => {
      for (const extra of [1, 16, 100]) {
        const zeros = new Uint8Array(extra)
        assertRefused(() => open(Buffer.concat([sound, zeros])), `${extra} bytes after it`, 'integrity')
        assertRefused(
          () => open(Buffer.concat([zeros, sound])),
          `${extra} bytes before it`,
          'integrity',
          'version-unknown',
        )
      }
      assertRefused(() => open(Buffer.concat([sound, sound])), 'doubled', 'integrity')
    })
  })
}
