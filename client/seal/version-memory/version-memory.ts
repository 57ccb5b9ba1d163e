import { HiroError } from '../../../shared/errors.ts'

/** A version of a file that the coordinator showed. */
export interface Sighting {
  readonly file: string
  readonly version: number
}

/**
 * Remembers the highest version that this client saw of each file, so that a coordinator which shows an older one (restored, broken or lying) is
 * found out. Engines: memory (tests, simulator, clients that keep nothing), file (shared by all processes of a client's folder).
 */
export interface VersionMemory {
  /**
   * Throws `integrity` when a higher version of the file was seen before, here or in another process; else `version` is the highest from now on. A file never
   * seen before passes with any version. Idempotent. What was seen in the last moments before a power cut may be forgotten, what was seen before a
   * killed process may not. `isLost` says of a higher version whether it was lost for good, as the vault itself has signed; then `version` takes its place. The file engine also throws `integrity` when its file is damaged, and `io`.
   */
  check(file: string, version: number, isLost?: (seen: number) => boolean): Promise<void>
  /** As `check`, of many files for the price of a few: what it would throw of each, `undefined` for those that pass. Throws what concerns all of them. */
  checkAll(sightings: readonly Sighting[], isLost?: (seen: number) => boolean): Promise<(HiroError | undefined)[]>
  /** Idempotent. */
  close(): Promise<void>
}

/** What every engine says of a version that went back. */
export function olderThanSeen(file: string, version: number, seen: number): HiroError {
  const found = `version ${version} of file ${file} is older than version ${seen}, which this client saw before`
  return new HiroError('integrity', `${found}: the coordinator lost the newer one, or hides it`)
}
