import { type Plant, unit } from '../plant.ts'

/** What a process lets its peers have: a limit that is not there breaks nothing until someone means harm. */
export const limits: readonly Plant[] = [
  {
    name: 'muxer-frame',
    breaks: 'a frame of the muxer that says it has 4 GiB is not gathered',
    edits: [
      {
        file: 'shared/transport/frame-guard.ts',
        takenOut: 'if (this.#bodyBytesLeft > MUXER_FRAME_BYTES_MAX)',
        insteadStands: 'if (this.#bodyBytesLeft > 2 ** 40 + MUXER_FRAME_BYTES_MAX)',
      },
    ],
    catchers: [unit('shared/transport/frame-guard.spec.ts', 'a frame that says it has 4 GiB', /4294967295 bytes/)],
  },
  {
    name: 'pings',
    breaks: 'pings without end end their connection',
    edits: [
      {
        file: 'shared/transport/frame-guard.ts',
        takenOut: "if (type === TYPE.ping && !this.#pings.take()) return 'too many pings'",
        insteadStands: 'void this.#pings',
      },
    ],
    catchers: [unit('shared/transport/frame-guard.spec.ts', 'pings and new streams without end', /too many pings/)],
  },
  {
    name: 'handshakes',
    breaks: 'sockets that never shake hands do not gather',
    edits: [
      {
        file: 'shared/transport/connection-places.ts',
        takenOut: 'if (this.#handshaking.size > this.#max.handshakesMax)',
        insteadStands: 'if (this.#handshaking.size < 0)',
      },
    ],
    catchers: [unit('shared/transport/connection-places.spec.ts', 'sockets that never shake hands', /flood 0/)],
  },
  {
    name: 'stranger-rest',
    breaks: 'a flood of strangers leaves members most of the time',
    edits: [
      {
        file: 'shared/transport/stranger-turns.ts',
        takenOut: 'pressed ? STRANGER_REST_TURNS * tookMs : 0',
        insteadStands: 'pressed ? STRANGER_REST_TURNS * (tookMs - tookMs) : 0',
      },
    ],
    catchers: [unit('shared/transport/stranger-turns.spec.ts', 'beside a member at work', /strangers took 0.9/)],
  },
  {
    name: 'stranger-turn-ends',
    breaks: 'one that falls silent in its handshake does not hold the others up',
    edits: [
      {
        file: 'shared/transport/stranger-turns.ts',
        takenOut: 'this.#clock.after(STRANGER_TURN_MS, end)',
        insteadStands: 'this.#clock.after(STRANGER_TURN_MS, () => {})',
      },
    ],
    catchers: [unit('shared/transport/stranger-turns.spec.ts', 'falls silent in the middle', /'a1'/)],
  },
  {
    name: 'stranger-streams',
    breaks: 'streams of strangers are taken on in turns',
    edits: [
      {
        file: 'shared/transport/libp2p-pace.ts',
        takenOut: 'known.aborted ? listener(event) : void inTurn(listener, event)',
        insteadStands: 'known.aborted || peer().length > 0 ? listener(event) : void inTurn(listener, event)',
      },
    ],
    catchers: [unit('shared/transport/libp2p-limits.spec.ts', 'a hundred streams of a stranger', /the member had/)],
  },
  {
    name: 'stranger-deadline',
    breaks: 'a stranger that says nothing does not keep its place',
    edits: [
      {
        file: 'shared/transport/connection-places.ts',
        takenOut: 'cancelDeadline: member ? () => {} : this.#deadline(guest)',
        insteadStands: 'cancelDeadline: this.#deadline.length < 0 ? () => {} : () => {}',
      },
    ],
    catchers: [unit('shared/transport/connection-places.spec.ts', 'a stranger that does not show', /silent/)],
  },
  {
    name: 'streams-of-a-peer',
    breaks: 'of one peer so many streams of a protocol are served at once',
    edits: [
      {
        file: 'shared/transport/stream-counts.ts',
        takenOut: 'if (count >= max) return undefined',
        insteadStands: 'void max',
      },
    ],
    catchers: [
      unit('shared/transport/libp2p-transport.spec.ts', 'of one peer so many streams', /3 !== 2/),
      unit('shared/transport/memory-transport.spec.ts', 'of one peer so many streams', /3 !== 2/),
    ],
  },
  {
    name: 'unread-bytes',
    breaks: 'what waits unread of one peer is bounded, over all its streams',
    edits: [
      {
        file: 'shared/transport/unread-budget.ts',
        takenOut: 'if (!tooMuch && total <= UNREAD_BYTES_MAX) continue',
        insteadStands: 'if (!(tooMuch && total < 0) && total <= UNREAD_BYTES_MAX) continue',
      },
    ],
    catchers: [unit('shared/transport/unread-budget.spec.ts', 'many streams of one stranger', /'stranger'/)],
  },
  {
    name: 'hello-deadline',
    breaks: 'a stream over which nobody says hello is not kept',
    edits: [
      {
        file: 'shared/protocol/calls/call-server.ts',
        takenOut: 'if (!caller.admitted()) channel.abort(',
        insteadStands: 'if (!caller.admitted()) void (',
      },
    ],
    catchers: [
      unit(
        'shared/protocol/calls/call-server.spec.ts',
        'has not shown that it belongs here has a while',
        /false !== true/,
      ),
    ],
  },
  {
    name: 'frame-deadline',
    breaks: 'a frame that comes one byte a second is not waited for',
    edits: [
      {
        file: 'shared/protocol/calls/call-server.ts',
        takenOut: 'return await frames.during(channel.reader.readFrame(bytesMax))',
        insteadStands: 'return await channel.reader.readFrame(bytesMax)',
      },
    ],
    catchers: [
      unit(
        'shared/protocol/calls/call-server.spec.ts',
        'one byte a second is not waited for',
        /evaluated to a falsy value/,
      ),
    ],
  },
  {
    name: 'turns',
    breaks: 'a thousand calls of one peer do not keep another one waiting',
    edits: [
      {
        file: 'shared/work/fair-turns.ts',
        takenOut: 'if (this.#peers.size <= 1) return',
        insteadStands: 'if (this.#peers.size <= 1_000) return',
      },
    ],
    catchers: [
      unit('shared/work/fair-turns.spec.ts', 'a thousand requests of one peer', /0 !== 1/),
      unit('shared/protocol/calls/call-server.spec.ts', 'a thousand calls of one peer', /the tenth answer came after/),
    ],
  },
  {
    name: 'rounds',
    breaks: 'calls that never wait leave the event loop its turn',
    edits: [
      {
        file: 'shared/work/fair-turns.ts',
        takenOut: ' || peer.begun >= share) return false',
        insteadStands: ') return false',
      },
    ],
    catchers: [unit('shared/work/fair-turns.spec.ts', 'work that never waits comes in rounds', /100 !== 2/)],
  },
  {
    name: 'silent-connection',
    breaks: 'a connection whose other end is gone without a word is dropped',
    edits: [
      {
        file: 'shared/transport/silence-watch.ts',
        takenOut: 'this.#watched.drop()',
        insteadStands: 'void this.#watched',
      },
    ],
    catchers: [unit('shared/transport/silence-watch.spec.ts', 'asks for a sign of life, and drops it once', /drop/)],
  },
]
