import assert from 'node:assert/strict'
import { checkLinearizable } from './linearizable.ts'
import { type PathOperation, pathModel } from './path-model.ts'

const [first, second]: PathOperation[] = [
  { kind: 'write', content: 1, replaces: false },
  { kind: 'write', content: 2, replaces: true },
]
const sees = (...contents: number[]): PathOperation => ({ kind: 'see-file', fits: (id) => contents.includes(id) })
const nothing: PathOperation = { kind: 'see', what: 'nothing' }
const folder: PathOperation = { kind: 'see', what: 'folder' }
const remove: PathOperation = { kind: 'take-away', what: 'file' }

/** One after the other. */
function fits(...operations: (PathOperation | undefined)[]): boolean {
  const calls = operations.flatMap((operation, at) =>
    operation ? [{ operation, startAt: 2 * at, endAt: 2 * at + 1 }] : [],
  )
  return checkLinearizable(pathModel, calls).linearizable
}

describe('the model of a path', () => {
  const good: Record<string, (PathOperation | undefined)[]> = {
    'a file is read as it was written last': [nothing, first, sees(1), second, sees(2), remove, nothing],
    'a replace needs nothing to be there': [second, sees(2)],
    'a remove of what another one removed': [first, remove, remove, nothing],
    'what came from elsewhere may be any file, or a folder': [
      { kind: 'arrive', replaces: false },
      sees(7),
      remove,
      { kind: 'arrive', replaces: false },
      folder,
    ],
    'what came from elsewhere took the place of a file': [first, { kind: 'arrive', replaces: true }, sees(7)],
    'a folder comes and goes': [{ kind: 'make-folder' }, folder, { kind: 'take-away', what: 'folder' }, nothing],
  }
  const bad: Record<string, (PathOperation | undefined)[]> = {
    'an acknowledged file is not there': [first, nothing],
    'an old version is read': [first, second, sees(1)],
    'a removed file is read': [first, remove, sees(1)],
    'bytes that nobody wrote': [first, sees()],
    'an add where a file is': [first, first],
    'a folder where a file was written': [first, folder],
    'what came from elsewhere is not there': [{ kind: 'arrive', replaces: false }, nothing],
    'what takes no place came where a file is': [first, { kind: 'arrive', replaces: false }, sees(7)],
    'a file is removed as a folder': [first, { kind: 'take-away', what: 'folder' }],
    'a second folder of the same name': [{ kind: 'make-folder' }, { kind: 'make-folder' }],
  }
  for (const [name, operations] of Object.entries(good)) it(`accepts: ${name}`, () => assert(fits(...operations)))
  for (const [name, operations] of Object.entries(bad)) it(`rejects: ${name}`, () => assert(!fits(...operations)))
})
