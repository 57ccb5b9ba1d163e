import assert from 'node:assert/strict'
import { pause } from '../../../process/wait.ts'
import { refused } from '../expect.ts'
import type { Place } from '../place.ts'
import type { Area, Row } from '../row.ts'
import type { Syscalls } from '../syscalls.ts'

const O_RDWR = 2
/** Of sys/file.h, with LOCK_NB where it must not wait. */
const [SHARED, EXCLUSIVE, WAIT_EXCLUSIVE, UNLOCK] = [1 | 4, 2 | 4, 2, 8]
/** Of fcntl.h: commands, then kinds. */
const [GETLK, SETLK, SETLKW] = [5, 6, 7]
const OFD_SETLK = 37
const [READ, WRITE, NONE] = [0, 1, 2]
/** Whoever does not wait has answered by then. */
const LOOK_MS = 100
const TAKEN = ['EAGAIN', 'EACCES']

interface Locker extends Pick<Syscalls, 'kill' | 'call'> {
  readonly fd: number
  flock(operation: number): Promise<string>
  lock(command: number, type: number, start: number, length: number): Promise<string>
}

async function locker(place: Place, path: string): Promise<Locker> {
  const process_ = await place.start()
  const fd = await process_.count('open', path, O_RDWR, 0)
  return {
    call: process_.call,
    kill: process_.kill,
    fd,
    flock: async (operation) => await process_.call('flock', fd, operation),
    lock: async (command, type, start, length) => await process_.call('lock', fd, command, type, start, length),
  }
}

async function assertWaits(waiting: Promise<unknown>): Promise<void> {
  const answered = await Promise.race([waiting.then(() => true), pause(LOOK_MS).then(() => false)])
  assert(!answered, 'it did not wait')
}

/** Two processes with the same file, at two mounts where there are two. */
function row(check: string, run: (one: Locker, two: Locker, place: Place) => Promise<void>): Row {
  return {
    check,
    needs: 'locks',
    run: async (place) => {
      await place.file('file', 'content')
      await run(await locker(place, place.at('file')), await locker(place, place.other('file')), place)
    },
  }
}

export const locksArea: Area = {
  area: 'locks between processes',
  rows: [
    row('flock: an exclusive one keeps all others out until it is given back', async (one, two) => {
      await one.flock(EXCLUSIVE)
      await refused(TAKEN, two.flock(EXCLUSIVE))
      await refused(TAKEN, two.flock(SHARED))
      await one.flock(UNLOCK)
      await two.flock(EXCLUSIVE)
    }),
    row('flock: shared ones go together and keep an exclusive one out', async (one, two) => {
      await one.flock(SHARED)
      await two.flock(SHARED)
      await refused(TAKEN, one.flock(EXCLUSIVE))
      await two.flock(UNLOCK)
      await one.flock(EXCLUSIVE)
      await refused(TAKEN, two.flock(SHARED))
    }),
    row('flock: given back by the last close, not by that of a copy', async (one, two) => {
      await one.flock(EXCLUSIVE)
      const copy = await one.call('dup', one.fd)
      await one.call('close', copy)
      await refused(TAKEN, two.flock(EXCLUSIVE))
      await one.call('close', one.fd)
      await two.flock(WAIT_EXCLUSIVE)
    }),
    row('flock: given back by SIGKILL', async (one, two) => {
      await one.flock(EXCLUSIVE)
      await refused(TAKEN, two.flock(SHARED))
      await one.kill()
      await two.flock(WAIT_EXCLUSIVE)
    }),
    row('flock: who waits gets it', async (one, two) => {
      await one.flock(EXCLUSIVE)
      const waiting = two.flock(WAIT_EXCLUSIVE)
      await assertWaits(waiting)
      await one.flock(UNLOCK)
      await waiting
      await refused(TAKEN, one.flock(SHARED))
    }),
    row('flock: two descriptors of one process stand against each other', async (one, _two, place) => {
      await one.flock(EXCLUSIVE)
      const again = await one.call('open', place.at('file'), O_RDWR, 0)
      await refused(TAKEN, one.call('flock', again, SHARED))
    }),
    row('fcntl: a range for writing keeps out what overlaps it and nothing else', async (one, two) => {
      await one.lock(SETLK, WRITE, 100, 100)
      await refused(TAKEN, two.lock(SETLK, READ, 199, 1))
      await refused(TAKEN, two.lock(SETLK, WRITE, 0, 0))
      await two.lock(SETLK, WRITE, 0, 100)
      await two.lock(SETLK, WRITE, 200, 0)
    }),
    row('fcntl: ranges for reading go together and keep a writer out', async (one, two) => {
      await one.lock(SETLK, READ, 0, 10)
      await two.lock(SETLK, READ, 5, 10)
      await refused(TAKEN, two.lock(SETLK, WRITE, 5, 10))
      await two.lock(SETLK, WRITE, 10, 5)
    }),
    row('fcntl: the middle of a range is given back alone', async (one, two) => {
      await one.lock(SETLK, WRITE, 0, 30)
      await one.lock(SETLK, NONE, 10, 10)
      await two.lock(SETLK, WRITE, 10, 10)
      await refused(TAKEN, two.lock(SETLK, WRITE, 9, 1))
      await refused(TAKEN, two.lock(SETLK, WRITE, 20, 1))
    }),
    row('fcntl: F_GETLK tells what stands in the way, and when nothing does', async (one, two) => {
      assert.equal(await two.lock(GETLK, WRITE, 0, 0), `${NONE}`)
      await one.lock(SETLK, WRITE, 0, 10)
      assert.equal(await two.lock(GETLK, READ, 5, 1), `${WRITE}`)
      assert.equal(await two.lock(GETLK, READ, 10, 1), `${NONE}`)
      assert.equal(await one.lock(GETLK, WRITE, 0, 10), `${NONE}`)
    }),
    row('fcntl: given back by the close of any descriptor of the file', async (one, two, place) => {
      await one.lock(SETLK, WRITE, 0, 0)
      const other = await one.call('open', place.at('file'), O_RDWR, 0)
      await one.call('close', other)
      await two.lock(SETLK, WRITE, 0, 0)
    }),
    row('fcntl: given back by SIGKILL', async (one, two) => {
      await one.lock(SETLK, WRITE, 0, 0)
      await refused(TAKEN, two.lock(SETLK, READ, 0, 0))
      await one.kill()
      await two.lock(SETLKW, WRITE, 0, 0)
    }),
    row('fcntl: who waits gets it', async (one, two) => {
      await one.lock(SETLK, WRITE, 0, 0)
      const waiting = two.lock(SETLKW, WRITE, 5, 5)
      await assertWaits(waiting)
      await one.lock(SETLK, NONE, 0, 0)
      await waiting
      await refused(TAKEN, one.lock(SETLK, WRITE, 0, 0))
    }),
    row(
      'fcntl: locks of open files stand against those of processes, and outlive other closes',
      async (one, two, place) => {
        await one.lock(OFD_SETLK, WRITE, 0, 10)
        const other = await one.call('open', place.at('file'), O_RDWR, 0)
        await one.call('close', other)
        await refused(TAKEN, two.lock(SETLK, READ, 9, 1))
        await one.call('close', one.fd)
        await two.lock(SETLKW, READ, 9, 1)
      },
    ),
  ],
}
