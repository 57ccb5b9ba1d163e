import { readSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { RingFiller, type RingMemory } from './request-ring.ts'

export interface ReaderData {
  readonly descriptor: number
  readonly memory: RingMemory
}

/** The last thing that the thread says. */
export interface ReaderEnd {
  /** What read(2) said: ENODEV when the mount is gone. */
  readonly code: string
}

/** The request was taken back before it was read, or a debugger stopped the thread. */
const AGAIN = new Set(['ENOENT', 'EINTR', 'EAGAIN'])

/** The thread that reads the device, and so waits in the kernel most of the time, where it is in nobody's way. */
function run({ descriptor, memory }: ReaderData): string {
  const ring = new RingFiller(memory)
  for (;;) {
    const room = ring.room()
    try {
      ring.put(room.slot, readSync(descriptor, room.memory))
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'EIO'
      if (!AGAIN.has(code)) return code
    }
  }
}

const port = parentPort
if (port === null) throw new Error('fuse-reader-thread.ts is started by Device')
const end: ReaderEnd = { code: run(workerData as ReaderData) }
port.postMessage(end)
