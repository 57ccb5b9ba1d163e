import { sleep } from '../../shared/clock/sleep.ts'
import { step } from '../../shared/steps.ts'
import type { Context } from '../context.ts'
import { CHANGES, isOwn } from '../metadata/journal.ts'
import type { BackupLog } from './backup-log.ts'
import { BodyBuilder } from './body-builder.ts'
import type { Places } from './places.ts'

const SERIES_LENGTH_BYTES = 8
/** Rows read at once: 4 MiB at most, and usually a hundredth of that. Others have their turn after each page, some 2 ms. Larger: whoever calls waits longer. Smaller: a snapshot takes longer. */
const PAGE_ROWS = 64
/** Before and behind all keys. */
const [FIRST_KEY, END_KEY] = [' ', '\x7f']

/**
 * All rows, in the order of their keys, while the world goes on. What changes meanwhile may be in it or not: the log makes it exact, from where it was when the first row was read to where it is when the last one was.
 * `between` is called between two parts: the log does not wait. Memory for one part, whatever the number of rows.
 */
export async function makeSnapshot(
  context: Context,
  places: Places,
  log: BackupLog,
  between: () => Promise<void>,
): Promise<void> {
  const { clock, random } = context
  const atMs = clock.now()
  const series = random.bytes(SERIES_LENGTH_BYTES)
  const from = log.state.cutTo
  const place = log.place
  let [number, bytes] = [0, 0]
  let previous: Uint8Array = new Uint8Array()
  const body = new BodyBuilder()
  const flush = async (whole: boolean): Promise<void> => {
    const to = whole ? log.state.cutTo : 0
    const made = log.sealPart({ series, number, previous, from, to, whole, ...place }, body.take())
    await places.put(made.name, made.bytes, log.isNeeded)
    number++
    bytes += made.bytes.byteLength
    previous = made.digest
  }
  log.growing(series)
  try {
    step('snapshot-begun')
    for await (const row of rowsOf(context)) {
      body.add(row)
      if (!body.full) continue
      await flush(false)
      await between()
    }
    await log.cut()
    await flush(true)
    step('snapshot-placed')
    await log.noteSnapshot({ series, parts: number, bytes, logNumber: place.logNumber, atMs })
  } finally {
    log.growing(undefined)
  }
  step('snapshot-noted')
  await places.drop(log.isSuperseded)
  step('backups-dropped')
  context.log.info('the metadata are backed up whole', { parts: number, bytes })
}

async function* rowsOf({ store, clock }: Context) {
  for (let start: string | undefined = FIRST_KEY; start !== undefined; await sleep(clock, 0)) {
    const page = await store.scan({ start, end: END_KEY, limit: PAGE_ROWS })
    for (const { key, value } of page) if (!isOwn(key)) yield { key, value, gone: false }
    const last = page.length === PAGE_ROWS ? page.at(-1)?.key : undefined
    // Changes that wait for the log are not looked through one by one.
    start = last?.startsWith(CHANGES) ? `${CHANGES.slice(0, -1)}0` : last && `${last}\0`
  }
}
