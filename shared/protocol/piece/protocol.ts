import assert from 'node:assert/strict'
import { STALL_MS } from '../../limits.ts'

/** Client or worker → worker. An incompatible change is `/hiro/piece/2` beside it. */
export const PIECE_PROTOCOL_ID = '/hiro/piece/1'

/** Pieces that one `stat` asks for. Its request and its answer fit a frame. */
export const STAT_CIDS_MAX = 1_000

/** How often the sender of a put hears that it is at work. Less often: a slow disk or line is taken for a dead worker. */
export const PROGRESS_INTERVAL_MS = 1_000

assert(2 * PROGRESS_INTERVAL_MS < STALL_MS, 'one late word of progress must not end a transfer')
