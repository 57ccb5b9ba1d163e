/** What a swarm that is played has at a path. */
export interface TestNode {
  readonly bytes: Buffer | undefined
  /** Of a link. */
  readonly target?: string
  readonly mode: number
  readonly mtimeMs: number
}
