import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { HiroError } from '../../shared/errors.ts'
import { roleFiles } from '../layout.ts'
import { startHiro } from '../process/hiro.ts'
import { identify, isAlive, type ProcessId, signalTo } from '../process/proc.ts'
import { waitFor } from '../process/wait.ts'

const GONE_TIMEOUT_MS = 5_000

/** Says who is at it, while somebody is. */
const makerFile = (folder: string): string => join(folder, 'client.maker')

/** The client's folder, with a vault, as anyone makes one. Throws what `hiro init` says. */
export async function makeClientFolder(
  folder: string,
  coordinator: string,
  options: { readonly before?: readonly string[] | undefined; readonly signal?: AbortSignal | undefined },
): Promise<void> {
  const secretFile = roleFiles(folder, 'coordinator').secret
  const args = ['init', '--home', folder, '--coordinator', coordinator, '--secret-file', secretFile]
  const init = startHiro(args, options)
  const maker = identify(init.pid)
  if (maker) writeFileSync(makerFile(folder), JSON.stringify(maker))
  init.stdout.resume()
  const { code, stderr } = await init.ended
  rmSync(makerFile(folder), { force: true })
  if (code !== 0) throw new HiroError('internal', `hiro init failed (exit code ${code}): ${stderr.trim()}`)
}

/** Ends a `hiro init` that outlived the command that had begun it: it would go on making what is being removed. */
export async function stopMakingClientFolder(folder: string): Promise<void> {
  let maker: ProcessId
  try {
    maker = JSON.parse(readFileSync(makerFile(folder), 'utf8')) as ProcessId
  } catch {
    return
  }
  signalTo(maker, 'SIGKILL')
  await waitFor(() => !isAlive(maker), { otherwise: 'hiro init did not end', timeoutMs: GONE_TIMEOUT_MS })
}
