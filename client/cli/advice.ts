import { type ErrorCode, HiroError } from '../../shared/errors.ts'

/** An error whose next step is known where it is thrown. */
export class AdvisedError extends HiroError {
  readonly advice: string

  constructor(code: ErrorCode, message: string, advice: string, options?: { cause?: unknown }) {
    super(code, message, options)
    this.advice = advice
  }
}

type Advice = string | ((command: string) => string | undefined)

const advice: Partial<Record<ErrorCode, Advice>> = {
  usage: (command) => `see: hiro ${command === '' ? 'help' : `${command} --help`}`,
  exists: (command) =>
    command === 'add' || command === 'get' ? 'give --replace to put the new content in its place' : undefined,
  'is-a-folder': (command) => {
    if (command === 'rm') return 'give -r to remove it with all that it holds'
    return command === 'cat' ? 'hiro ls shows what it holds, hiro get fetches all of it' : undefined
  },
  'not-empty': 'hiro rm -r removes it with all that it holds',
  changed: 'look again and repeat the command',
  unreachable:
    'is it running? in a testnet: hiro testnet status, hiro testnet start WHO; where this client looks for the coordinator: hiro config',
  'too-few-workers': 'who is alive shows in: hiro status; more workers, or fewer copies (--copies, --min-copies)',
  'no-room': 'room on each worker shows in: hiro status; remove something, or start another worker',
  'over-quota': 'what is used shows in: hiro quota show; remove something, move it elsewhere, or set a larger quota',
  busy: 'try again in a moment',
  locked: 'give --wait 30s to wait for it',
  'lease-lapsed': 'another may have it by now: look at what is there before you repeat the command',
  timeout: 'try again in a moment; who is alive shows in: hiro status',
  conflict: 'try again in a moment',
  integrity: (command) =>
    command === 'check' ? undefined : 'which copies are bad, and on which workers, shows in: hiro check --read PATH',
  unknown: 'look whether it is there (hiro stat PATH) before you repeat the command',
  refused: "the swarm's secret must be the coordinator's; where this client has it from shows in: hiro config",
  'version-unknown': 'the other side, or what wrote this, is of another version of Hiro; bring both to the same',
}

/** What to do next, where that helps. `command` is the word after `hiro`. */
export function adviceFor(error: HiroError, command: string): string | undefined {
  if (error instanceof AdvisedError) return error.advice
  // What this machine's operating system said concerns no worker.
  if (error.cause instanceof Error && 'syscall' in error.cause) return undefined
  const given = advice[error.code]
  return typeof given === 'function' ? given(command) : given
}
