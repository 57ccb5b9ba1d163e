import { setTimeout as wait } from 'node:timers/promises'
import { KINDS, type Target } from './kinds.ts'

/** A process that floods one role until its standard input ends, or its time is over. Its last line says what that cost it. */
interface Order extends Omit<Target, 'secret'> {
  readonly kind: string
  readonly secret: string
  readonly secondsMax: number
}

const order = JSON.parse(process.argv[2] ?? '') as Order
const kind = KINDS[order.kind]
if (kind === undefined) throw new Error(`no such flood: ${order.kind}`)
const step = await kind.make({ ...order, secret: Buffer.from(order.secret, 'base64') })
let steps = 0
let over = false
const startCpu = process.cpuUsage()
const startMs = performance.now()

const end = (): void => {
  if (over) return
  over = true
  const { user, system } = process.cpuUsage(startCpu)
  const seconds = (performance.now() - startMs) / 1_000
  process.stdout.write(`${JSON.stringify({ steps, seconds, cpuSeconds: (user + system) / 1e6 })}\n`, () =>
    process.exit(),
  )
}
process.stdin.resume().once('end', end)
setTimeout(end, order.secondsMax * 1_000)
process.stdout.write('flooding\n')
for (let lane = 0; lane < kind.lanes; lane++) void flood(lane)

async function flood(lane: number): Promise<void> {
  while (!over) {
    await step(lane)
    steps++
    // A step that fails at once must not keep the process from hearing that it is over.
    await wait(0)
  }
}
