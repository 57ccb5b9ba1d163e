import type { Schema } from '../shared/config/schema.ts'
import { COPIES_DEFAULT, COPIES_MAX, COPIES_MIN_DEFAULT } from '../shared/limits.ts'

/** What a coordinator is told by flags, environment and `config.json` in its folder. */
export const coordinatorSchema = {
  listen: {
    kind: 'list',
    doc: 'multiaddrs to listen on; loopback unless told otherwise',
    default: ['/ip4/127.0.0.1/tcp/0'],
    env: 'HIRO_COORDINATOR_LISTEN',
  },
  announce: {
    kind: 'list',
    doc: 'multiaddrs to give to others instead of those listened on (behind a router, in a container)',
    default: [],
    env: 'HIRO_COORDINATOR_ANNOUNCE',
  },
  secretFile: {
    kind: 'path',
    doc: "file with the swarm's secret, mode 0600; whoever knows it may join",
    default: 'swarm.secret',
    env: 'HIRO_COORDINATOR_SECRET_FILE',
  },
  copies: {
    kind: 'int',
    doc: 'copies of each piece; more survive more deaths and cost as much more disk',
    default: COPIES_DEFAULT,
    min: 1,
    max: COPIES_MAX,
    env: 'HIRO_COPIES',
  },
  minCopies: {
    kind: 'int',
    doc: 'the fewest copies that an upload is acknowledged with, where fewer workers than copies can be reached',
    default: COPIES_MIN_DEFAULT,
    min: 1,
    max: COPIES_MAX,
    env: 'HIRO_MIN_COPIES',
  },
  graceSeconds: {
    kind: 'int',
    doc: 'how long a worker may be away before new copies of what it holds are made; longer bears restarts and short outages, shorter is whole again sooner',
    default: 600,
    min: 1,
    max: 30 * 24 * 3600,
    env: 'HIRO_GRACE_SECONDS',
  },
  graceAnnouncedSeconds: {
    kind: 'int',
    doc: 'the same for a worker that was stopped in order',
    default: 3600,
    min: 1,
    max: 30 * 24 * 3600,
    env: 'HIRO_GRACE_ANNOUNCED_SECONDS',
  },
  reserve: {
    kind: 'size',
    doc: 'what is kept free on its disk so that files can be removed when it is full; larger lets more be removed before the disk has room again',
    default: 16 * 1024 * 1024,
    min: 1024 * 1024,
    env: 'HIRO_COORDINATOR_RESERVE',
  },
  repairRate: {
    kind: 'size',
    doc: 'bytes a second that one worker sends for repair, at most; larger is whole again sooner, smaller is felt less by readers and writers',
    default: 64 * 1024 * 1024,
    min: 64 * 1024,
    env: 'HIRO_REPAIR_RATE',
  },
  trashSeconds: {
    kind: 'int',
    doc: 'how long what was removed or replaced can be restored, from then on; longer keeps its space taken, shorter leaves less time to notice a mistake, 0 gives space back at once and restores nothing',
    default: 7 * 24 * 3600,
    min: 0,
    max: 10 * 365 * 24 * 3600,
    env: 'HIRO_TRASH_SECONDS',
  },
  epoch: {
    kind: 'int',
    doc: "number of the swarm's life; grows when its metadata are restored from a backup",
    default: 1,
    min: 1,
    max: 8191,
  },
} as const satisfies Schema
