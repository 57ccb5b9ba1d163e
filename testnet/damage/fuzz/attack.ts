import type { Random } from '../../../shared/random/random.ts'
import type { Channel } from '../../../shared/transport/channel.ts'
import { hostileFrame } from './frames.ts'
import type { Target } from './target.ts'

/** After so many the stream is ended, unless the other side did before. */
const FRAMES_PER_STREAM_MAX = 12
/** A stream that takes nothing is left. */
const STREAM_TIMEOUT_MS = 2_000

/** A stream, and what its peer knows of the other side. */
export interface Opened {
  readonly channel: Channel
  readonly target: Target
}

export interface AttackOptions {
  readonly frames: number
  readonly random: Random
  readonly open: () => Promise<Opened>
  /** After each stream, with the frames sent so far. */
  readonly sent?: (frames: number) => Promise<void> | void
}

/** Sends hostile frames over one stream after another; into every second one it was let in before. Gives the number of streams. */
export async function attack({ frames, random, open, sent }: AttackOptions): Promise<number> {
  let streams = 0
  for (let done = 0; done < frames; ) {
    const sending = sendTo(await open(), Math.min(FRAMES_PER_STREAM_MAX, frames - done), {
      random,
      admitted: streams % 2 === 0,
    })
    done += await sending
    streams++
    await sent?.(done)
  }
  return streams
}

async function sendTo(
  { channel, target: { corpus, admission } }: Opened,
  most: number,
  { random, admitted }: { random: Random; admitted: boolean },
): Promise<number> {
  const timer = setTimeout(() => channel.abort(new Error('it takes nothing')), STREAM_TIMEOUT_MS)
  const wanted = 1 + random.below(most)
  let sent = 0
  try {
    if (admitted) await channel.send(admission)
    while (sent < wanted) {
      sent++
      await channel.send(hostileFrame(random, corpus))
    }
    await channel.close()
  } catch {
    // The other side has had enough, as it should.
  } finally {
    clearTimeout(timer)
    channel.abort(new Error('done'))
  }
  return sent
}
