import { basename, resolve } from 'node:path'
import { formatSize } from '../../../shared/config/for-people.ts'
import { HiroError } from '../../../shared/errors.ts'
import type { AddResult } from '../../index.ts'
import { policyText } from '../../policy-text.ts'
import type { Cli, Swarm } from '../cli.ts'
import { heldLock } from '../held-lock.ts'
import { addJson } from '../interface.ts'
import { swarmPath } from '../swarm-path.ts'
import { counted } from '../terminal/for-people.ts'
import { type AddCommandOptions, addTree } from './add-tree.ts'
import { openLocal } from './local-source.ts'

/** Takes what is at the local path `typed`, or standard input, to the swarm. */
export async function addLocal(cli: Cli, typed: string, options: AddCommandOptions): Promise<void> {
  if (typed === '-') return await addStdin(cli, options)
  const local = resolve(cli.cwd, typed)
  const path = options.to ?? defaultTarget(local)
  const source = await openLocal(local, { followLink: true })
  try {
    if (source.isFolder) await addTree(cli, { local, path, root: source }, options)
    else await addOne(cli, path, source, options)
  } finally {
    await source.close()
  }
}

async function addStdin(cli: Cli, options: AddCommandOptions): Promise<void> {
  if (options.to === undefined)
    throw new HiroError('usage', 'standard input has no name: say where it goes with --to /path')
  if (cli.stdin.isTTY) cli.terminal.note('hiro: reading from the terminal; Ctrl-D on a line of its own ends it')
  await addOne(cli, options.to, { bytes: () => cli.stdin }, options)
}

interface OneSource {
  bytes(): AsyncIterable<Uint8Array>
  readonly sizeBytes?: number | undefined
  readonly mode?: number
  readonly mtimeMs?: number
}

async function addOne(cli: Cli, path: string, source: OneSource, options: AddCommandOptions): Promise<void> {
  const { terminal, signal } = cli
  const swarm: Swarm = await cli.open(options)
  const { sizeBytes, mode, mtimeMs } = source
  const meter = terminal.meter('adding')
  if (sizeBytes !== undefined) meter.expect(sizeBytes)
  try {
    const result = await swarm.add(path, source.bytes(), {
      sizeBytes,
      mode,
      mtimeMs,
      replace: options.replace,
      lock: heldLock(cli.env),
      signal,
      onProgress: meter.transfer(),
    })
    meter.end()
    if (result.degraded) terminal.warn(degradedText(result))
    terminal.report(options.json ? JSON.stringify(addJson(result)) : addedText(cli, result))
  } finally {
    meter.end()
  }
}

function addedText({ terminal }: Cli, { path, sizeBytes, pieces, copies, code }: AddResult): string {
  const kept = code ? `${policyText(code)}, as safe as ${copiesText(copies)}` : copiesText(copies)
  return `${terminal.name(path)}: ${formatSize(sizeBytes)}, ${counted(pieces, 'piece')}, ${kept}`
}

function copiesText(copies: number): string {
  return counted(copies, 'copy', 'copies')
}

function degradedText({ path, copies, code }: AddResult): string {
  const has = code
    ? `lacks shards and is as safe as ${copiesText(copies)}`
    : `has only ${copiesText(copies)} of each piece`
  return `${path} ${has}: no further worker could be reached (who is down: hiro status)`
}

/** `/` and the last part of the local path. */
function defaultTarget(local: string): string {
  const name = basename(local)
  if (name === '') throw new HiroError('usage', `${local} has no name: say where it goes with --to /path`)
  return swarmPath(`/${name}`)
}
