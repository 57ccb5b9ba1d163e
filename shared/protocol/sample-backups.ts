import { bytes } from './sample-parts.ts'

/** Calls about backups. */
export const backup = {
  put: [{ object: bytes(70, 3) }, {}],
  list: [
    { after: 'log-0001-0101010101010101-00000001-0101010101010101' },
    { names: ['log'], more: true, epochSeen: 2 },
  ],
  get: [{ name: 'log-0001-0101010101010101-00000001-0101010101010101' }, { object: bytes(70, 3) }],
  drop: [{ names: ['log-0001-0101010101010101-00000001-0101010101010101'] }, {}],
} as const
