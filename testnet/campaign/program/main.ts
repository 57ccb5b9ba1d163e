/** A program that uses the library, as anybody's would: `node main.ts JOB`, the job as JSON. It runs in a process of its own, which the campaign may kill. */
import { createInterface } from 'node:readline'
import { openClient } from '../../../client/index.ts'
import { keepAlive } from '../../../shared/clock/keep-alive.ts'
import { killThisProcessAt } from '../../../shared/kill-at.ts'
import { work } from './hands.ts'
import type { Job } from './job.ts'
import { probe } from './probe.ts'
import { readAll } from './read-all.ts'

const job = JSON.parse(process.argv[2] ?? '') as Job
const told = new AbortController()
const asked = createInterface({ input: process.stdin })
asked.once('close', () => told.abort())
// Ctrl-C is for the campaign, which ends its clients in order.
process.on('SIGINT', () => {})

await keepAlive(run())
process.stdin.destroy()

async function run(): Promise<void> {
  const killAt = process.env['HIRO_KILL_AT']
  if (killAt !== undefined) killThisProcessAt(killAt)
  await using client = await openClient(job.folder)
  switch (job.job) {
    case 'hands':
      return await work(client, job, told.signal)
    case 'read':
      return await readAll(client, job, (line) => process.stdout.write(`${JSON.stringify(line)}\n`))
    case 'probe':
      await client.status()
      process.stdout.write('ready\n')
      for await (const _ of asked) {
        await probe(client, job)
        process.stdout.write('serving\n')
      }
  }
}
