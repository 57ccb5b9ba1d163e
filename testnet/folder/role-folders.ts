import { makeFolder, writeDurably } from '../../shared/files/durable-file.ts'
import { loadOrMakeIdentitySeed } from '../../shared/files/identity-file.ts'
import { identityFromSeed } from '../../shared/identity.ts'
import { systemRandom } from '../../shared/random/system-random.ts'
import { allNames, roleFiles, type Who } from '../layout.ts'
import type { Surroundings } from '../surroundings.ts'
import { freePorts } from './ports.ts'

export interface SwarmPlan {
  readonly workers: number
  readonly copies: number
  readonly copiesMin: number
  /** Of each worker; absent: the worker's default. */
  readonly capacityBytes?: number | undefined
  readonly reserveBytes?: number | undefined
  /** How long what was removed can be restored; absent: the coordinator's default. */
  readonly trashSeconds?: number | undefined
  /** Of worker-1, worker-2 …; absent: none. */
  readonly zones?: readonly string[] | undefined
}

const SECRET_BYTES = 24

/** Makes the folders of all processes, and gives the address of each. The ports stay what they are, so that a process started again is where it was. */
export async function makeRoleFolders(
  folder: string,
  plan: SwarmPlan,
  around: Surroundings = {},
): Promise<Record<Who, string>> {
  const names = allNames(plan.workers)
  const ports = await freePorts(names.length, systemRandom)
  const secret = Buffer.from(systemRandom.bytes(SECRET_BYTES)).toString('base64url')
  const addresses: Partial<Record<Who, string>> = {}
  for (const [at, who] of names.entries()) {
    const files = roleFiles(folder, who)
    await makeFolder(files.folder)
    await writeDurably(files.secret, `${secret}\n`)
    const { seed } = await loadOrMakeIdentitySeed(files.identity, systemRandom)
    const listen = `/ip4/${around.host?.(who) ?? '127.0.0.1'}/tcp/${ports[at]}`
    addresses[who] = `${listen}/p2p/${identityFromSeed(seed).peerId}`
    const config = who === 'coordinator' ? coordinatorConfig(plan) : workerConfig(plan, who, at, addresses.coordinator)
    await writeDurably(files.config, `${JSON.stringify({ listen: [listen], ...config }, undefined, 2)}\n`)
  }
  return addresses as Record<Who, string>
}

function coordinatorConfig({ copies, copiesMin, trashSeconds }: SwarmPlan): object {
  return { copies, minCopies: copiesMin, trashSeconds }
}

function workerConfig(plan: SwarmPlan, who: Who, at: number, coordinator: string | undefined): object {
  const { capacityBytes: capacity, reserveBytes: reserve, zones } = plan
  return { name: who, coordinator: [coordinator], capacity, reserve, zone: zones?.[at - 1] }
}
