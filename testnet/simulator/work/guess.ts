import type { Operation } from './operation.ts'

/** What there may be, by what clients were told last: nearly right is enough, so that most operations find something to do. */
export class Guess {
  readonly files = new Set<string>()
  readonly folders = new Set<string>()

  learn({ wanted, outcome, answer }: Operation): void {
    if (outcome !== 'acknowledged') return
    const { kind, path } = wanted
    if (['add', 'replace', 'make-file', 'symlink'].includes(kind)) this.files.add(path)
    if (kind === 'mkdir') this.folders.add(path)
    if (kind === 'move' || kind === 'move-over') this.#move(path, wanted.to)
    if (kind === 'restore') (answer.restored?.kind === 'folder' ? this.folders : this.files).add(wanted.to ?? path)
    if (kind === 'remove' || kind === 'remove-now' || kind === 'rmdir' || kind === 'remove-all') this.#forget(path)
  }

  #forget(path: string): void {
    for (const known of [this.files, this.folders]) {
      for (const below of known) if (isAtOrUnder(below, path)) known.delete(below)
    }
  }

  #move(path: string, to: string): void {
    for (const known of [this.files, this.folders]) {
      const moved = [...known].filter((below) => isAtOrUnder(below, path))
      for (const below of moved) known.delete(below)
      for (const below of moved) known.add(to + below.slice(path.length))
    }
  }
}

function isAtOrUnder(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`)
}
