import type { Schema } from '../shared/config/schema.ts'

/** What a worker is told by flags, environment and `config.json` in its folder. */
export const workerSchema = {
  coordinator: {
    kind: 'list',
    doc: "where the swarm's coordinator is: multiaddrs that end with its peer id, such as /ip4/192.0.2.10/tcp/4600/p2p/12D3…",
    env: 'HIRO_COORDINATOR',
  },
  secretFile: {
    kind: 'path',
    doc: "file with the swarm's secret, mode 0600",
    default: 'swarm.secret',
    env: 'HIRO_WORKER_SECRET_FILE',
  },
  listen: {
    kind: 'list',
    doc: 'multiaddrs to listen on; loopback unless told otherwise',
    default: ['/ip4/127.0.0.1/tcp/0'],
    env: 'HIRO_WORKER_LISTEN',
  },
  announce: {
    kind: 'list',
    doc: 'multiaddrs to give to others instead of those listened on (behind a router, in a container)',
    default: [],
    env: 'HIRO_WORKER_ANNOUNCE',
  },
  capacity: {
    kind: 'size',
    doc: 'bytes of pieces that this worker guarantees to keep',
    default: 10 * 2 ** 30,
    env: 'HIRO_WORKER_CAPACITY',
  },
  reserve: {
    kind: 'size',
    doc: "what stays free on the disk whatever the capacity; larger leaves more to the machine's owner",
    default: 256 * 2 ** 20,
    env: 'HIRO_WORKER_RESERVE',
  },
  zone: {
    kind: 'string',
    doc: 'label for what fails together (a house, a provider); copies spread over zones first',
    default: '',
    env: 'HIRO_WORKER_ZONE',
  },
  scrubSeconds: {
    kind: 'int',
    doc: 'in so long every piece is read and hashed once; shorter finds rot sooner and reads the disk more',
    default: 30 * 24 * 3600,
    min: 1,
    max: 366 * 24 * 3600,
    env: 'HIRO_WORKER_SCRUB_SECONDS',
  },
  scrubRate: {
    kind: 'size',
    doc: 'bytes a second that this reading takes at most, whatever the time',
    default: 20 * 2 ** 20,
    min: 4096,
    env: 'HIRO_WORKER_SCRUB_RATE',
  },
  name: { kind: 'string', doc: 'how people call it; its peer id unless given', default: '', env: 'HIRO_WORKER_NAME' },
} as const satisfies Schema
