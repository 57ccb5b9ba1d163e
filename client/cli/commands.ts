import type { CommandEntry, CommandGroup } from './command.ts'

/** Every command by purpose, in the order in which one meets them. */
export const commandGroups: readonly CommandGroup[] = [
  {
    title: 'Files and folders',
    commands: [
      {
        name: 'add',
        syntax: 'add PATH|-',
        summary: 'take a file, a folder or standard input to the swarm',
        load: async () => (await import('./add.ts')).defineAdd,
      },
      {
        name: 'get',
        syntax: 'get /path [DEST]',
        summary: 'fetch a file, or a folder with all that it holds',
        load: async () => (await import('./get.ts')).defineGet,
      },
      {
        name: 'cat',
        syntax: 'cat /path',
        summary: 'write a file, or a part of it, to standard output',
        load: async () => (await import('./cat.ts')).defineCat,
      },
      {
        name: 'ls',
        syntax: 'ls [-l] [/path]',
        summary: 'list a folder',
        load: async () => (await import('./ls.ts')).defineLs,
      },
      {
        name: 'stat',
        syntax: 'stat /path',
        summary: 'tell what is known of a file or folder',
        load: async () => (await import('./stat.ts')).defineStat,
      },
      {
        name: 'du',
        syntax: 'du [-s] [/path …]',
        summary: 'tell how much there is in a folder and all below it',
        load: async () => (await import('./du.ts')).defineDu,
      },
      {
        name: 'mkdir',
        syntax: 'mkdir [-p] /path',
        summary: 'make a folder',
        load: async () => (await import('./mkdir.ts')).defineMkdir,
      },
      {
        name: 'rmdir',
        syntax: 'rmdir /path',
        summary: 'remove an empty folder',
        load: async () => (await import('./rmdir.ts')).defineRmdir,
      },
      {
        name: 'mv',
        syntax: 'mv [--replace] /from /to',
        summary: 'move or rename a file or folder',
        load: async () => (await import('./mv.ts')).defineMv,
      },
      {
        name: 'rm',
        syntax: 'rm [-r] [--now] /path',
        summary: 'remove a file, or a folder with all that it holds',
        load: async () => (await import('./rm.ts')).defineRm,
      },
      {
        name: 'trash',
        syntax: 'trash [empty] [/path]',
        summary: 'list, or throw away, what was removed or replaced',
        load: async () => (await import('./trash.ts')).defineTrash,
        words: ['empty'],
      },
      {
        name: 'restore',
        syntax: 'restore /path',
        summary: 'bring back what was removed, or older content',
        load: async () => (await import('./restore.ts')).defineRestore,
      },
      {
        name: 'watch',
        syntax: 'watch [-r] [/path]',
        summary: 'tell what changes, as it does',
        load: async () => (await import('./watch.ts')).defineWatch,
      },
      {
        name: 'versions',
        syntax: 'versions /path',
        summary: 'list the contents of a file that can be read, old and new',
        load: async () => (await import('./versions.ts')).defineVersions,
      },
      {
        name: 'snapshot',
        syntax: 'snapshot create|list|rm …',
        summary: 'keep a folder as it is now, to be read later',
        load: async () => (await import('./snapshot.ts')).defineSnapshot,
        words: ['create', 'list', 'rm'],
      },
      {
        name: 'lock',
        syntax: 'lock /path -- COMMAND …',
        summary: 'run a command while a file or folder is locked',
        load: async () => (await import('./lock.ts')).defineLock,
      },
    ],
  },
  {
    title: 'As a folder of this machine',
    commands: [
      {
        name: 'mount',
        syntax: 'mount DIR',
        summary: 'show the swarm in a folder, for every program',
        load: async () => (await import('./mount.ts')).defineMount,
      },
      {
        name: 'umount',
        syntax: 'umount DIR',
        summary: 'end that',
        load: async () => (await import('./umount.ts')).defineUmount,
        local: true,
      },
    ],
  },
  {
    title: 'How it is kept',
    commands: [
      {
        name: 'policy',
        syntax: 'policy set|show /path …',
        summary: 'copies or shards, for a folder and all below it',
        words: ['set', 'show'],
        load: async () => (await import('./policy.ts')).definePolicy,
      },
      {
        name: 'quota',
        syntax: 'quota set|show|rm [/path] …',
        summary: 'how much there may be in a folder and all below it',
        words: ['set', 'show', 'rm'],
        load: async () => (await import('./quota.ts')).defineQuota,
      },
    ],
  },
  {
    title: 'Is it safe?',
    commands: [
      {
        name: 'tidy',
        syntax: 'tidy [/path]',
        summary: 'bring files that were written in many places into few pieces',
        load: async () => (await import('./tidy.ts')).defineTidy,
      },
      {
        name: 'status',
        syntax: 'status',
        summary: 'workers, space, and pieces with too few copies',
        load: async () => (await import('./status.ts')).defineStatus,
      },
      {
        name: 'check',
        syntax: 'check [--read] /path',
        summary: 'look at every copy of every piece, or read and open it',
        load: async () => (await import('./check.ts')).defineCheck,
      },
      {
        name: 'why',
        syntax: 'why /path',
        summary: 'every piece of a file, and which workers hold it',
        load: async () => (await import('./why.ts')).defineWhy,
      },
      {
        name: 'rescue',
        syntax: 'rescue FOLDER…',
        summary: "files out of workers' folders, without a swarm",
        load: async () => (await import('./rescue.ts')).defineRescue,
        local: true,
      },
    ],
  },
  {
    title: 'A swarm on this machine, to try it',
    commands: [
      {
        name: 'testnet',
        syntax: 'testnet up|status|down|demo …',
        summary: 'start, break and remove a swarm of real processes',
        words: ['up', 'status', 'down', 'start', 'stop', 'kill', 'wipe', 'demo'],
      },
    ],
  },
  {
    title: 'A swarm on real machines',
    commands: [
      {
        name: 'coordinator',
        syntax: 'coordinator [restore]',
        summary: 'run the coordinator, or restore it from its backup',
        words: ['restore'],
      },
      { name: 'worker', syntax: 'worker', summary: 'run a worker, in the foreground', words: ['drain'] },
      {
        name: 'drain',
        syntax: 'worker drain WHO',
        summary: 'empty a worker, while all it holds stays readable',
        load: async () => (await import('./drain.ts')).defineDrain,
      },
      {
        name: 'rebalance',
        syntax: 'rebalance [--stop]',
        summary: 'even out how full the workers are',
        load: async () => (await import('./rebalance.ts')).defineRebalance,
      },
      {
        name: 'init',
        syntax: 'init --coordinator ADDR',
        summary: 'make the vault and the configuration of a client',
        load: async () => (await import('./init.ts')).defineInit,
        local: true,
      },
      {
        name: 'config',
        syntax: 'config',
        summary: 'each value of the configuration, and where it came from',
        load: async () => (await import('./config.ts')).defineConfig,
      },
      {
        name: 'completion',
        syntax: 'completion bash|zsh|fish',
        summary: 'print a script that completes commands in your shell',
        load: async () => (await import('./completion.ts')).defineCompletion,
        words: ['bash', 'zsh', 'fish'],
        local: true,
      },
    ],
  },
]

export const commandEntries: readonly CommandEntry[] = commandGroups.flatMap(({ commands }) => commands)

export function commandNamed(name: string): CommandEntry | undefined {
  return commandEntries.find((entry) => entry.name === name)
}
