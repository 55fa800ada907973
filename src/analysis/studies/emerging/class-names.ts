import { EMERGING_CLASSES, type EmergingClass } from '../../incidents/emerging-classes.ts'

/** What became of a place, in words of its own. */
const NAMES: Readonly<Record<EmergingClass, string>> = {
  noPattern: 'No pattern',
  newHot: 'Newly hot',
  consecutiveHot: 'Hot of late',
  intensifyingHot: 'Hot and growing',
  persistentHot: 'Hot throughout',
  diminishingHot: 'Hot but fading',
  sporadicHot: 'Hot on and off',
  oscillatingHot: 'Hot now, cold before',
  historicalHot: 'Hot before, not now',
  newCold: 'Newly cold',
  consecutiveCold: 'Cold of late',
  intensifyingCold: 'Cold and colder',
  persistentCold: 'Cold throughout',
  diminishingCold: 'Cold but less so',
  sporadicCold: 'Cold on and off',
  oscillatingCold: 'Cold now, hot before',
  historicalCold: 'Cold before, not now',
}

/** By code. */
export const EMERGING_NAMES: readonly string[] = EMERGING_CLASSES.map((id) => NAMES[id])

/** Whether the last step was hot. */
export const isHotNow = (code: number) => code >= 1 && code <= 7
