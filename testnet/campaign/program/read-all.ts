import type { HiroClient } from '../../../client/index.ts'
import { hasCode, toHiroError } from '../../../shared/errors.ts'
import { Limiter } from '../../../shared/work/limiter.ts'
import type { Found, Listed, ReadJob } from './job.ts'
import { readWhole } from './read-whole.ts'

const AT_ONCE = 4
const READ_TIMEOUT_MS = 60_000

export async function readAll(
  client: HiroClient,
  { paths }: ReadJob,
  tell: (line: Found | Listed) => void,
): Promise<void> {
  const limiter = new Limiter(AT_ONCE)
  await Promise.all(paths.map((path) => limiter.run(async () => tell(await find(client, path)))))
  const listed: string[] = []
  await list(client, '/', listed)
  tell({ listed })
}

async function list(client: HiroClient, folder: string, into: string[]): Promise<void> {
  for await (const { path, kind } of client.list(folder)) {
    if (kind === 'file') into.push(path)
    else await list(client, path, into)
  }
}

async function find(client: HiroClient, path: string): Promise<Found> {
  try {
    return { path, ...(await readWhole(client, path, AbortSignal.timeout(READ_TIMEOUT_MS))) }
  } catch (error) {
    if (hasCode(error, 'not-found')) return { path }
    const { code, message } = toHiroError(error)
    return { path, failure: { code, message } }
  }
}
