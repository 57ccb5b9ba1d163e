import type { Context } from '../context.ts'
import { under } from '../metadata/keys.ts'

/** Goes through a list that others add to and take from, page by page and round and round, and begins again at its top when told to: what stands there comes first. */
export class ListWalk {
  readonly #prefix: string
  readonly #pageRows: number
  #last: string | undefined

  constructor(prefix: string, pageRows: number) {
    this.#prefix = prefix
    this.#pageRows = pageRows
  }

  get atTop(): boolean {
    return this.#last === undefined
  }

  fromTop(): void {
    this.#last = undefined
  }

  /** The next keys. After the last page it is at the top again. */
  async next({ store }: Context): Promise<string[]> {
    const rows = await store.scan(under(this.#prefix, { last: this.#last, limit: this.#pageRows }))
    this.#last = rows.length < this.#pageRows ? undefined : rows.at(-1)?.key
    return rows.map(({ key }) => key)
  }
}
