import { buffer } from 'node:stream/consumers'
import { SeededRandom } from '../../../shared/random/seeded-random.ts'
import type { RunningHiro } from '../../process/hiro.ts'
import { pause } from '../../process/wait.ts'
import { randomBytes, sha256 } from '../../seeded-bytes.ts'
import type { Testnet } from '../../testnet.ts'
import { write } from '../ledger/ledger.ts'
import type { Ending } from '../ledger/operation.ts'
import { outcomeOfExit } from './outcome.ts'
import { nextWork, type Work } from './work.ts'

const [DONE, NOT_FOUND] = [0, 3]
/** The start of each is work enough for a core. */
const THINKING_MS_MOST = 1_000

/** One person at the command line: `hiro add`, `cat` and `rm`, each a process, one after the other. */
export class CommandHand {
  readonly #net: Testnet
  readonly #ledger: string
  readonly #round: string
  readonly #random: SeededRandom
  readonly #holds = new Set<string>()
  #operations = 0
  #running: RunningHiro | undefined
  #working: Promise<void> = Promise.resolve()
  #ended = false

  constructor(net: Testnet, ledger: string, { seed, round }: { readonly seed: string; readonly round: string }) {
    this.#net = net
    this.#ledger = ledger
    this.#round = round
    this.#random = new SeededRandom(seed).fork('commands')
  }

  start(): void {
    this.#working = this.#work()
  }

  async end(): Promise<void> {
    this.#ended = true
    await this.#working
  }

  kill(): void {
    this.#ended = true
    this.#running?.kill('SIGKILL')
  }

  async #work(): Promise<void> {
    const own = [1, 2, 3].map((at) => `/load/command-${at}`)
    const keeper = (): string => `/load/kept-${this.#round}-command-${this.#operations}`
    while (!this.#ended) {
      const work = nextWork(this.#random, { own, shared: ['/load/shared-1', '/load/shared-2'], keeper }, this.#holds)
      await this.#one(work)
      await pause(this.#random.below(THINKING_MS_MOST))
    }
  }

  async #one({ kind, path, sizeBytes }: Work): Promise<void> {
    const operation = `${this.#round}/command/${++this.#operations}`
    const content = kind === 'add' || kind === 'replace' ? randomBytes(operation, sizeBytes) : undefined
    write(this.#ledger, { begin: { operation, kind, path, ...(content && { sha256: sha256(content), sizeBytes }) } })
    const beganMs = performance.now()
    const ending = await this.#command(kind, path, content)
    write(this.#ledger, { end: { operation, ...ending, tookMs: Math.round(performance.now() - beganMs) } })
    if (ending.outcome !== 'acknowledged') return
    if (kind === 'remove') this.#holds.delete(path)
    else if (kind !== 'read') this.#holds.add(path)
  }

  async #command(
    kind: Work['kind'],
    path: string,
    content: Buffer | undefined,
  ): Promise<Omit<Ending, 'operation' | 'tookMs'>> {
    const running = this.#net.startHiro([...words[kind], path])
    this.#running = running
    running.stdin.end(content ?? '')
    const [stdout, { code, stderr }] = await Promise.all([buffer(running.stdout), running.ended])
    this.#running = undefined
    if (kind === 'read' && code === NOT_FOUND) return { outcome: 'acknowledged' }
    if (code !== DONE) return outcomeOfExit(code, `exit code ${code}: ${stderr.trim()}`, kind)
    if (kind === 'read') return { outcome: 'acknowledged', sha256: sha256(stdout), sizeBytes: stdout.byteLength }
    if (content === undefined) return { outcome: 'acknowledged' }
    return { outcome: 'acknowledged', copies: (JSON.parse(stdout.toString()) as { copies: number }).copies }
  }
}

const words: Record<Work['kind'], readonly string[]> = {
  add: ['add', '-', '--json', '--to'],
  replace: ['add', '-', '--json', '--replace', '--to'],
  remove: ['rm'],
  read: ['cat'],
}
