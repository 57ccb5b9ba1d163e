import { cp, mkdir, open } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { systemRandom } from '../../shared/random/system-random.ts'
import { throwIfAborted } from '../../shared/work/signal.ts'
import { packageRoot } from '../process/entry.ts'

const MIB = 2 ** 20
const RANDOM_BYTES = 48 * MIB

const library = 'commander'
/** What is large, not ours, or there to test. */
const LEFT_OUT = /^(node_modules|dist|coverage|testdata|samples|tools|\..*)$|(\.spec|-suite|-fixture)\.ts$/

/**
 * Makes a tree of files as they come in life: Hiro's own code and a library of it (many, small), and one big file of random bytes. A copy, because what lies where Hiro
 * does may change while it is read.
 */
export async function makeSampleTree(folder: string, signal: AbortSignal): Promise<void> {
  await mkdir(folder, { recursive: true })
  await cp(packageRoot, join(folder, 'hiro'), {
    recursive: true,
    preserveTimestamps: true,
    filter: (path) => path === packageRoot || !LEFT_OUT.test(basename(path)),
  })
  await cp(folderOf(library), join(folder, library), { recursive: true, preserveTimestamps: true })
  throwIfAborted(signal)
  await mkdir(join(folder, 'an empty folder'), { mode: 0o750 })
  await makeRandomFile(join(folder, 'random.bin'), RANDOM_BYTES)
}

/** Where a library lies, wherever npm put it. */
function folderOf(name: string): string {
  const file = new URL(import.meta.resolve(name)).pathname
  const within = `/node_modules/${name}/`
  return file.slice(0, file.lastIndexOf(within) + within.length - 1)
}

async function makeRandomFile(path: string, sizeBytes: number): Promise<void> {
  const file = await open(path, 'wx')
  try {
    for (let left = sizeBytes; left > 0; left -= MIB) await file.write(systemRandom.bytes(Math.min(MIB, left)))
  } finally {
    await file.close()
  }
}
