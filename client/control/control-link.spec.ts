import assert from 'node:assert/strict'
import { SimulatedClock } from '../../shared/clock/simulated-clock.ts'
import { sleep } from '../../shared/clock/sleep.ts'
import { HiroError } from '../../shared/errors.ts'
import { PASS_TTL_MS } from '../../shared/limits.ts'
import { memoryLog } from '../../shared/log.ts'
import { callServing, serveCalls } from '../../shared/protocol/calls/call-server.ts'
import type { HelloRequest } from '../../shared/protocol/control/control.js'
import { CONTROL, type ControlHandlers } from '../../shared/protocol/control/protocol.ts'
import { SeededRandom } from '../../shared/random/seeded-random.ts'
import { type Channel, channelHandler } from '../../shared/transport/channel.ts'
import { MemoryNetwork } from '../../shared/transport/memory-network.ts'
import { ControlLink, type ControlLinkSettings } from './control-link.ts'

const COORDINATOR = { id: 'coordinator', addresses: ['/memory/coordinator'] }
const [SECRET, PASS] = [Buffer.from('the secret of the swarm'), Buffer.from('a pass')]
const HOW = { recursive: false, now: false, seen: 1 }
const REMOVE = { parent: new Uint8Array(16), tag: new Uint8Array(32), id: new Uint8Array(16), ...HOW }

