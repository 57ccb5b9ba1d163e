import { pick } from '../../../shared/random/choose.ts'
import { type Operation, type Step, type StepFacts, steps } from '../../../shared/steps.ts'
import type { Who } from '../../layout.ts'
import { waitFor } from '../../process/wait.ts'
import type { Fault } from '../fault.ts'
import { OldDisk } from '../old-disk.ts'
import type { Round } from '../round.ts'
import { SCRUBBING, stirrings } from '../stirrings.ts'

/** Those of backup and restore, and of the way to shards, have faults of their own; edits, quotas and snapshots are no part of the load. */
const ELSEWHERE: readonly Operation[] = ['backup', 'recover', 'encode', 'edit', 'quota', 'snapshot']
const labels = (Object.entries(steps) as [Step, StepFacts][])
  .filter(([, { operations }]) => !operations.some((operation) => ELSEWHERE.includes(operation)))
  .map(([label]) => label)
/** A removed version is collected after seconds only, three of one worker have to be, and this machine may be slow. */
const REACHED_TIMEOUT_MS = 150_000
/** Until it has died, so often is done what makes it come to its step. */
const STIRRINGS_MOST = 5
/** Enough that some of each are on the worker whose disk is an old one. */
const ADDED_SINCE = 8
const TRASH_SECONDS = 3
/** Later passes meet other work; of what is brought about there is little. */
const [PASSES_MOST, STIRRED_PASSES_MOST] = [3, 2]

/** Every label in turn; a process that does not come to its step in time is a violation, for then nothing was shown. */
export const killedAtStep: Fault = {
  name: 'killed-at-step',
  what: 'killed at each labelled step of add, replace, remove, restore, collection, inventory, repair, drain and scrub',
  rounds: 2 * labels.length,
  roundsShort: labels.length,
  // One hand that does one kind of work after the other, so that every step is come to; few others, to be in the way.
  load: { programs: 1, hands: 1, commands: false, eachKind: true },
  // What is removed can be restored, and is collected soon enough to be waited for.
  surround: async () => ({ options: { trashSeconds: TRASH_SECONDS } }),
  async play(round) {
    const label = labels[round.number % labels.length] ?? pick(round.random, labels)
    const { role, operations } = steps[label]
    const comparing = operations.some((one) => one === 'compare')
    // What an old disk lacks is told once.
    const stirred = operations.some((operation) => stirrings[operation] !== undefined)
    const passesMost = comparing ? 1 : stirred ? STIRRED_PASSES_MOST : PASSES_MOST
    const at = `${label}:${1 + round.random.below(passesMost)}`
    const died =
      role === 'client'
        ? await clientDies(round, at)
        : comparing
          ? await comparerDies(round, label, at)
          : await roleDies(round, whoIs(round, role), label, at)
    // A worker that died between its disk and its word must not have lost what it said, or be said to hold what it has not.
    if (role === 'worker') await round.everyCopy()
    if (!died) round.violated(`step ${at} was not reached within ${REACHED_TIMEOUT_MS / 1000} s`)
  },
}

export function whoIs({ net, random }: Round, role: 'coordinator' | 'worker'): Who {
  return role === 'coordinator' ? 'coordinator' : pick(random, net.workerNames)
}

/** It is started anew, bound to die, and started again when it has. */
export async function roleDies(round: Round, who: Who, label: Step, at: string): Promise<boolean> {
  const { net, load } = round
  await net.stop(who)
  // It may die before it has said that it is there.
  await net.startAll([who], { env: { HIRO_KILL_AT: at, ...SCRUBBING } }).catch(() => {})
  const died = await comesToIt(round, who, label)
  await net.stop(who)
  await net.start(who)
  await net.waitJoined()
  await load.underWay(1)
  return died
}

/** What the load alone does not bring about is brought about, again and again, until it has died of it. */
async function comesToIt(round: Round, who: Who, label: Step): Promise<boolean> {
  const { net } = round
  const [operation] = steps[label].operations
  const stirring = stirrings[operation]
  if (stirring === undefined) return await becomes(() => !net.alive(who))
  await using stirred = new AsyncDisposableStack()
  for (let tries = 0; tries < STIRRINGS_MOST; tries++) {
    await stirring(round, who, stirred)
    if (await becomes(() => !net.alive(who), REACHED_TIMEOUT_MS / STIRRINGS_MOST)) return true
  }
  return false
}

/** A worker comes back with an old disk, which lacks what was added since; one of the two that then compare dies. */
async function comparerDies(round: Round, label: Step, at: string): Promise<boolean> {
  const since = `/since-${round.number}`
  await round.net.hiro(['mkdir', since])
  try {
    return await diesComparing(round, label, at, since)
  } finally {
    // It stands in nobody's ledger.
    await round.net.hiro(['rm', '-r', '--now', since])
  }
}

async function diesComparing(round: Round, label: Step, at: string, since: string): Promise<boolean> {
  const { net } = round
  const worker = pick(round.random, net.workerNames)
  {
    await using old = await OldDisk.take(net, worker)
    await net.waitJoined()
    for (let added = 0; added < ADDED_SINCE; added++) {
      await net.hiro(['add', '-', '--to', `${since}/${added}`], { input: `${at} ${added}` })
    }
    await old.putBack()
  }
  if (steps[label].role === 'worker') return await roleDies(round, worker, label, at)
  await net.stop('coordinator')
  await net.startAll(['coordinator'], { env: { HIRO_KILL_AT: at } })
  await net.start(worker).catch(() => {})
  const died = await becomes(() => !net.alive('coordinator'))
  await net.stop('coordinator')
  await net.start('coordinator')
  if (!net.alive(worker)) await net.start(worker)
  await net.waitJoined()
  await round.load.underWay(1)
  return died
}

export async function clientDies({ load, net }: Round, at: string): Promise<boolean> {
  const program = load.startMortal('mortal', { HIRO_KILL_AT: at })
  let died = false
  void program.ended.then(({ code }) => {
    died = code === undefined
  })
  const reached = await becomes(() => died)
  await net.waitForStatus('the coordinator does not answer', () => true)
  return reached
}

async function becomes(what: () => boolean, timeoutMs = REACHED_TIMEOUT_MS): Promise<boolean> {
  return await waitFor(what, { otherwise: 'not reached', timeoutMs }).then(
    () => true,
    () => false,
  )
}
