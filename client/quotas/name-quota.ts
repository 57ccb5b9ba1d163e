import { HiroError, hasCode } from '../../shared/errors.ts'
import { parentPath } from '../paths.ts'
import { quoted } from '../seal/name-rules.ts'
import { type QuotaPorts, readQuota } from './quotas.ts'

/** Does something that brings a file to `path`. Where a quota does not allow it, the error says whose it is: the coordinator knows no names. */
export async function namingQuota<T>(ports: QuotaPorts, path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!hasCode(error, 'over-quota')) throw error
    throw named(error, await quotaName(ports, parentPath(path)))
  }
}

/** The same for many files, each with its outcome. Most are of one folder: each folder is asked about once. */
export async function nameQuotas<T>(
  ports: QuotaPorts,
  files: readonly { readonly path: string }[],
  outcomes: readonly (T | HiroError)[],
): Promise<(T | HiroError)[]> {
  const names = new Map<string, string>()
  const all: (T | HiroError)[] = []
  for (const [at, outcome] of outcomes.entries()) {
    const file = files[at]
    if (file === undefined || !hasCode(outcome, 'over-quota')) {
      all.push(outcome)
      continue
    }
    const folder = parentPath(file.path)
    const name = names.get(folder) ?? (await quotaName(ports, folder))
    names.set(folder, name)
    all.push(named(outcome, name))
  }
  return all
}

function named(error: HiroError, name: string): HiroError {
  return name === '' ? error : new HiroError('over-quota', `${error.message} (${name})`, { cause: error })
}

/** Empty: who set it has taken it away by now, or nobody answers. */
async function quotaName(ports: QuotaPorts, folder: string): Promise<string> {
  const use = await readQuota(ports, folder).catch(() => undefined)
  if (use === undefined) return ''
  return `the quota of ${quoted(use.path)}${use.counting ? ', which is being counted anew' : ''}`
}
