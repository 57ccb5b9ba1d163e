/** What a client's process of the campaign is started for; its only argument, as JSON. */
export type Job = HandsJob | ReadJob | ProbeJob

interface JobOf<Kind extends string> {
  readonly job: Kind
  /** The client's. */
  readonly folder: string
  readonly ledger: string
}

/** Works, with several hands, until its standard input ends; then ends what is under way. */
export interface HandsJob extends JobOf<'hands'> {
  readonly seed: string
  /** Its operations' names begin with it. */
  readonly name: string
  readonly hands: number
  /** Goes into the names of the files that nobody changes again. */
  readonly round: string
  /** One kind of work after the other rather than by chance, so that every step of each is gone through. */
  readonly eachKind: boolean
}

/** Reads paths whole, and tells what each holds, as lines of JSON (`Found`), at last all paths that are listed (`Listed`). */
export interface ReadJob extends JobOf<'read'> {
  readonly paths: readonly string[]
}

/** Says "ready"; at each line of its standard input tries to read a path and to add one until both went well, and says "serving". */
export interface ProbeJob extends JobOf<'probe'> {
  readonly read: string
  readonly add: string
}

export interface Found {
  readonly path: string
  /** None: nothing is there. */
  readonly sha256?: string
  readonly sizeBytes?: number
  /** It could not be read. */
  readonly failure?: { readonly code: string; readonly message: string }
}

export interface Listed {
  readonly listed: readonly string[]
}
