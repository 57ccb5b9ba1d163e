import type { Command } from 'commander'
import { isoTime } from '../../shared/clock/iso-time.ts'
import { formatDuration, formatSize } from '../../shared/config/for-people.ts'
import type { BackupState, RestoredState, SwarmStatus, WorkerStatus } from '../index.ts'
import type { Cli, CommonOptions } from './cli.ts'
import { statusJson } from './interface.ts'
import { addExamples } from './options.ts'
import { inColumns } from './terminal/columns.ts'
import { counted, revisionText, withCommas } from './terminal/for-people.ts'
import { bar } from './terminal/progress-line.ts'
import type { Terminal } from './terminal/terminal.ts'

const SPACE_BAR_WIDTH = 12

export function defineStatus(command: Command, cli: Cli): void {
  command.option('--json', 'one JSON object: workers, pieces, uploads').action(async (options: CommonOptions) => {
    const swarm = await cli.open(options)
    const status = await swarm.status({ signal: cli.signal })
    if (options.json) cli.terminal.print(JSON.stringify(statusJson(status)))
    else for (const line of statusLines(cli.terminal, status)) cli.terminal.print(line)
  })
  addExamples(command, [
    ['hiro status', ''],
    ['hiro status --json | jq .pieces.under', 'pieces with too few copies'],
  ])
}

export function statusLines(terminal: Terminal, status: SwarmStatus): string[] {
  const { swarm, revision, workers, pieces, uploads, repair, trash } = status
  const alive = workers.filter(({ alive }) => alive).length
  const down = workers.length - alive
  const people = down === 0 ? counted(alive, 'worker') : `${counted(workers.length, 'worker')}, ${down} down`
  const head = `swarm ${swarm}, revision ${revisionText(revision)}: ${people}, ${counted(uploads, 'upload')} under way`
  const kept = inColumns([{}, {}], [...backupRows(terminal, status.backup), ...restoreRows(terminal, status.restored)])
  const all = [...pieceLines(terminal, pieces), ...repairLines(repair), ...trashLines(trash), '', ...kept]
  return [head, '', ...workerLines(terminal, workers), '', ...all]
}

function trashLines({ items, storedBytes }: SwarmStatus['trash']): string[] {
  if (items === 0) return []
  return ['', `trash: ${counted(items, 'item')} with ${formatSize(storedBytes)} of the space in use (hiro trash)`]
}

function workerLines(terminal: Terminal, workers: readonly WorkerStatus[]): string[] {
  if (workers.length === 0) return [terminal.style('red', 'no workers: nothing can be stored')]
  const columns = [
    { head: 'worker' },
    { head: 'zone' },
    { head: 'state' },
    { head: 'space' },
    { head: 'used', align: 'right' },
    { head: 'free', align: 'right' },
    { head: 'pieces', align: 'right' },
    { head: 'to remove', align: 'right' },
  ] as const
  const rows = workers.map(({ name, zone, capacityBytes, usedBytes, freeBytes, pieces, removals, ...state }) => [
    terminal.name(name),
    terminal.name(zone),
    stateText(terminal, state),
    bar(capacityBytes === 0 ? 0 : usedBytes / capacityBytes, SPACE_BAR_WIDTH),
    formatSize(usedBytes),
    formatSize(freeBytes),
    withCommas(pieces),
    withCommas(removals),
  ])
  return inColumns(columns, rows)
}

function stateText(
  terminal: Terminal,
  { alive, draining, away, lastSeenMs }: Pick<WorkerStatus, 'alive' | 'draining' | 'away' | 'lastSeenMs'>,
): string {
  if (alive) return draining ? terminal.style('yellow', 'being emptied') : terminal.style('green', 'alive')
  return terminal.style('red', away ? `${downText(lastSeenMs)}, replaced` : downText(lastSeenMs))
}

function repairLines({
  pieces,
  missingBytes,
  underWay,
  bytesPerSecond,
  secondsLeft,
  over,
  rebalancing,
}: SwarmStatus['repair']): string[] {
  const lines: string[] = []
  if (pieces > 0) {
    const speed =
      secondsLeft === undefined
        ? ''
        : `, ${formatSize(bytesPerSecond)} a second, ${formatDuration(1_000 * secondsLeft)} left`
    const now =
      underWay > 0
        ? `${counted(underWay, 'piece')} under way${speed}`
        : 'waiting for workers with room, or with a good copy'
    lines.push(`repair: ${formatSize(missingBytes)} in ${counted(pieces, 'piece')} to copy, ${now}`)
  }
  if (over > 0) lines.push(`${counted(over, 'piece')} with more copies than needed, which go`)
  if (rebalancing) lines.push('the workers are being evened out')
  return lines.length > 0 ? ['', ...lines] : []
}

function downText(lastSeenMs: number): string {
  return lastSeenMs === 0 ? 'down' : `down for ${formatDuration(lastSeenMs)}`
}

function pieceLines(terminal: Terminal, { total, under, lost }: SwarmStatus['pieces']): string[] {
  const whole = total - under - lost
  const rows = [
    ['pieces', withCommas(total), ''],
    ['  with all copies', withCommas(whole), ''],
    ['  with too few', alarming(terminal, 'yellow', under), ''],
    [
      '  with none',
      alarming(terminal, 'red', lost),
      lost > 0 ? 'unreadable until a worker that holds them is back' : '',
    ],
  ]
  return inColumns([{}, { align: 'right' }, {}], rows)
}

function backupRows(terminal: Terminal, { condition, ageMs }: BackupState): string[][] {
  const age = ageMs === undefined ? '' : `${formatDuration(Math.max(1_000, ageMs))} old`
  const red = (text: string): string => terminal.style('red', text)
  const words = {
    off: red('none: this coordinator makes no backups, and its disk is the only place of the metadata'),
    none: red('none yet: if the coordinator lost its disk now, nothing could be found again'),
    ok: terminal.style('green', age),
    old: red(`${age}: too few workers take it`),
    'other-vault': red(`${age}, but sealed to another vault than yours, which alone could restore it`),
  }
  return [['backup', words[condition]]]
}

function restoreRows(terminal: Terminal, restored: RestoredState | undefined): string[][] {
  if (restored === undefined) return []
  const { atMs, keptUntilMs, unknown, unknownBytes } = restored
  const day = (ms: number): string => isoTime(ms).slice(0, 10)
  const found = `${withCommas(unknown)} copies on workers (${formatSize(unknownBytes)}) are not in it, kept until ${day(keptUntilMs)}`
  return [['restored', `on ${day(atMs)}; ${unknown > 0 ? terminal.style('yellow', found) : found}`]]
}

function alarming(terminal: Terminal, colour: 'yellow' | 'red', count: number): string {
  return count === 0 ? '0' : terminal.style(colour, withCommas(count))
}
