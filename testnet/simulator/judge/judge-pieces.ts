import { partsOf } from '../../../coordinator/metadata/keys.ts'
import { isCidOf } from '../../../shared/cid.ts'
import { hasCode } from '../../../shared/errors.ts'
import type { SpoiledCopies } from '../faults/spoiled.ts'
import type { SimulatedWorker } from '../swarm/simulated-worker.ts'

/**
 * Of what a worker has on its disk nothing is missing, wrong, left over or half-written: exactly the pieces that the metadata say it holds, but for copies that were
 * spoiled there. The result is the pieces of which it has a good copy.
 */
export async function judgePieces(
  worker: SimulatedWorker,
  state: ReadonlyMap<string, Uint8Array>,
  spoiled: SpoiledCopies,
  violated: (what: string) => void,
): Promise<Set<string>> {
  const { name, index, disk, store } = worker
  const { storeId } = index
  const good = new Set<string>()
  const wanted = [...state.keys()]
    .filter((key) => key.startsWith(`held/${storeId}/`))
    .map((key) => partsOf(key)[1] ?? '')
  const files = new Set(await filesOf(worker))
  let sizeBytes = 0
  for (const cid of wanted) {
    const row = await index.get(cid).catch(unlessIntegrity)
    if (row === undefined) {
      if (!spoiled.has(storeId, cid)) violated(`${name} lacks piece ${cid}`)
      continue
    }
    sizeBytes += row.sizeBytes
    const path = pathOf(cid)
    const bytes = await (row.inline
      ? index.inlineBytes(cid)
      : files.has(path)
        ? contentOf(disk, path)
        : undefined
    )?.catch(unlessIntegrity)
    if (bytes !== undefined && isCidOf(cid, bytes)) good.add(cid)
    else if (!spoiled.has(storeId, cid)) violated(`${name} has other bytes for piece ${cid}, or none`)
    if (!row.inline) files.delete(path)
  }
  // What is left of copies that it found bad, and waits for leave to go.
  const kept = index.rows().filter(({ cid, bad }) => bad && !wanted.includes(cid))
  for (const { cid, sizeBytes: keptBytes } of kept) {
    if (!spoiled.has(storeId, cid)) violated(`${name} takes its copy of piece ${cid} for bad, and nothing befell it`)
    files.delete(pathOf(cid))
    sizeBytes += keptBytes
  }
  const pieces = (await index.totals()).pieces - kept.length
  if (pieces > wanted.length) violated(`${name} has ${pieces} pieces in its index, and needs ${wanted.length}`)
  // With damaged rows a start leaves files alone that may be theirs, and does not know how large they are.
  if (spoiled.hasRows(storeId)) return good
  if (files.size > 0) violated(`${name} has files that are no piece of its own: ${[...files].join(', ')}`)
  const usage = await store?.usage()
  if (usage && usage.usedBytes !== sizeBytes)
    violated(`${name} counts ${usage.usedBytes} bytes as used, ${sizeBytes} are`)
  return good
}

function unlessIntegrity(error: unknown): undefined {
  if (!hasCode(error, 'integrity')) throw error
}

function pathOf(cid: string): string {
  return `pieces/${cid.slice(-2)}/${cid}`
}

/** Also those under temporary names. */
async function filesOf({ disk }: SimulatedWorker): Promise<string[]> {
  const files: string[] = []
  for (const name of await disk.list('pieces')) {
    if (name === 'store' || name.startsWith('audit')) continue
    for (const file of await disk.list(`pieces/${name}`)) files.push(`pieces/${name}/${file}`)
  }
  return files
}

async function contentOf(disk: SimulatedWorker['disk'], path: string): Promise<Uint8Array> {
  const file = await disk.open(path)
  const bytes = await file.read(0, await file.sizeBytes())
  await file.close()
  return bytes
}
