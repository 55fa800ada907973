import type { Place } from '#state/screen-store.ts'

/** The five places, as the tabs name them. */
export const PLACE_NAMES: Readonly<Record<Place, string>> = {
  situation: 'Situation',
  zones: 'Zones',
  plan: 'Plan',
  compare: 'Compare',
  brief: 'Brief',
}
