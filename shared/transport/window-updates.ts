/** Yamux's own, of a stream that is open: whether both ends have agreed on it. */
const ESTABLISHED = 3

/** What is used of a yamux stream that its interface does not tell. */
interface WindowedStream {
  readonly state: number
  /** How much the peer may send in all, and how much of that is left. */
  readonly recvWindow: number
  readonly recvWindowCapacity: number
  sendWindowUpdate(): void
}

/**
 * Opens a stream's window again only once half of it is used. The library does so after each frame, and half of all that travels between two processes, each with its record of TLS, are such updates. Half a window
 * is always left to the peer, so that it need not wait for one. What upstream would need: this one condition in `sendWindowUpdate`. Of another muxer's stream, nothing is changed.
 */
export function spareWindowUpdates(stream: object): void {
  if (!isWindowed(stream)) return
  const update = stream.sendWindowUpdate.bind(stream)
  stream.sendWindowUpdate = () => {
    if (stream.state !== ESTABLISHED || 2 * stream.recvWindowCapacity <= stream.recvWindow) update()
  }
}

function isWindowed(stream: object): stream is WindowedStream {
  return (
    'sendWindowUpdate' in stream &&
    typeof stream.sendWindowUpdate === 'function' &&
    'recvWindow' in stream &&
    typeof stream.recvWindow === 'number' &&
    'recvWindowCapacity' in stream &&
    typeof stream.recvWindowCapacity === 'number' &&
    'state' in stream
  )
}
