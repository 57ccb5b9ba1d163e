import { encodeStep } from './encode.ts'
import { hashStep } from './hash.ts'
import { openStep } from './open.ts'
import { rebuildOneStep, rebuildTwoStep } from './rebuild.ts'
import { sealStep } from './seal.ts'
import { forwardStep, sendStep } from './send.ts'
import type { Step, Turn } from './step.ts'
import { storeStep } from './store.ts'

/** By name; each is made in a folder for whatever it keeps. */
const steps: Readonly<Record<string, (folder: string) => Step | Promise<Step>>> = {
  seal: sealStep,
  hash: hashStep,
  send: sendStep,
  store: storeStep,
  forward: forwardStep,
  open: openStep,
  encode: encodeStep,
  'rebuild-1': rebuildOneStep,
  'rebuild-2': rebuildTwoStep,
}

export interface StepResult {
  readonly step: string
  readonly says: string
  readonly turns: readonly Turn[]
}

const [name = '', folder = '', bytesText = '', runsText = ''] = process.argv.slice(2)

/** `node main.ts STEP FOLDER BYTES RUNS`: one step alone in this process, warmed up by one turn that does not count. Writes what it found as JSON. */
async function runStep(bytes: number, runs: number): Promise<StepResult> {
  const make = steps[name]
  if (make === undefined) throw new Error(`there is no step ${name}`)
  const step = await make(folder)
  await step.turn(bytes)
  const turns: Turn[] = []
  for (let run = 0; run < runs; run++) turns.push(await step.turn(bytes))
  await step.end?.()
  return { step: name, says: step.says, turns }
}

process.stdout.write(JSON.stringify(await runStep(Number(bytesText), Number(runsText))))
