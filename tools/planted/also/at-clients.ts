import { type Plant, processes, unit } from '../plant.ts'

export const atClients: readonly Plant[] = [
  {
    name: 'segment-number',
    breaks: 'segments of a piece that were swapped, repeated or left out are noticed',
    // In the nonce and in the associated data: each alone keeps a segment in its place.
    edits: [
      { file: 'client/seal/piece-cipher.ts', takenOut: 'this.#nonce.setUint32(7, segment)', insteadStands: '' },
      {
        file: 'client/seal/piece-cipher.ts',
        takenOut: 'this.#aad.setUint32(PIECE_HEADER_LENGTH_BYTES, segment)',
        insteadStands: 'void segment',
      },
    ],
    catchers: [
      unit('client/seal/piece-cipher.spec.ts', 'no nonce is used twice', /2 !== 4/),
      unit('client/seal/piece-cipher.spec.ts', 'a segment appended, repeated, left out or swapped', /was opened/),
    ],
  },
  {
    name: 'second-chance',
    breaks: 'a worker that stood still gets its copy before an add makes do with fewer',
    edits: [
      {
        file: 'client/upload/refill.ts',
        takenOut: '!ports.known.forgive()',
        insteadStands: 'true',
      },
    ],
    catchers: [unit('client/upload/chain.spec.ts', 'stood still for a moment gets its copies', /2 !== 3/)],
  },
  {
    name: 'name-place',
    breaks: 'a sealed name is bound to its folder and to what it names',
    edits: [
      {
        file: 'client/seal/names.ts',
        takenOut: "return { label: 'name', ids: [parent, child], numbers: [] }",
        insteadStands: "return { label: 'name', ids: [], numbers: [] }",
      },
    ],
    catchers: [unit('client/seal/names.spec.ts', 'do not open in another folder, for another child', /was opened/)],
  },
  {
    name: 'group-place',
    breaks: 'a group of extents is bound to the version that wrote it: an old one is no answer',
    edits: [
      {
        file: 'client/seal/extents.ts',
        takenOut: "return { label: 'extents', ids: [file], numbers: [group, version] }",
        insteadStands: "return { label: 'extents', ids: [file], numbers: [] }",
      },
    ],
    catchers: [
      unit('client/seal/extents.spec.ts', 'do not open for another file, group or version', /was opened/),
      unit(
        'client/download/versions.spec.ts',
        'groups that the coordinator swaps, drops or takes',
        /Missing expected rejection/,
      ),
    ],
  },
  {
    name: 'authenticated-opening',
    breaks: 'no byte is given out that was not sealed under the key of its piece',
    edits: [
      {
        file: 'client/seal/primitives.ts',
        takenOut: `  } catch {
    return false
  }
  return true
`,
        insteadStands: `  } catch {}
  return true
`,
      },
    ],
    catchers: [
      unit('client/seal/piece-cipher.spec.ts', 'is refused with any single bit flipped', /was opened/),
      processes(
        'testnet/specs/damage.spec.ts',
        'of pieces: the bytes come from another copy',
        /wrongBytes|wrong bytes/,
      ),
    ],
  },
  {
    name: 'version-memory',
    breaks: 'a client that saw a version of a file is never shown an older one',
    edits: [
      {
        file: 'client/seal/version-memory/file.ts',
        takenOut: 'if (!isLost?.(seen)) return olderThanSeen(file, version, seen)',
        insteadStands: 'if (seen < 0) return olderThanSeen(file, version, seen)',
      },
    ],
    catchers: [
      unit(
        'client/seal/version-memory/version-memory.spec.ts',
        'refuses what is older than seen',
        /Missing expected rejection/,
      ),
    ],
  },
]
