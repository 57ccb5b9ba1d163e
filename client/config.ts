import type { Schema } from '../shared/config/schema.ts'
import { COPIES_MAX } from '../shared/limits.ts'

/** What a client is told by flags, environment and `config.json` in its folder. Relative paths in the file are relative to that folder. */
export const clientSchema = {
  coordinator: {
    kind: 'list',
    doc: "where the swarm's coordinator is: multiaddrs that end with its peer id, such as /ip4/127.0.0.1/tcp/4001/p2p/12D3…",
    env: 'HIRO_COORDINATOR',
  },
  vaultFile: {
    kind: 'path',
    doc: 'the keys that everything is sealed with, mode 0600; whoever loses the file loses all files of the swarm',
    default: 'vault',
    env: 'HIRO_VAULT',
  },
  secretFile: {
    kind: 'path',
    doc: "file with the swarm's secret, mode 0600; needed only until this client has a pass, or when it was away for long",
    default: 'swarm.secret',
    env: 'HIRO_SECRET_FILE',
  },
  copies: {
    kind: 'int',
    doc: "copies of each piece that is added; the swarm's default unless given",
    min: 1,
    max: COPIES_MAX,
    env: 'HIRO_COPIES',
  },
  minCopies: {
    kind: 'int',
    doc: "the fewest copies that an upload is acknowledged with, where fewer workers can be reached; the swarm's default unless given",
    min: 1,
    max: COPIES_MAX,
    env: 'HIRO_MIN_COPIES',
  },
  patience: {
    kind: 'duration',
    doc: 'how long work under way outlives a coordinator that is away; longer survives longer outages, shorter fails sooner',
    default: 30_000,
    min: 1_000,
    env: 'HIRO_PATIENCE',
  },
} as const satisfies Schema
