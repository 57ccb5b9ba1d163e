import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder of this machine's own file system, which everybody may enter, for the suite that this is called in. */
export function localFolder(): () => string {
  let folder = ''
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hiro-file-system-'))
    await chmod(folder, 0o755)
  })
  after(async () => {
    await rm(folder, { recursive: true, force: true })
  })
  return () => folder
}