describe('ControlLink', () => {
  let clock: SimulatedClock
  let network: MemoryNetwork
  /** What the coordinator was asked, in order. */
  let asked: string[]
  let hellos: HelloRequest[]
  let handlers: { -readonly [Name in keyof ControlHandlers]?: ControlHandlers[Name] }
  let link: ControlLink

  beforeEach(() => {
    clock = new SimulatedClock()
    network = new MemoryNetwork({ clock, random: new SeededRandom('control link') })
    asked = []
    hellos = []
    handlers = { renew: async () => ({}), remove: async () => ({ revision: 7 }) }
  })

  function startCoordinator(pass: Uint8Array = PASS): void {
    const transport = network.join(COORDINATOR.id, COORDINATOR.addresses[0])
    const hello = async (body: HelloRequest) => {
      hellos.push(body)
      const good = body.secret.byteLength > 0 ? SECRET.equals(body.secret) : PASS.equals(body.pass)
      if (!good) throw new HiroError('refused', 'not the secret, nor a pass')
      return { pass, swarm: new Uint8Array(16), epoch: 1, copies: 3, epochProof: new Uint8Array(), copiesMin: 2 }
    }
    const recorded = new Proxy({ ...handlers, hello } as ControlHandlers, {
      get: (target, name) => {
        asked.push(String(name))
        return target[name as keyof ControlHandlers]
      },
    })
    const serving = callServing(clock, () => {})
    const serve = async (channel: Channel): Promise<void> =>
      await serveCalls(channel, CONTROL, recorded, serving, { admitted: () => true })
    transport.handle(CONTROL.id, channelHandler(serve))
  }

  function startLink(settings: Partial<ControlLinkSettings> = { secret: SECRET }): void {
    const ports = { transport: network.join('client'), clock, random: new SeededRandom('link'), log: memoryLog() }
    link = new ControlLink(ports, { coordinator: COORDINATOR, ...settings })
  }

  const renew = () => link.call('renew', { version: 1 })
  const remove = (signal?: AbortSignal) => link.call('remove', REMOVE, { mutating: true, signal })
  const outcome = async (call: Promise<unknown>): Promise<{ code: unknown; tookMs: number; message: string }> => {
    const startMs = clock.now()
    const [settled] = await clock.drive(Promise.allSettled([call]))
    const error: unknown = settled.status === 'rejected' ? settled.reason : undefined
    const tookMs = clock.now() - startMs
    return error instanceof HiroError
      ? { code: error.code, tookMs, message: error.message }
      : { code: 'ok', tookMs, message: '' }
  }

  it('shows the secret once, keeps the pass it gets, and sends all calls over one stream', async () => {
    startCoordinator()
    const kept: Uint8Array[] = []
    startLink({ secret: SECRET, onPass: (pass) => void kept.push(pass) })
    await clock.drive(Promise.all([renew(), renew(), renew()]))
    assert.deepEqual(asked, ['hello', 'renew', 'renew', 'renew'])
    assert.deepEqual(
      hellos.map(({ secret }) => Buffer.from(secret)),
      [SECRET],
    )
    assert.deepEqual(
      kept.map((pass) => Buffer.from(pass)),
      [PASS],
    )
    network.disconnect('client', COORDINATOR.id)
    await clock.drive(renew())
    assert.deepEqual(Buffer.from(hellos[1]?.pass ?? []), PASS)
    assert.equal(hellos[1]?.secret.byteLength, 0)
    assert.equal(kept.length, 1)
  })

  it('a pass from last time is enough; one that is not taken any more gives way to the secret', async () => {
    startCoordinator()
    startLink({ pass: PASS })
    await clock.drive(renew())
    await link.close()
    network.kill('client')
    startLink({ pass: Buffer.from('expired'), secret: SECRET })
    await clock.drive(renew())
    assert.deepEqual(
      hellos.map(({ secret }) => secret.byteLength > 0),
      [false, false, true],
    )
  })

  it('a pass that cannot be kept does not keep the client from its work', async () => {
    startCoordinator()
    const onPass = (): never => {
      throw new Error('disk full')
    }
    startLink({ secret: SECRET, onPass })
    await clock.drive(renew())
  })

  it('neither pass nor secret: usage; a wrong secret, or a pass that expired: refused; both at once and without asking again', async () => {
    startCoordinator()
    for (const [settings, code, hellosSent] of [
      [{}, 'usage', 0],
      [{ secret: Buffer.from('wrong') }, 'refused', 1],
      [{ pass: Buffer.from('expired') }, 'refused', 2],
    ] as const) {
      startLink(settings)
      const result = await outcome(renew())
      assert.equal(result.code, code)
      assert(result.tookMs < 100)
      assert.equal(hellos.length, hellosSent)
      network.kill('client')
    }
  })

  it('the pass is shown to workers; when it is old, a new one is asked for first', async () => {
    startCoordinator()
    startLink()
    await clock.drive(renew())
    assert.deepEqual(Buffer.from(await clock.drive(link.pass())), PASS)
    assert.equal(hellos.length, 1)
    await clock.advance(PASS_TTL_MS / 3)
    await clock.drive(link.pass())
    assert.equal(hellos.length, 2)
  })

  it('nobody there: unreachable within 5 s, with the address, whatever the call', async () => {
    startLink()
    for (const call of [renew, remove]) {
      const { code, tookMs, message } = await outcome(call())
      assert.equal(code, 'unreachable')
      assert(tookMs <= 5_000, `${tookMs} ms`)
      assert.match(message, /coordinator cannot be reached at \/memory\/coordinator/)
    }
  })

  it('an address that swallows everything: unreachable within 5 s', async () => {
    startCoordinator()
    startLink()
    network.partition('client', COORDINATOR.id)
    const { code, tookMs } = await outcome(remove())
    assert.equal(code, 'unreachable')
    assert(tookMs <= 5_000, `${tookMs} ms`)
  })

  it('a coordinator that starts a moment later is found', async () => {
    startLink()
    clock.after(2_000, () => startCoordinator())
    assert.equal((await outcome(renew())).code, 'ok')
  })

  it('work under way outlives a restart: the call is asked again on a new stream', async () => {
    startCoordinator()
    startLink()
    await clock.drive(renew())
    network.kill(COORDINATOR.id)
    clock.after(20_000, () => startCoordinator())
    assert.equal((await outcome(renew())).code, 'ok')
    assert.deepEqual(asked, ['hello', 'renew', 'hello', 'renew'])
  })

  it('a coordinator that never comes back: after 30 s unreachable for what changes nothing or was never sent', async () => {
    startCoordinator()
    startLink()
    await clock.drive(renew())
    network.kill(COORDINATOR.id)
    for (const call of [renew, remove]) {
      const { code, tookMs } = await outcome(call())
      assert.equal(code, 'unreachable')
      assert(tookMs >= 30_000 && tookMs < 40_000, `${tookMs} ms`)
    }
  })

  it('a call that changes something, sent and never answered: unknown', async () => {
    handlers.remove = async () => {
      network.kill(COORDINATOR.id)
      return { revision: 1 }
    }
    startCoordinator()
    startLink()
    const { code, message } = await outcome(remove())
    assert.equal(code, 'unknown')
    assert.match(message, /answer was lost/)
  })

  it('a call that was answered with busy and could not be sent again: unreachable, for nothing changed', async () => {
    handlers.remove = async () => {
      clock.after(50, () => network.kill(COORDINATOR.id))
      throw new HiroError('busy', 'too much at once')
    }
    startCoordinator()
    startLink()
    assert.equal((await outcome(remove())).code, 'unreachable')
  })

  it('busy and conflict are asked again; other answers come at once, also those that might be retried', async () => {
    const answers = [new HiroError('busy', ''), new HiroError('conflict', ''), new HiroError('too-few-workers', 'none')]
    handlers.renew = async () => {
      throw answers.shift() ?? new HiroError('internal', 'asked too often')
    }
    startCoordinator()
    startLink()
    assert.equal((await outcome(renew())).code, 'too-few-workers')
    assert.equal(answers.length, 0)
  })

  it('a silent coordinator: the stream is given up after the timeout and a new one opened', async () => {
    let silent = true
    handlers.renew = async () => {
      if (silent) await new Promise(() => {})
      return {}
    }
    startCoordinator()
    startLink()
    clock.after(5_000, () => {
      silent = false
    })
    assert.equal((await outcome(renew())).code, 'ok')
    assert.equal(hellos.length, 2)
  })

  it('the first try took effect and its answer was lost: the caller says what the second answer means', async () => {
    let tries = 0
    handlers.remove = async () => {
      if (++tries === 1) {
        network.disconnect('client', COORDINATOR.id)
        return { revision: 1 }
      }
      throw new HiroError('not-found', 'nothing there')
    }
    startCoordinator()
    startLink()
    const afterLoss = ({ code }: HiroError) => (code === 'not-found' ? { revision: 99 } : undefined)
    const removing = link.call('remove', REMOVE, { mutating: true, afterLoss })
    assert.deepEqual(await clock.drive(removing), { revision: 99 })
    // Without a loss the failure stands.
    await assert.rejects(clock.drive(link.call('remove', REMOVE, { mutating: true, afterLoss })), { code: 'not-found' })
  })

  it('an answer was lost, and then a coordinator that is ill says no: unknown, for that does not tell', async () => {
    handlers.remove = async () => {
      if (asked.length === 2) network.disconnect('client', COORDINATOR.id)
      throw new HiroError('io', 'its disk is ill')
    }
    startCoordinator()
    startLink()
    assert.equal((await outcome(remove())).code, 'unknown')
    assert.equal((await outcome(remove())).code, 'io') // nothing was lost
  })

  it('interrupted: aborted for what changes nothing, unknown for what was sent and may have', async () => {
    handlers.remove = handlers.renew = async () => {
      await sleep(clock, 10_000)
      return { revision: 1 }
    }
    startCoordinator()
    startLink()
    for (const [name, code] of [
      ['renew', 'aborted'],
      ['remove', 'unknown'],
    ] as const) {
      const controller = new AbortController()
      clock.after(1_000, () => controller.abort())
      const { signal } = controller
      const call = name === 'renew' ? link.call('renew', { version: 1 }, { signal }) : remove(signal)
      const result = await outcome(call)
      assert.equal(result.code, code)
      assert.equal(result.tookMs, 1_000)
    }
  })

  it('closed: open and later calls end at once', async () => {
    handlers.renew = async () => await new Promise(() => {})
    startCoordinator()
    startLink()
    const open = outcome(renew())
    clock.after(1_000, () => void link.close())
    assert.deepEqual({ ...(await open), message: '' }, { code: 'unreachable', tookMs: 1_000, message: '' })
    assert.equal((await outcome(renew())).tookMs, 0)
    await link.close()
  })
})
