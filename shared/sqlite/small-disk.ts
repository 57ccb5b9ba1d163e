import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** For specs that fill a disk: a tmpfs of this size, or `undefined` where this user may not mount one (an error under CI, so that nothing is left out unseen). */
export function mountSmallDisk(sizeBytes: number): { folder: string; unmount: () => void } | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'hiro-small-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeBytes}`, 'tmpfs', folder], { stdio: 'pipe' })
  } catch (error) {
    rmSync(folder, { recursive: true })
    if (process.env['CI'] === 'true') throw error
    return undefined
  }
  const unmount = (): void => {
    execFileSync('umount', [folder], { stdio: 'pipe' })
    rmSync(folder, { recursive: true })
  }
  return { folder, unmount }
}
