/** In every swarm of a campaign, beside its ledger: read and replaced by whoever wants to know whether it serves. */
export const PROBE_PATHS = ['/probe-read', '/probe-add'] as const

/** What a fault keeps for itself from round to round. */
export const FILM_PATH = '/films/film'
export const BALLAST_PATH = '/ballast'
export const BECOMING_PATH = '/becoming'

/** What is there beside the ledger: nobody's, and no violation. */
export function isOfCampaign(path: string): boolean {
  const isKept = [BALLAST_PATH, BECOMING_PATH].some((folder) => path.startsWith(`${folder}/`))
  return isKept || [...PROBE_PATHS, FILM_PATH].includes(path)
}
