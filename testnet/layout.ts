import { join } from 'node:path'
import { HiroError } from '../shared/errors.ts'

/** One of the processes of a testnet, by the name that people give it. */
export type Who = 'coordinator' | `worker-${number}`

export function workerNames(workers: number): Who[] {
  return Array.from({ length: workers }, (_, at): Who => `worker-${at + 1}`)
}

export function allNames(workers: number): Who[] {
  return ['coordinator', ...workerNames(workers)]
}

/** What somebody typed as the name of a process. Throws `usage`, with the names that there are. */
export function parseWho(text: string, workers: number): Who {
  const who = allNames(workers).find((name) => name === text)
  if (who !== undefined) return who
  const some = workers === 1 ? 'worker-1' : `worker-1 … worker-${workers}`
  throw new HiroError('usage', `there is no "${text}" in this testnet; it has coordinator and ${some}`)
}

/** Where things lie in the folder of one process. */
export const roleFiles = (folder: string, who: Who) => ({
  folder: join(folder, who),
  config: join(folder, who, 'config.json'),
  identity: join(folder, who, 'identity.key'),
  secret: join(folder, who, 'swarm.secret'),
  log: join(folder, who, 'log'),
  /** Not in it: it must be found when the role's disk is gone or full. */
  pid: join(folder, `${who}.pid`),
  /** A worker's pieces and their index. */
  store: join(folder, who, 'store'),
})

/** The folder of a testnet's client. */
export const CLIENT = 'client'
