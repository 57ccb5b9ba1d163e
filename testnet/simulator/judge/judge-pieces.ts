import { partsOf } from '../../../coordinator/metadata/keys.ts'
import { cidOf } from '../../../shared/cid.ts'
import type { SimulatedWorker } from '../swarm/simulated-worker.ts'

/** Of what a worker has on its disk nothing is missing, wrong, left over or half-written: exactly the pieces that the metadata say it holds. */
export async function judgePieces(
  worker: SimulatedWorker,
  state: ReadonlyMap<string, Uint8Array>,
  violated: (what: string) => void,
): Promise<void> {
  const { name, index, disk, store } = worker
  const wanted = [...state.keys()]
    .filter((key) => key.startsWith(`held/${index.storeId}/`))
    .map((key) => partsOf(key)[1] ?? '')
  const files = new Set(await filesOf(worker))
  let sizeBytes = 0
  for (const cid of wanted) {
    const row = await index.get(cid)
    if (row === undefined) {
      violated(`${name} lacks piece ${cid}`)
      continue
    }
    sizeBytes += row.sizeBytes
    const path = `pieces/${cid.slice(-2)}/${cid}`
    const bytes = row.inline ? await index.inlineBytes(cid) : files.has(path) ? await contentOf(disk, path) : undefined
    if (bytes === undefined || cidOf(bytes) !== cid) violated(`${name} has other bytes for piece ${cid}, or none`)
    if (!row.inline) files.delete(path)
  }
  if (files.size > 0) violated(`${name} has files that are no piece of its own: ${[...files].join(', ')}`)
  const { pieces } = await index.totals()
  if (pieces > wanted.length) violated(`${name} has ${pieces} pieces in its index, and needs ${wanted.length}`)
  const usage = await store?.usage()
  if (usage && usage.usedBytes !== sizeBytes)
    violated(`${name} counts ${usage.usedBytes} bytes as used, ${sizeBytes} are`)
}

/** Also those under temporary names. */
async function filesOf({ disk }: SimulatedWorker): Promise<string[]> {
  const files: string[] = []
  for (const name of await disk.list('pieces')) {
    if (name === 'store') continue
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
