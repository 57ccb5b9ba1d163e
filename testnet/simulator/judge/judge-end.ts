import { sleep } from '../../../shared/clock/sleep.ts'
import type { SpoiledCopies } from '../faults/spoiled.ts'
import type { SimulatedClient } from '../swarm/simulated-client.ts'
import type { SimulatedSwarm } from '../swarm/simulated-swarm.ts'
import { PATHS } from '../work/choose-operation.ts'
import { attempt } from '../work/hands.ts'
import type { Ledger } from '../work/ledger.ts'
import type { Wanted } from '../work/operation.ts'
import { judgeMetadata } from './judge-metadata.ts'
import { judgePieces } from './judge-pieces.ts'
import { judgeQuotas } from './judge-quotas.ts'
import { waitUntilQuiet } from './quiet.ts'
import { folderOf } from './tree-changes.ts'
import { type Node, TreeHistory } from './tree-history.ts'

/**
 * The last look, when everything is quiet. Then the power of all is cut at once, so that what was never synced is lost at last, and what is there after it is looked
 * at again, by a client that was never there before.
 */
export async function judgeEnd(swarm: SimulatedSwarm, ledger: Ledger, spoiled: SpoiledCopies): Promise<void> {
  const { story } = swarm
  await judgeDisks(swarm, spoiled)
  story.tell('judge', 'cuts the power of all')
  for (const process of swarm.processes) process.crash()
  await swarm.startAll()
  await waitUntilQuiet(swarm)
  await lookAtEverything(swarm, ledger, await judgeDisks(swarm, spoiled))
}

/** The pieces of which there is a good copy. */
async function judgeDisks({ story, coordinator, workers }: SimulatedSwarm, spoiled: SpoiledCopies) {
  const violated = (what: string): void => story.violated(what)
  const { state } = coordinator.history
  judgeMetadata(state, spoiled, violated)
  judgeQuotas(state, violated)
  const good = new Set<string>()
  for (const worker of workers) for (const cid of await judgePieces(worker, state, spoiled, violated)) good.add(cid)
  return good
}

/** What is in the trash can be restored: to places where nothing is, one after the other. What comes back is looked at with everything else. */
async function restoreAll({ clock, story }: SimulatedSwarm, ledger: Ledger, client: SimulatedClient): Promise<void> {
  const live = await client.live()
  const items = await Array.fromAsync(live.library.trash())
  const removed = items.filter(({ replaced, path }) => !replaced && path !== undefined)
  for (const [at, { path = '' }] of removed.entries()) {
    // Where a folder above is gone too, that one comes first, and the item with it or by itself.
    if (folderOf(path) !== '/' && !(await live.library.exists(folderOf(path)))) continue
    // Where a file is, in another folder of that name most likely, its path means that one, which cannot be placed elsewhere.
    if (await live.library.exists(path)) continue
    await attempt({ clock, client, ledger }, live, { kind: 'restore', path, to: `/restored-${at}` })
    const { outcome, code } = ledger.operations.at(-1) ?? {}
    if (outcome === 'acknowledged') story.count('restored at the end')
    // The same place may be below another folder of that name by now; and a file that came back a moment ago, by a newer item, has its older content only where it is.
    else if (code !== 'not-found' && code !== 'changed')
      story.violated(`restore of ${path} at the end: ${outcome} (${code})`)
  }
}

/** Whether the answers are right, the judge of the history says: here they must only come, unless every copy of something was spoiled. */
async function lookAtEverything(swarm: SimulatedSwarm, ledger: Ledger, good: ReadonlySet<string>): Promise<void> {
  const { clock, story, keys, coordinator, network } = swarm
  // Where the only copy of a piece is behind a stream that breaks, and breaks again, a reader rightly says `unreachable`: then nothing could be asked of any answer.
  network.calm()
  const client = await swarm.addClient('client-last')
  const live = await client.live()
  await sleep(clock, 1)
  await restoreAll(swarm, ledger, client)
  const history = new TreeHistory(coordinator.history.commits, keys)
  const { newest } = coordinator.history
  const tree = history.at(newest)
  const isReadable = (node: Node): boolean => history.piecesOf(node.id, node.version, newest).isSubsetOf(good)
  const look = async (wanted: Wanted, expected: boolean): Promise<void> => {
    await attempt({ clock, client, ledger }, live, wanted)
    const outcome = ledger.operations.at(-1)?.outcome
    if ((outcome === 'acknowledged') !== expected)
      story.violated(`${wanted.kind} of ${wanted.path} at the end: ${outcome}`)
  }
  await look({ kind: 'list', path: '/' }, true)
  for (const path of new Set([...tree.keys(), ...PATHS])) {
    const node = tree.get(path)
    if (node?.folder) await look({ kind: 'list', path }, true)
    else if (node && history.isLink(node)) await look({ kind: 'stat', path }, true)
    else {
      const readable = node !== undefined && isReadable(node)
      if (node && !readable) story.count('file of which every copy was spoiled')
      await look({ kind: 'read', path, offset: 0, lengthBytes: Number.POSITIVE_INFINITY }, readable)
    }
  }
  const listed = ledger.operations.flatMap(({ client: name, wanted, answer }) => {
    if (name !== client.name || wanted.kind !== 'list') return []
    return answer.names?.map((below) => `${wanted.path === '/' ? '' : wanted.path}/${below}`) ?? []
  })
  for (const path of tree.keys())
    if (!listed.includes(path)) story.violated(`${path} is not in the list of ${folderOf(path)}`)
  for (const path of listed) if (!tree.has(path)) story.violated(`${path} is listed, and not there`)
}
