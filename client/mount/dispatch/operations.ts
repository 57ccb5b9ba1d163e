import { extendedOperations } from './extended.ts'
import { fileContentOperations } from './file-content.ts'
import { folderOperations } from './folders.ts'
import { lockOperations } from './locks.ts'
import { nameOperations } from './names.ts'
import { nodeOperations } from './nodes.ts'
import { openFileOperations } from './open-files.ts'
import type { Operation } from './operation.ts'

const all: Readonly<Record<number, Operation>> = {
  ...nodeOperations,
  ...nameOperations,
  ...openFileOperations,
  ...fileContentOperations,
  ...folderOperations,
  ...extendedOperations,
  ...lockOperations,
}

/**
 * `undefined` for what is answered ENOSYS, so that the kernel does without and does not ask again: ACCESS (it checks permissions by the attributes), COPY_FILE_RANGE (it copies itself), IOCTL, POLL, BMAP, TMPFILE, STATX and
 * whatever newer kernels have.
 */
export function operationOf(opcode: number): Operation | undefined {
  return all[opcode]
}
