import type { Sensitivity } from '#core/place.ts'

/** Who may see what is labelled so or lower, as people name them, in files and on screens. */
export const AUDIENCE_NAMES: Readonly<Record<Sensitivity, string>> = {
  low: 'Anyone',
  moderate: 'Partners',
  high: 'Planners',
  severe: 'Named few',
}
