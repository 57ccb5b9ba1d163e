import { runFault } from './fault-catcher.ts'
import { type Finding, wordsOf } from './finding.ts'
import type { Catcher, Plant } from './plant.ts'
import { runSeed, runSeeds } from './seeds-catcher.ts'
import { runSpec } from './spec-catcher.ts'
import type { Trees } from './tree.ts'

export interface Tried {
  readonly kind: Catcher['kind']
  /** What was run: a test, or so many seeds. */
  readonly what: string
  /** `broken`, too, when it fails without the bug: then it says nothing of it. */
  readonly finding: Finding
}

export interface Hunted {
  readonly plant: Plant
  readonly tried: readonly Tried[]
  readonly caught: boolean
}

export interface HuntOptions {
  /** Every catcher, and not only up to the first that sees it. */
  readonly all: boolean
  readonly signal: AbortSignal
  readonly onTried: (plant: Plant, tried: Tried) => void
}

/** Plants bugs and lets their catchers look. Each catcher has to find nothing in the tree as it is before its word counts. */
export class Hunt {
  readonly #trees: Trees
  readonly #options: HuntOptions
  /** By what was run: many bugs have catchers in common. */
  readonly #controls = new Map<string, Promise<Finding>>()

  constructor(trees: Trees, options: HuntOptions) {
    this.#trees = trees
    this.#options = options
  }

  async hunt(plant: Plant): Promise<Hunted> {
    const { all, onTried } = this.#options
    const tried: Tried[] = []
    await using tree = await this.#trees.plant(plant)
    for (const catcher of plant.catchers) {
      const one = { kind: catcher.kind, what: describe(catcher), finding: await this.#look(tree.folder, catcher) }
      tried.push(one)
      onTried(plant, one)
      if (one.finding.kind === 'seen' && !all) break
    }
    return { plant, tried, caught: tried.some(({ finding }) => finding.kind === 'seen') }
  }

  async #look(folder: string, catcher: Catcher): Promise<Finding> {
    const finding = await this.#run(folder, catcher)
    if (finding.kind !== 'seen') return finding
    const control = await this.#control(catcher, finding.by)
    return control.kind === 'well'
      ? finding
      : { kind: 'broken', why: `fails without the bug, too: ${wordsOf(control)}` }
  }

  async #run(folder: string, catcher: Catcher): Promise<Finding> {
    const { signal } = this.#options
    switch (catcher.kind) {
      case 'unit':
      case 'processes':
        return await runSpec(folder, catcher, signal)
      case 'seeds':
        return await runSeeds(folder, catcher, signal)
      case 'fault':
        return await runFault(folder, catcher, signal)
    }
  }

  async #control(catcher: Catcher, by: string): Promise<Finding> {
    const { control } = this.#trees
    const key = catcher.kind === 'seeds' ? by : describe(catcher)
    const run = async (): Promise<Finding> =>
      catcher.kind === 'seeds'
        ? await runSeed(control, by.replace(/^seed /, ''), this.#options.signal)
        : await this.#run(control, catcher)
    const running = this.#controls.get(key) ?? run()
    this.#controls.set(key, running)
    return await running
  }
}

function describe(catcher: Catcher): string {
  switch (catcher.kind) {
    case 'unit':
    case 'processes':
      return `${catcher.spec}: ${catcher.test}`
    case 'seeds':
      return `seeds 1 … ${catcher.most}`
    case 'fault':
      return `${catcher.name}, ${catcher.rounds} rounds`
  }
}
