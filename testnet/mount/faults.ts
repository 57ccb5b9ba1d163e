import { compile } from './compile.ts'

const NAMES = /^(LD_PRELOAD|HIRO_FAULT.*)$/

/** What faults.c can play. */
export type Fault =
  | 'drop-write'
  | 'drop-fsync'
  | 'tear-write'
  | 'flip-read'
  | 'keep-size'
  | 'forget-append'
  | 'forget-excl'
  | 'forget-trunc'
  | 'ignore-modes'
  | 'unlink-empties'
  | 'rename-in-two'
  | 'rename-refuses'
  | 'forget-noreplace'
  | 'forget-chmod'
  | 'link-copies'
  | 'cut-symlink'
  | 'coarse-times'
  | 'lock-all'
  | 'forget-xattr-flags'
  | 'refuse-features'

/** The environment of a program for which the file system below `folder` has this fault, each time or one time in `every`. */
export async function faultEnv(fault: Fault, folder: string, every = 1): Promise<Record<string, string>> {
  return {
    LD_PRELOAD: await compile(import.meta.dirname, ['faults.c'], ['-shared', '-fPIC', '-U_FORTIFY_SOURCE', '-ldl']),
    HIRO_FAULT: fault,
    HIRO_FAULT_FOLDER: folder,
    HIRO_FAULT_EVERY: String(every),
  }
}

/** What of it this process was given, for those that it starts. */
export function inheritedFault(): Record<string, string> {
  const given = Object.entries(process.env).flatMap(([name, value]) =>
    NAMES.test(name) && value !== undefined ? [[name, value] as const] : [],
  )
  return Object.fromEntries(given)
}
