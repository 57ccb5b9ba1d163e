import assert from 'node:assert/strict'
import { newId } from '../../../shared/ids.ts'
import { SeededRandom } from '../../../shared/random/seeded-random.ts'
import type { VersionMemory } from './version-memory.ts'

const random = new SeededRandom('version memory suite')

/** What every engine of the VersionMemory port keeps. `make` gives an empty one. */
export function versionMemorySuite(name: string, make: () => VersionMemory): void {
  describe(`version memory: ${name}`, () => {
    let memory: VersionMemory
    beforeEach(() => {
      memory = make()
    })
    afterEach(() => memory.close())

    it('lets pass what is as new as seen, or newer', async () => {
      const file = newId(random)
      for (const version of [1, 1, 2, 5, 5, 2 ** 52]) await memory.check(file, version)
    })

    it('refuses what is older than seen, and stays with what it saw', async () => {
      const file = newId(random)
      await memory.check(file, 7)
      for (const version of [6, 1]) {
        await assert.rejects(memory.check(file, version), { code: 'integrity', message: /older than version 7/ })
      }
      await memory.check(file, 7)
      await memory.check(file, 8)
      await assert.rejects(memory.check(file, 7), { code: 'integrity' })
    })

    it('keeps files apart', async () => {
      const [one, other] = [newId(random), newId(random)]
      await memory.check(one, 9)
      await memory.check(other, 1)
      await assert.rejects(memory.check(one, 1), { code: 'integrity' })
    })

    it('takes many checks at once', async () => {
      const files = Array.from({ length: 50 }, () => newId(random))
      await Promise.all(files.flatMap((file) => [memory.check(file, 3), memory.check(file, 3)]))
      for (const file of files) await assert.rejects(memory.check(file, 2), { code: 'integrity' })
    })

    it('takes the versions of many files in one check, and refuses those that went back and no others', async () => {
      const [one, other, third] = [newId(random), newId(random), newId(random)]
      await memory.check(other, 5)
      const codesOf = async (...versions: number[]) => {
        const sightings = [one, other, third].map((file, at) => ({ file, version: versions[at] ?? 0 }))
        return (await memory.checkAll(sightings)).map((outcome) => outcome?.code)
      }
      assert.deepEqual(await codesOf(3, 4, 3), [undefined, 'integrity', undefined])
      assert.deepEqual(await codesOf(3, 5, 3), [undefined, undefined, undefined])
      assert.deepEqual(await codesOf(2, 6, 4), ['integrity', undefined, undefined])
      await assert.rejects(memory.check(other, 5), { code: 'integrity' })
      const lost = await memory.checkAll(
        [
          { file: other, version: 5 },
          { file: one, version: 3 },
        ],
        (seen) => seen === 6,
      )
      assert.deepEqual(lost, [undefined, undefined])
      await memory.check(other, 5)
      assert.deepEqual(await memory.checkAll([]), [])
    })

    it('closes twice without harm, also unused', async () => {
      await memory.close()
      await memory.close()
    })
  })
}
