import type { Fault } from '../fault.ts'
import { bothKilled } from './both-killed.ts'
import { coordinatorKilled } from './coordinator-killed.ts'
import { coordinatorLost } from './coordinator-lost.ts'
import { disksFull } from './disk-full.ts'
import { diskWiped } from './disk-wiped.ts'
import { flipMetadataFault } from './flip-metadata.ts'
import { flipPieceFault } from './flip-piece.ts'
import { fuzzFramesFault } from './fuzz-frames.ts'
import { killedAtBackupStep } from './killed-at-backup-step.ts'
import { killedAtStep } from './killed-at-step.ts'
import { partition } from './partition.ts'
import { powerCuts } from './power-cut.ts'
import { rescue } from './rescue.ts'
import { returnsAfterRemovals } from './returns-after-removals.ts'
import { killedAtEncode, pairWiped } from './shards.ts'
import { workerKilled } from './worker-killed.ts'
import { workerPaused } from './worker-paused.ts'

/** In the order in which they are played. */
export const faults: readonly Fault[] = [
  workerKilled,
  coordinatorKilled,
  bothKilled,
  diskWiped,
  killedAtStep,
  coordinatorLost,
  rescue,
  killedAtBackupStep,
  workerPaused('worker-paused-3s', 3),
  workerPaused('worker-paused-80s', 80),
  pairWiped,
  killedAtEncode,
  ...powerCuts,
  ...disksFull,
  partition,
  returnsAfterRemovals,
  flipPieceFault,
  flipMetadataFault,
  fuzzFramesFault,
]
