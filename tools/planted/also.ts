import type { Plant } from './plant.ts'

export const also: readonly Plant[] = []
