import { pick } from '../../../shared/random/choose.ts'
import { type Step, steps } from '../../../shared/steps.ts'
import { type Who, workerNames } from '../../layout.ts'
import { waitFor } from '../../process/wait.ts'
import { randomBytes, sha256 } from '../../seeded-bytes.ts'
import type { Testnet } from '../../testnet.ts'
import type { Fault } from '../fault.ts'
import { FILM_PATH as FILM } from '../probe-paths.ts'
import type { Round } from '../round.ts'
import { clientDies, roleDies, whoIs } from './killed-at-step.ts'

const WORKERS = 6
const POLICY = 'ec:4+2'
const surround = async () => ({ options: { workers: WORKERS } })
/** So long at most from a swarm at work to the wipe, and to the end of the clients. */
const [MOMENT_MS, AFTER_MS] = [4_000, 1_500]
/** The metadata of a few hundred pieces, and tens of MiB, on two cores that others use. */
const WHOLE_TIMEOUT_MS = 120_000

const FILM_BYTES = 9 * 2 ** 20

const names = workerNames(WORKERS)
const pairs = names.flatMap((one, at) => names.slice(at + 1).map((other): [Who, Who] => [one, other]))

/** Two disks at once are what 4+2 is for: all is readable meanwhile, and whole again when both are back with nothing on them. Every pair in turn. */
export const pairWiped: Fault = {
  name: 'shards-pair-wiped',
  what: `two of six workers wiped under load and ${POLICY}`,
  rounds: pairs.length,
  roundsShort: 1,
  surround,
  async play(round) {
    const { net, number } = round
    const pair = pairs[number % pairs.length] ?? []
    await keepAsShards(round)
    const film = await keepFilm(round)
    await round.moment(MOMENT_MS)
    await Promise.all(pair.map(async (who) => await net.kill(who)))
    for (const who of pair) await net.wipe(who)
    await round.moment(AFTER_MS)
    await round.readWithout(pair)
    await mustBe(round, film, `while ${pair.join(' and ')} are gone`)
    await net.startAll(pair)
    await net.waitJoined()
    const beganMs = performance.now()
    const whole = await net
      .waitForStatus('not whole', ({ pieces }) => pieces.under + pieces.lost === 0, WHOLE_TIMEOUT_MS)
      .then(() => true)
      .catch(() => false)
    if (!whole) round.violated(`not whole ${WHOLE_TIMEOUT_MS / 1000} s after ${pair.join(' and ')} joined again`)
    round.measure('wholeMs', Math.round(performance.now() - beganMs))
    await round.everyCopy()
    await mustBe(round, film, `after ${pair.join(' and ')} were back`)
    if (!(await isSharded(net))) round.violated(`${FILM} is not kept as six shards on six workers`)
  },
}

const shardSteps = (Object.keys(steps) as Step[]).filter((label) =>
  steps[label].operations.some((operation) => operation === 'encode'),
)
const PASSES_MOST = 3

/** Every label of the way from copies to shards. */
export const killedAtEncode: Fault = {
  name: 'killed-at-encode',
  what: 'killed at each labelled step of encoding: shards from the start, and from copies',
  rounds: 2 * shardSteps.length,
  roundsShort: shardSteps.length,
  load: { programs: 1, hands: 2, commands: false },
  surround,
  async play(round) {
    await keepAsShards(round)
    const label = shardSteps[round.number % shardSteps.length] ?? pick(round.random, shardSteps)
    const at = `${label}:${1 + round.random.below(PASSES_MOST)}`
    const { role } = steps[label]
    const died = role === 'client' ? await clientDies(round, at) : await roleDies(round, whoIs(round, role), label, at)
    if (!died) round.violated(`step ${at} was not reached`)
    await round.everyCopy()
  },
}

async function keepAsShards({ net }: Round): Promise<void> {
  const set = async (): Promise<boolean> => (await net.hiro(['policy', 'set', '/load', POLICY])).code === 0
  await waitFor(set, { otherwise: 'the policy could not be set', timeoutMs: 30_000 })
}

/** What is kept as shards before anything goes wrong, from round to round; clients' own files are on their way, or gone again. */
async function keepFilm({ net }: Round): Promise<Buffer> {
  const film = randomBytes(FILM, FILM_BYTES)
  if ((await net.hiro(['stat', FILM])).code !== 0) {
    await net.hiro(['mkdir', '-p', '/films'])
    await net.hiro(['policy', 'set', '/films', POLICY])
    await net.hiro(['add', '-', '--to', FILM], { input: film })
  }
  const sharded = async (): Promise<boolean> => await isSharded(net)
  await waitFor(sharded, { otherwise: `${FILM} does not become shards`, timeoutMs: WHOLE_TIMEOUT_MS, pollMs: 500 })
  return film
}

async function mustBe(round: Round, film: Buffer, when: string): Promise<void> {
  const { stdoutBytes, code, stderr } = await round.net.hiro(['cat', FILM])
  if (code !== 0 || sha256(stdoutBytes) !== sha256(film)) round.violated(`${FILM} ${when}: ${code}, ${stderr.trim()}`)
}

async function isSharded(net: Testnet): Promise<boolean> {
  const { code, stdout } = await net.hiro(['why', '--json', FILM])
  if (code !== 0) return false
  const { pieces } = JSON.parse(stdout) as { pieces: KeptPiece[] }
  return pieces.every(({ holders, shards = [] }) => {
    const where = shards.flatMap(({ holders }) => holders.filter(({ alive }) => alive).map(({ peer }) => peer))
    return holders.length === 0 && new Set(where).size === WORKERS
  })
}

interface KeptPiece {
  readonly holders: readonly unknown[]
  readonly shards?: readonly { readonly holders: readonly { readonly peer: string; readonly alive: boolean }[] }[]
}
