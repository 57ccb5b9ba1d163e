import { pick } from '../../../shared/random/choose.ts'
import { type Step, type StepFacts, steps } from '../../../shared/steps.ts'
import { waitFor } from '../../process/wait.ts'
import { backedUp, loseCoordinator, restoreCoordinator, restoreFrom } from '../../restore.ts'
import type { Fault } from '../fault.ts'
import type { Round } from '../round.ts'
import { backupGround } from './coordinator-lost.ts'

const REACHED_TIMEOUT_MS = 90_000

const labels = (Object.entries(steps) as [Step, StepFacts][])
  .filter(([, { operations }]) => operations.includes('backup') || operations.includes('recover'))
  .map(([label]) => label)

/** Every label of backup, snapshot and restore in turn. After it a coordinator is restored, so that what was left behind is what it is made of. */
export const killedAtBackupStep: Fault = {
  name: 'killed-at-backup-step',
  what: 'killed at each labelled step of backup, snapshot and restore',
  rounds: 2 * labels.length,
  roundsShort: labels.length,
  surround: backupGround,
  load: { programs: 1, hands: 2, commands: false },
  async play(round) {
    const label = labels[round.number % labels.length] ?? pick(round.random, labels)
    if (label.startsWith('restore')) await restoreDies(round, label)
    else await coordinatorDies(round, label)
  },
}

/** A restored coordinator makes a snapshot first; the log goes on with the first change. */
async function coordinatorDies(round: Round, label: Step): Promise<void> {
  const { net, load } = round
  if (label.startsWith('snapshot') || label === 'backups-dropped') {
    await load.end()
    await backedUp(net)
    await loseCoordinator(net)
    await restoreCoordinator(net)
  } else await net.stop('coordinator')
  await net.startAll(['coordinator'], { env: { HIRO_KILL_AT: label } }).catch(() => {})
  await reached(round, label, () => !net.alive('coordinator'))
  await net.stop('coordinator')
  await net.start('coordinator')
  await net.waitJoined()
  await load.end()
  await backedUp(net)
  await loseCoordinator(net)
  await restoreCoordinator(net)
}

/** It is begun anew, on what it has left. */
async function restoreDies(round: Round, label: Step): Promise<void> {
  const { net, load } = round
  await load.end()
  await backedUp(net)
  await loseCoordinator(net)
  const workers = net.workerNames.map((who) => net.address(who))
  const died = await restoreFrom(net, workers, { env: { HIRO_KILL_AT: label } })
  if (died.code !== undefined) round.violated(`step ${label} was not reached: the restore ended with ${died.code}`)
  // Once the metadata have their name, it is done.
  const again = await restoreFrom(net, workers)
  const expected = label === 'restore-done' ? 4 : 0
  if (again.code !== expected) round.violated(`begun anew, the restore ended with ${again.code}: ${again.stderr}`)
}

async function reached(round: Round, label: Step, died: () => boolean): Promise<void> {
  await waitFor(died, { otherwise: 'not reached', timeoutMs: REACHED_TIMEOUT_MS }).catch(() => {
    round.violated(`step ${label} was not reached within ${REACHED_TIMEOUT_MS / 1000} s`)
  })
}
