import { styleText } from 'node:util'
import type { Command } from 'commander'
import { openTestnet } from '../start.ts'
import type { Testnet } from '../testnet.ts'
import { type DirOption, dirFlag, dirOption } from './options.ts'

interface StatusOptions extends DirOption {
  readonly json?: boolean
}

/** Of `--json`. Names are never reused for something else; new ones may come. */
interface ProcessJson {
  readonly who: string
  /** `null`: it does not run. */
  readonly pid: number | null
  readonly running: boolean
  readonly folder: string
  /** With the peer id at the end. */
  readonly address: string
}

export function defineStatus(program: Command): void {
  program
    .command('status')
    .summary('which processes run')
    .description('Tells which processes run. What they hold, and whether it is safe, tells: hiro status')
    .option('--json', 'one JSON object: dir, workers, copies, processes[] of who, pid, running, folder, address')
    .addOption(dirOption())
    .addHelpText(
      'after',
      `\nExamples:\n  hiro testnet status\n  hiro testnet status --json | jq '.processes[] | select(.running | not).who'`,
    )
    .action(status)
}

async function status({ dir, json }: StatusOptions): Promise<void> {
  const testnet = await openTestnet(dir)
  const { workers, copies } = testnet.manifest
  const processes = processesOf(testnet)
  const text = json
    ? JSON.stringify({ dir: testnet.folder, workers, copies, processes })
    : [...processes.map(lineOf), ...adviceFor(processes, dir)].join('\n')
  process.stdout.write(`${text}\n`)
}

function processesOf(testnet: Testnet): ProcessJson[] {
  return testnet.names.map((who) => {
    const pid = testnet.pid(who)
    return {
      who,
      pid: pid ?? null,
      running: pid !== undefined,
      folder: testnet.files(who).folder,
      address: testnet.address(who),
    }
  })
}

const WHO_WIDTH = 'coordinator'.length
const STATE_WIDTH = 'pid 4194304'.length

function lineOf({ who, pid, address }: ProcessJson): string {
  const state = (pid === null ? 'down' : `pid ${pid}`).padEnd(STATE_WIDTH)
  const colour = pid === null ? 'red' : 'green'
  return `${who.padEnd(WHO_WIDTH)}  ${styleText(colour, state, { stream: process.stdout })}  ${address}`
}

function adviceFor(processes: readonly ProcessJson[], dir: string): string[] {
  const down = processes.filter(({ running }) => !running)
  if (down.length === 0) return []
  const command = down.length === processes.length ? 'up' : `start ${down[0]?.who}`
  return ['', `hiro testnet ${command}${dirFlag(dir)} starts ${down.length === processes.length ? 'them' : 'it'} again`]
}
