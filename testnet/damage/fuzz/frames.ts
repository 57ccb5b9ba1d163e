import type { Random } from '../../../shared/random/random.ts'
import { encodeFrame } from '../../../shared/transport/byte-reader.ts'

const RANDOM_BYTES_MAX = 600

type Mutation = (frame: Uint8Array, random: Random, corpus: readonly Uint8Array[]) => Uint8Array

/** What is done to a valid frame: its length (4 bytes, big-endian) and its message. */
const mutations: readonly Mutation[] = [
  // As it is: valid, and in the wrong order, from the wrong peer or for the wrong role.
  (frame) => frame,
  function flipBits(frame, random) {
    const bytes = Uint8Array.from(frame)
    for (let flips = 1 + random.below(4); flips > 0; flips--) {
      const at = 4 + random.below(Math.max(1, bytes.byteLength - 4))
      if (at < bytes.byteLength) bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8))
    }
    return bytes
  },
  function cutMessage(frame, random) {
    return encodeFrame(frame.subarray(4, 4 + random.below(Math.max(1, frame.byteLength - 4))))
  },
  function cutFrame(frame, random) {
    return frame.subarray(0, random.below(frame.byteLength))
  },
  function lengthen(frame, random) {
    return encodeFrame(Buffer.concat([frame.subarray(4), random.bytes(1 + random.below(64))]))
  },
  function twice(frame) {
    return Buffer.concat([frame, frame])
  },
  function anotherLength(frame, random) {
    const bytes = Buffer.from(frame)
    const lengths = [0, bytes.byteLength, bytes.byteLength - 5, 2 ** 16, 2 ** 20, 2 ** 20 + 1, 2 ** 31, 2 ** 32 - 1]
    bytes.writeUInt32BE(Math.max(0, lengths[random.below(lengths.length)] ?? 0))
    return bytes
  },
  function halfOfAnother(frame, random, corpus) {
    const other = corpus[random.below(corpus.length)] ?? frame
    const [here, there] = [frame.subarray(4), other.subarray(4)]
    return encodeFrame(Buffer.concat([here.subarray(0, here.byteLength >> 1), there.subarray(there.byteLength >> 1)]))
  },
  /** Later fields of a protobuf message win: so each field of the other is as if swapped in. */
  function fieldsOfAnother(frame, random, corpus) {
    return encodeFrame(Buffer.concat([frame.subarray(4), (corpus[random.below(corpus.length)] ?? frame).subarray(4)]))
  },
  function anotherNumber(frame, random) {
    const bytes = Uint8Array.from(frame)
    // The first byte of a message is the key of its first field: its number and how it is encoded.
    if (bytes.byteLength > 4) bytes[4] = random.below(256)
    return bytes
  },
]

/** A frame of which no good comes: as often a mutated valid one as random bytes, with a length in front or without. `corpus` are valid frames. */
export function hostileFrame(random: Random, corpus: readonly Uint8Array[]): Uint8Array {
  if (random.below(2) === 0) {
    const bytes = random.bytes(random.below(RANDOM_BYTES_MAX))
    return random.below(4) === 0 ? bytes : encodeFrame(bytes)
  }
  const [frame, mutation] = [corpus[random.below(corpus.length)], mutations[random.below(mutations.length)]]
  if (frame === undefined || mutation === undefined) throw new RangeError('nothing to mutate')
  return mutation(frame, random, corpus)
}
