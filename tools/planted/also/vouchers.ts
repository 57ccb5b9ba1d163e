import { type Plant, unit } from '../plant.ts'

const VOUCHERS = 'coordinator/edits/vouchers.spec.ts'
const ROWS = 'coordinator/metadata/row-cache.spec.ts'

/** What makes small writes cheap, and must not make them less. */
export const vouchers: readonly Plant[] = [
  {
    name: 'voucher-not-checked',
    breaks: 'only a worker itself vouches for what it stored',
    edits: [
      {
        file: 'shared/voucher.ts',
        takenOut: 'return mac.byteLength === right.byteLength && timingSafeEqual(mac, right)',
        insteadStands: 'return mac.byteLength > 0 || timingSafeEqual(mac, right)',
      },
    ],
    catchers: [unit(VOUCHERS, 'under another key do not count', /deep-equal/)],
  },
  {
    name: 'voucher-for-ever',
    breaks: 'a voucher does not outlive the piece that it is for',
    edits: [
      {
        file: 'coordinator/edits/vouchers.ts',
        takenOut: 'Math.abs(nowMs - atMs) > VOUCHER_MS',
        insteadStands: 'nowMs - atMs < -VOUCHER_MS',
      },
    ],
    catchers: [unit(VOUCHERS, 'too old do not count', /deep-equal/)],
  },
  {
    name: 'row-kept-too-long',
    breaks: 'a row that is about to be written is not given out of memory',
    edits: [
      {
        file: 'coordinator/metadata/row-cache.ts',
        takenOut: 'if (this.#underWay.has(key)) return',
        insteadStands: 'if (this.#underWay.size > 99) return',
      },
    ],
    catchers: [unit(ROWS, 'are not known while a commit that writes them is under way', /undefined|strictly/)],
  },
]
