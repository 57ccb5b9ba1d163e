import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { runSeed } from '../run-seed.ts'
import type { Story } from '../story.ts'
import { type ManyOptions, runSeeds } from './run-seeds.ts'

const LIAR = { lyingDisks: true }

async function storiesOf(options: ManyOptions): Promise<Story[]> {
  return await Array.fromAsync(runSeeds(options))
}

describe('many seeds', function () {
  this.timeout(300_000)

  it('a seed tells the same story on a thread, after another one, and alone', async () => {
    const seeds = ['3', '17', '101']
    const stories = await storiesOf({ seeds, jobs: 2 })
    assert.deepEqual(
      stories.map(({ seed }) => seed),
      seeds,
    )
    for (const { seed, hash, counts } of stories) {
      const alone = await runSeed(seed)
      assert.deepEqual([hash, counts], [alone.hash, alone.counts], `seed ${seed}`)
    }
  })

  it('interrupted: those begun are told, in order, and no further one is begun', async () => {
    const seeds = Array.from({ length: 50 }, (_, at) => String(at + 1))
    const interrupted = new AbortController()
    const onProgress = (): void => interrupted.abort()
    const stories = await storiesOf({ seeds, jobs: 2, signal: interrupted.signal, onProgress })
    assert(stories.length >= 1 && stories.length <= 3, `${stories.length} stories`)
    assert.deepEqual(
      stories.map(({ seed }) => seed),
      seeds.slice(0, stories.length),
    )
  })

  it('disks that confirm what they did not write: the judge sees it, and the seed fails again exactly so', async () => {
    const [first] = await storiesOf({ seeds: ['1'], jobs: 1, options: LIAR })
    const again = await runSeed('1', LIAR)
    assert(first && first.violations.length > 0, 'nothing was lost')
    assert.deepEqual([first.violations, first.lines, first.hash], [again.violations, again.lines, again.hash])
  })

  it('the command prints the story of a seed that failed, and the line that replays it', () => {
    const play = (...args: string[]) => {
      const { status, stdout } = spawnSync(process.execPath, ['testnet/simulator/main.ts', '--lying-disks', ...args])
      return { status, text: stdout.toString() }
    }
    const many = play('--seeds', '1', '--from', '1')
    assert.equal(many.status, 1)
    assert.match(many.text, /^replay it: npm run simulate -- --seed 1 --lying-disks$/m)
    assert.match(many.text, /violations in 1\n$/)
    const one = play('--seed', '1')
    assert.equal(one.status, 1)
    const storyOf = ({ text }: { text: string }): string => text.slice(0, text.indexOf('\n\n'))
    assert.match(storyOf(one), /VIOLATION/)
    assert.equal(storyOf(many), storyOf(one))
  })
})
