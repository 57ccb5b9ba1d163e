import type { Command } from 'commander'
import { parseWho, type Who } from '../layout.ts'
import { openTestnet } from '../start.ts'
import type { Testnet } from '../testnet.ts'
import { type DirOption, dirFlag, dirOption } from './options.ts'

interface WhoCommand {
  readonly name: string
  readonly summary: string
  readonly description: string
  /** Gives the line that says what happened. `again` is the command that starts it again. */
  readonly run: (testnet: Testnet, who: Who, again: string) => Promise<string>
}

const whoCommands: readonly WhoCommand[] = [
  {
    name: 'start',
    summary: 'start one that is down',
    description: 'Starts one that is down, with what it has in its folder, and returns when it has joined.',
    run: async (testnet, who) => {
      await testnet.start(who)
      const waits = who !== 'coordinator' && !testnet.alive('coordinator')
      return `${who} runs (pid ${testnet.pid(who)})${waits ? '; it joins when the coordinator runs' : ''}`
    },
  },
  {
    name: 'stop',
    summary: 'end one, so that it can say goodbye (SIGTERM)',
    description: 'Ends one with SIGTERM: it says goodbye first. SIGKILL follows when that does not help.',
    run: async (testnet, who, again) => ended(who, await testnet.stop(who), `stopped; ${again}`),
  },
  {
    name: 'kill',
    summary: 'end one at once (SIGKILL)',
    description: 'Ends one at once with SIGKILL, as a crash would.',
    run: async (testnet, who, again) => ended(who, await testnet.kill(who), `killed; ${again}`),
  },
  {
    name: 'wipe',
    summary: 'stop one, and empty its store',
    description:
      "Stops one and empties its store, as when a disk is replaced: a worker's pieces, or the coordinator's metadata, which are then gone for good. Its identity stays.",
    run: async (testnet, who, again) => {
      await testnet.wipe(who)
      return `${who} is stopped and its store is empty; ${again}`
    },
  },
]

export function defineWhoCommands(program: Command): void {
  for (const { name, summary, description, run } of whoCommands) {
    program
      .command(name)
      .summary(summary)
      .description(description)
      .argument('<who>', 'coordinator, worker-1, worker-2 …')
      .addOption(dirOption())
      .addHelpText('after', `\nExamples:\n  hiro testnet ${name} worker-2`)
      .action(async (text: string, { dir }: DirOption) => {
        const testnet = await openTestnet(dir)
        const who = parseWho(text, testnet.manifest.workers)
        const again = `start it again: hiro testnet start ${who}${dirFlag(dir)}`
        process.stdout.write(`${await run(testnet, who, again)}\n`)
      })
  }
}

function ended(who: Who, ran: boolean, how: string): string {
  return ran ? `${who} is ${how}` : `${who} was down already`
}
