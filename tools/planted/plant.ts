/** A bug that can be planted: a promise, and what in the sources keeps it. */
export interface Plant {
  readonly name: string
  /** Which promise is broken while it stands. */
  readonly breaks: string
  /** All of them together are the one bug: where two places keep a promise, taking out one shows nothing. */
  readonly edits: readonly Edit[]
  /** Cheapest first, and of different kinds where the bug can be seen in different ways. */
  readonly catchers: readonly Catcher[]
}

export interface Edit {
  /** From the root of the repository. */
  readonly file: string
  /** Occurs exactly once in the file: a plant that does not apply any more is an error, so that the table cannot rot. */
  readonly takenOut: string
  readonly insteadStands: string
}

/** What may see a bug, and the words by which it shows that it saw this one and no other. */
export type Catcher =
  /** A test of mocha's, by its title or a part of it that no other title in the file has. */
  | { readonly kind: 'unit' | 'processes'; readonly spec: string; readonly test: string; readonly says: RegExp }
  /** Seeds 1 … `most` of the simulator, up to the first one that says so. */
  | { readonly kind: 'seeds'; readonly most: number; readonly says: RegExp }
  /** So many rounds of a fault of the campaign. */
  | { readonly kind: 'fault'; readonly name: string; readonly rounds: number; readonly says: RegExp }

export function unit(spec: string, test: string, says: RegExp): Catcher {
  return { kind: 'unit', spec, test, says }
}

export function processes(spec: string, test: string, says: RegExp): Catcher {
  return { kind: 'processes', spec, test, says }
}

export function seeds(most: number, says: RegExp): Catcher {
  return { kind: 'seeds', most, says }
}

export function fault(name: string, rounds: number, says: RegExp): Catcher {
  return { kind: 'fault', name, rounds, says }
}

/** The text of the file with the bug in it. Throws unless what is taken out occurs exactly once. */
export function planted(text: string, { file, takenOut, insteadStands }: Edit): string {
  const parts = text.split(takenOut)
  if (parts.length !== 2) {
    const times = parts.length === 1 ? 'does not occur any more' : `occurs ${parts.length - 1} times`
    throw new Error(`${file}: what is to be taken out ${times}:\n${takenOut}`)
  }
  return parts.join(insteadStands)
}
