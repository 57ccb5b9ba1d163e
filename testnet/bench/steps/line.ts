import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { HiroError } from '../../../shared/errors.ts'
import { encodeFrame } from '../../../shared/transport/byte-reader.ts'
import type { Channel } from '../../../shared/transport/channel.ts'

/** Of this benchmark alone: a length, so many bytes, and back comes what that took. */
export const LINE_PROTOCOL_ID = '/hiro/bench-line/1'

const LENGTH_BYTES = 8
const REPLY_BYTES_MAX = 1024
const SLICE_BYTES = 64 * 1024

/** What the processes at the other end took, nearest first, in CPU seconds. */
export type LineReply = readonly number[]

export async function sendAlong(channel: Channel, slice: Uint8Array, bytes: number): Promise<LineReply> {
  await channel.send(encodeFrame(lengthBytes(bytes)))
  for (let left = bytes; left > 0; left -= SLICE_BYTES)
    await channel.send(slice.subarray(0, Math.min(left, SLICE_BYTES)))
  return await readReply(channel)
}

export function lengthBytes(bytes: number): Uint8Array {
  const frame = Buffer.alloc(LENGTH_BYTES)
  frame.writeDoubleBE(bytes)
  return frame
}

/** `undefined`: nothing more comes. */
export async function readLength(channel: Channel): Promise<number | undefined> {
  const frame = await channel.reader.readFrame(LENGTH_BYTES)
  return frame && Buffer.from(frame).readDoubleBE()
}

export async function sendReply(channel: Channel, reply: LineReply): Promise<void> {
  await channel.send(encodeFrame(Buffer.from(JSON.stringify(reply))))
}

export async function readReply(channel: Channel): Promise<LineReply> {
  return JSON.parse(Buffer.from(await channel.reader.expectFrame(REPLY_BYTES_MAX)).toString()) as LineReply
}

export interface LineEnd extends AsyncDisposable {
  /** With the peer id at its end. */
  readonly address: string
}

/** A process that takes bytes, or, with `onward`, passes them on to another. */
export async function startLineEnd(onward?: string): Promise<LineEnd> {
  const program = join(import.meta.dirname, 'line-end.ts')
  const args = ['--disable-warning=ExperimentalWarning', program, ...(onward === undefined ? [] : [onward])]
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(child, 'close')
  for await (const address of createInterface({ input: child.stdout })) {
    return {
      address,
      [Symbol.asyncDispose]: async () => {
        child.stdin.end()
        await ended
      },
    }
  }
  throw new HiroError('unreachable', 'the process at the end of the line did not start')
}
