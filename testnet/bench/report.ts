import type { Machine } from './tools/machine.ts'
import type { Summary } from './tools/statistics.ts'

/** What `--json` writes. Described in README.md; a change that breaks its readers gets another number. */
export const REPORT_FORMAT = 1

export type SystemName = 'hiro' | 'local' | 'moosefs' | 'glusterfs'

export interface MeasureKind {
  readonly unit: string
  readonly better: 'more' | 'less'
  readonly says: string
  /** What CPU is told for, where that is not all that a run does. */
  readonly cpuOf?: string
}

/** In the order of the table. */
export const MEASURES = {
  'add-file': { unit: 'MiB/s', better: 'more', says: 'add one file' },
  'read-file': { unit: 'MiB/s', better: 'more', says: 'read it, cold' },
  'add-tree': { unit: 'files/s', better: 'more', says: 'add a tree of small files' },
  'get-tree': { unit: 'files/s', better: 'more', says: 'get the tree back, cold' },
  'read-small': { unit: 'ms', better: 'less', says: 'read one file of 4 KiB: a whole process' },
  'mount-write': { unit: 'MiB/s', better: 'more', says: 'mount: write in order', cpuOf: 'a GiB' },
  'mount-read': { unit: 'MiB/s', better: 'more', says: 'mount: read in order, cold', cpuOf: 'a GiB' },
  'mount-write-random': {
    unit: 'a second',
    better: 'more',
    says: 'mount: write 4 KiB at random, fsync after each',
    cpuOf: '1,000',
  },
  'mount-read-random': { unit: 'a second', better: 'more', says: 'mount: read 4 KiB at random, cold', cpuOf: '1,000' },
} as const satisfies Record<string, MeasureKind>

export type MeasureName = keyof typeof MEASURES

export interface Run {
  /** In the measure's unit. */
  readonly value: number
  readonly seconds: number
  readonly cpuSeconds: number
  readonly peakSumBytes: number
}

/** One measure of one system. */
export interface Line {
  readonly measure: MeasureName
  readonly system: SystemName
  readonly unit: string
  readonly runs: readonly Run[]
  readonly value: Summary
  readonly cpuSeconds: Summary
  /** Most of all runs, by name of process. */
  readonly peakBytes: Readonly<Record<string, number>>
  readonly peakSumBytes: number
}

export interface MetadataLine {
  readonly files: number
  readonly operation: string
  readonly inFlight: number
  readonly perSecond: Summary
  readonly coordinatorCpuMicroseconds: Summary
  readonly clientCpuMicroseconds: Summary
}

/** The coordinator with so many files. */
export interface MetadataStart {
  readonly files: number
  readonly rows: number
  readonly sizeBytes: number
  readonly fillSeconds: number
  readonly startColdSeconds: number
  readonly startWarmSeconds: number
  /** From then until all of it is backed up for the first time; earlier reports have none. */
  readonly backupSeconds?: number
  readonly statusSeconds: number
  /** Of the coordinator, over all operations. */
  readonly peakBytes: number
}

export interface StepLine {
  readonly step: string
  /** Whose CPU it is. */
  readonly says: string
  readonly runs: number
  readonly mibPerSecond: Summary
  /** Bytes by CPU seconds: what one core does. */
  readonly mibPerCpuSecond: Summary
}

export interface Skipped {
  readonly what: string
  readonly why: string
}

export interface Report {
  readonly format: typeof REPORT_FORMAT
  readonly machine: Machine
  readonly options: {
    readonly runs: number
    readonly sizeBytes: number
    readonly files: number
    readonly metadataFiles: readonly number[]
    /** Earlier reports have none. */
    readonly mountSizeBytes?: number
    readonly mountSeconds?: number
    readonly workers: number
    readonly copies: number
  }
  readonly lines: readonly Line[]
  readonly metadata: readonly MetadataLine[]
  readonly metadataStarts: readonly MetadataStart[]
  readonly steps: readonly StepLine[]
  readonly skipped: readonly Skipped[]
}
