import { parentPort, workerData } from 'node:worker_threads'
import { sqliteFailure } from './sqlite-errors.ts'
import type { FromThread, ThreadData, ToThread } from './sqlite-messages.ts'
import { SqliteWriter } from './sqlite-writer.ts'

/** The thread that writes: what blocks here is fsync, and nobody waits for it but those who asked for it. */
function run({ path, options }: ThreadData): void {
  const port = parentPort
  if (port === null) throw new Error('sqlite-thread.ts is started by SqliteFile')
  const answer = (message: FromThread): void => port.postMessage(message)
  let writer: SqliteWriter
  try {
    writer = new SqliteWriter(path, options)
  } catch (error) {
    answer({ failed: sqliteFailure(error, path, options.damaged) })
    return
  }
  port.on('message', (message: ToThread) => {
    if ('writes' in message) {
      answer({ settled: writer.settle(message.writes) })
      return
    }
    writer.close()
    port.close()
  })
  answer({ opened: true })
}

run(workerData as ThreadData)
