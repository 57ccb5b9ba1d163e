import { armStep, parseStep } from './steps.ts'

/** This process will die like by `kill -9` at the step that `text` names (see `parseStep`), and says so. Throws `usage`. */
export function killThisProcessAt(text: string): void {
  const at = parseStep(text)
  process.stderr.write(`HIRO_KILL_AT is set: this process will be killed at pass ${at.pass} of step "${at.label}"\n`)
  armStep(at, () => process.kill(process.pid, 'SIGKILL'))
}
