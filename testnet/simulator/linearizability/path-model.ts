import type { Model } from './linearizable.ts'

/** What an operation did at one path, or saw there. */
export type PathOperation =
  /** Puts a file there; where one is already only with `replaces`. */
  | { readonly kind: 'write'; readonly content: number; readonly replaces: boolean }
  | { readonly kind: 'make-folder' }
  /** Nothing is there then; where nothing was before, someone else was faster. */
  | { readonly kind: 'take-away'; readonly what: 'file' | 'folder' | 'anything' }
  /** A file or folder comes here from another path, with `replaces` in the place of what is here; or is here already, where someone else was faster. */
  | { readonly kind: 'arrive'; readonly replaces: boolean }
  /** Something that was removed comes back, where nothing is. */
  | { readonly kind: 'come-back' }
  /** The file has older content again; where it was removed meanwhile it is back with it. */
  | { readonly kind: 'revert' }
  | { readonly kind: 'see'; readonly what: 'nothing' | 'folder' | 'something' }
  /** Sees a file; `fits` tells of which contents its answer can be. */
  | { readonly kind: 'see-file'; readonly fits: (content: number) => boolean }

/** What can be at the path. After something came from elsewhere it is not known what it is. */
export interface PathState {
  readonly nothing: boolean
  readonly folder: boolean
  /** The number of a content, or any. */
  readonly file: number | 'any' | undefined
}

const NOTHING: PathState = { nothing: true, folder: false, file: undefined }

/** A path whose folders stay what they are, as if it were alone in the world. */
export const pathModel: Model<PathState, PathOperation> = {
  initial: NOTHING,
  keyOf: ({ nothing, folder, file }) => `${nothing} ${folder} ${file}`,
  step: (state, operation) => {
    const { nothing, folder, file } = state
    switch (operation.kind) {
      case 'write':
        if (!nothing && !(operation.replaces && file !== undefined)) return undefined
        return { nothing: false, folder: false, file: operation.content }
      case 'make-folder':
        return nothing ? { nothing: false, folder: true, file: undefined } : undefined
      case 'take-away': {
        const fits = operation.what === 'file' ? file !== undefined : operation.what === 'folder' ? folder : true
        return nothing || fits ? NOTHING : undefined
      }
      case 'arrive':
        return nothing || operation.replaces ? { nothing: false, folder: true, file: 'any' } : state
      case 'come-back':
        return nothing ? { nothing: false, folder: true, file: 'any' } : undefined
      case 'revert':
        return file === undefined && !nothing ? undefined : { nothing: false, folder: false, file: 'any' }
      case 'see':
        return possible(see(state, operation.what))
      case 'see-file': {
        const fits = file === 'any' || (file !== undefined && operation.fits(file))
        return fits ? { nothing: false, folder: false, file } : undefined
      }
    }
  },
}

function see({ nothing, folder, file }: PathState, what: 'nothing' | 'folder' | 'something'): PathState {
  switch (what) {
    case 'nothing':
      return { nothing, folder: false, file: undefined }
    case 'folder':
      return { nothing: false, folder, file: undefined }
    case 'something':
      return { nothing: false, folder, file }
  }
}

function possible(state: PathState): PathState | undefined {
  return state.nothing || state.folder || state.file !== undefined ? state : undefined
}
