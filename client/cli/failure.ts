import { HiroError, toHiroError } from '../../shared/errors.ts'
import { adviceFor } from './advice.ts'
import { errorJson, exitCodeOf } from './interface.ts'
import { printable } from './terminal/printable.ts'

export interface FailureStyle {
  readonly json?: boolean | undefined
  /** Causes as well. */
  readonly verbose?: boolean | undefined
}

/** The lines that tell of a failure: what and why, then what to do next where that helps. `command` is the word after `hiro`. */
export function failureLines(error: HiroError, command: string, { json, verbose }: FailureStyle = {}): string[] {
  const causes = verbose ? causesOf(error) : []
  if (json) return [...causes, JSON.stringify(errorJson(error))]
  const advice = adviceFor(error, command)
  const what = command === '' ? '' : `${printable(command)}: `
  return [`hiro: ${what}${printable(error.message)}`, ...causes, ...(advice === undefined ? [] : [`  ${advice}`])]
}

/** Whatever was thrown, as one of Hiro's errors: what parsers of the command line throw is wrong use. */
export function asHiroError(error: unknown): HiroError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (error instanceof Error && code.startsWith('ERR_PARSE_ARGS')) {
    return new HiroError('usage', error.message, { cause: error })
  }
  return toHiroError(error)
}

/** For the launcher: tells of the failure on standard error and ends the process with its exit code. */
export function endWithFailure(thrown: unknown, command: string): never {
  const error = asHiroError(thrown)
  process.stderr.write(`${failureLines(error, command, { verbose: error.code === 'internal' }).join('\n')}\n`)
  process.exit(exitCodeOf(error.code))
}

function causesOf(error: HiroError): string[] {
  const lines: string[] = []
  const seen = new Set<unknown>([error])
  if (error.code === 'internal' && error.stack !== undefined) lines.push(error.stack)
  for (let cause = error.cause; cause instanceof Error && !seen.has(cause); cause = cause.cause) {
    seen.add(cause)
    const code = cause instanceof HiroError ? `${cause.code}: ` : ''
    lines.push(
      `  caused by: ${code}${cause instanceof HiroError ? printable(cause.message) : (cause.stack ?? cause.message)}`,
    )
  }
  return lines
}
