import { type HiroError, toHiroError } from '../../shared/errors.ts'

/** What went wrong while nobody waited for it; told once, to whoever comes next. */
export class FirstFailure {
  #error: HiroError | undefined

  note(error: unknown): void {
    this.#error ??= toHiroError(error)
  }

  forget(): void {
    this.#error = undefined
  }

  throwIfAny(): void {
    const error = this.#error
    this.#error = undefined
    if (error) throw error
  }
}
