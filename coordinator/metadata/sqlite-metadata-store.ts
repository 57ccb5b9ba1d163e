import type { MetadataStore } from './metadata-store.ts'
import { OptimisticMetadataStore } from './optimistic-metadata-store.ts'
import { SqliteEngine } from './sqlite-engine.ts'

export interface SqliteMetadataOptions {
  readonly epoch: number
  /** `false`: the swarm exists, so an absent file is damage and not a new store. Default true. */
  readonly create?: boolean
  /** Writes block the caller, and no thread is started; for tests. */
  readonly onThisThread?: boolean
  /** Written keys to remember for finding conflicts, for tests. */
  readonly rememberedMax?: number
}

/**
 * The embedded engine: one file, in a folder that exists. Throws `metadata-damaged`, `version-unknown`, `busy` (another process has it open), `usage` (the file is of a newer
 * epoch), `no-room`, `io`.
 */
export async function openSqliteMetadataStore(path: string, options: SqliteMetadataOptions): Promise<MetadataStore> {
  const engine = await SqliteEngine.open(path, options)
  try {
    return new OptimisticMetadataStore(engine, options)
  } catch (error) {
    await engine.close()
    throw error
  }
}
