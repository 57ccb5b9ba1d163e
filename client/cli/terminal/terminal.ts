import type { Writable } from 'node:stream'
import { styleText } from 'node:util'
import type { Clock } from '../../../shared/clock/clock.ts'
import { HiroError } from '../../../shared/errors.ts'
import { fileError } from '../../../shared/files/file-error.ts'
import { printable } from './printable.ts'
import { type Meter, NO_METER, ProgressMeter } from './progress-meter.ts'

/** Nobody reads standard output any more, as after `| head`: no failure, but no use in going on. */
export class NobodyReads extends HiroError {
  constructor(cause: unknown) {
    super('aborted', 'nobody reads the output any more', { cause })
  }
}

/** Where nobody says how wide a line is, as in a file. */
const COLUMNS_DEFAULT = 110

type Stream = Writable & { readonly isTTY?: boolean; readonly columns?: number }

/** The two streams of a command: standard output has its result and nothing else; progress, warnings and errors go to standard error. */
export class Terminal {
  readonly #stdout: Stream
  readonly #stderr: Stream
  readonly #clock: Clock
  #meter: Meter = NO_METER
  #broken: HiroError | undefined

  constructor({ stdout, stderr, clock }: { stdout: Stream; stderr: Stream; clock: Clock }) {
    this.#stdout = stdout
    this.#stderr = stderr
    this.#clock = clock
    // Kept for who writes next: an `error` event that nobody hears would end the process.
    stdout.on('error', (error) => this.#noteBroken(error))
    stderr.on('error', () => {})
  }

  get isTerminal(): boolean {
    return this.#stdout.isTTY === true
  }

  /** What fits on a line of standard output. */
  get columns(): number {
    const { columns } = this.#stdout
    return columns === undefined || columns === 0 ? COLUMNS_DEFAULT : columns
  }

  /** A line of the result, for commands whose result is all they do. Throws NobodyReads, and what else is wrong with the stream. */
  print(line: string): void {
    if (this.#broken) throw this.#broken
    this.#meter.hide()
    this.#stdout.write(`${line}\n`)
  }

  /** A line of the result, for commands that have done something, and go on whether anyone reads of it or not. */
  report(line: string): void {
    if (!this.#broken) this.print(line)
  }

  /** Bytes of the result, as fast as they are taken. They are the caller's again when this resolves. Throws as `print`. */
  async bytes(bytes: Uint8Array): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#stdout.write(bytes, (error) => {
        if (error) this.#noteBroken(error)
        resolve()
      })
    })
    if (this.#broken) throw this.#broken
  }

  /** Resolves when all is written. Throws as `print`. */
  async flush(): Promise<void> {
    await this.bytes(new Uint8Array())
  }

  warn(text: string): void {
    this.note(`hiro: warning: ${printable(text)}`)
  }

  /** A line on standard error. */
  note(line: string): void {
    this.#meter.hide()
    this.#stderr.write(`${line}\n`)
  }

  /** Tells how far the work is, where there is a terminal to tell it on. End it when the work is over. */
  meter(what: string): Meter {
    if (this.#stderr.isTTY !== true) return NO_METER
    this.#meter = new ProgressMeter(what, { stream: this.#stderr, clock: this.#clock })
    return this.#meter
  }

  hideMeter(): void {
    this.#meter.hide()
  }

  /** For standard output: plain where it is no terminal, or colours are not wanted. */
  style(style: Parameters<typeof styleText>[0], text: string): string {
    return styleText(style, text, { stream: this.#stdout })
  }

  #noteBroken(error: NodeJS.ErrnoException): void {
    this.#broken ??= error.code === 'EPIPE' ? new NobodyReads(error) : fileError(error, 'standard output')
  }

  /** A name or path for people on a terminal; as it is for programs. */
  name(text: string): string {
    return this.isTerminal ? printable(text) : text
  }
}
