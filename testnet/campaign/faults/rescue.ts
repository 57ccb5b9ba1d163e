import { createHash } from 'node:crypto'
import { readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { shuffle } from '../../../shared/random/choose.ts'
import { runHiro } from '../../process/hiro.ts'
import { backedUp, loseCoordinator } from '../../restore.ts'
import type { Fault } from '../fault.ts'
import { compare } from '../judge.ts'
import { readLedger } from '../ledger/ledger.ts'
import type { Found } from '../program/job.ts'
import { backupGround } from './coordinator-lost.ts'

/** No process runs, the coordinator is gone, one worker's folder is not found either: what the rest holds is given back, and judged by the ledger as a swarm would be. */
export const rescue: Fault = {
  name: 'rescue',
  what: "coordinator lost for good: rescue from the workers' folders",
  rounds: 5,
  roundsShort: 1,
  surround: backupGround,
  async play(round) {
    const { net, random } = round
    await round.moment(1_500)
    await round.load.end()
    await backedUp(net)
    await Promise.all(net.workerNames.map(async (who) => await net.kill(who)))
    const old = await loseCoordinator(net)
    const folders = shuffle(random, net.workerNames).slice(1)
    const out = join(net.folder, 'rescued')
    await rm(out, { recursive: true, force: true })
    const vault = join(net.clientFolder, 'vault')
    const args = ['rescue', '--vault', vault, '--out', out, ...folders.map((who) => net.files(who).folder)]
    const beganMs = performance.now()
    const { code, stderr } = await runHiro(args)
    round.measure('rescueMs', Math.round(performance.now() - beganMs))
    if (code !== 0) round.violated(`hiro rescue ended with ${code ?? 'a signal'}: ${stderr.trim()}`)
    const histories = readLedger(round.ledger)
    const view = await localView(out, [...histories.keys()])
    for (const what of compare(histories, view, net.manifest)) round.violated(`rescued: ${what}`)
    await rename(old, net.files('coordinator').folder)
  },
}

async function localView(folder: string, paths: readonly string[]) {
  const found = new Map<string, Found>()
  const listed: string[] = []
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) listed.push(join('/', entry.parentPath.slice(folder.length), entry.name))
  }
  for (const path of paths) {
    if (!listed.includes(path)) found.set(path, { path })
    else {
      const bytes = await readFile(join(folder, path))
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      found.set(path, { path, sha256, sizeBytes: bytes.byteLength })
    }
  }
  return { found, listed }
}
