import { collect, type Scripted, scripted } from '../client-fixture.ts'
import { upload } from '../upload/upload.ts'
import { type ReadOptions, read } from './download.ts'

export const PATH = '/file'
export const CHUNK = 100
export const WINDOW = 4

export function bytesOf(size: number, from = 0): Buffer {
  return Buffer.from(Array.from({ length: size }, (_, at) => (from + at * 13 + (at >> 8)) & 0xff))
}

/** One file in a scripted swarm, written and read. */
export class OneFile {
  readonly swarm: Scripted

  constructor(seed: string) {
    this.swarm = scripted(seed)
  }

  /** Without the clock being run: for use while something else runs it. */
  async put(content: Uint8Array, chunkSizeBytes = CHUNK): Promise<void> {
    await upload(this.swarm.ports, PATH, content, { replace: true }, { window: WINDOW, chunkSizeBytes })
  }

  async add(content: Uint8Array, chunkSizeBytes = CHUNK): Promise<void> {
    await this.swarm.clock.drive(this.put(content, chunkSizeBytes))
    for (const worker of this.swarm.workers.all) worker.gets = []
  }

  async get(options: ReadOptions = {}): Promise<Buffer> {
    return await this.swarm.clock.drive(collect(read(this.swarm.ports, PATH, options, WINDOW)))
  }

  /** What came before it failed, and how it failed. */
  async failed(options: ReadOptions = {}): Promise<{ bytes: Buffer; error: unknown }> {
    const slices: Uint8Array[] = []
    const run = async (): Promise<unknown> => {
      try {
        for await (const slice of read(this.swarm.ports, PATH, options, WINDOW)) slices.push(slice)
      } catch (error) {
        return error
      }
      return undefined
    }
    const error = await this.swarm.clock.drive(run())
    return { bytes: Buffer.concat(slices), error }
  }
}
