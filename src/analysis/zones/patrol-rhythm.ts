/**
 * How often a place is to be visited, by its need of 10, and how long a patrol stays: exercise
 * assumptions, no doctrine. They are set so that the built-in theatre, 2,900 hexes with people, asks
 * of its 4,900 troops about six in seven of the patrols that MONUSCO made in 2020 for as many: one a
 * day for some 70 of them (defenceweb, "17 000 plus patrols"). Bands are those of the legend of need.
 */
export const RHYTHM = [
  { belowNeed: 2, everyDays: 90 },
  { belowNeed: 3.5, everyDays: 60 },
  { belowNeed: 5, everyDays: 45 },
  { belowNeed: 6.5, everyDays: 21 },
  { belowNeed: Number.POSITIVE_INFINITY, everyDays: 10 },
] as const

/** Where need is not known somebody has to go and see. */
export const UNKNOWN_NEED_EVERY_DAYS = 45

/** Fewer people than this in a cell are met on the way to others. */
export const LEAST_PEOPLE_COUNT = 50

export const PERIOD_DAYS = 30
/** Of a patrol at one place. */
export const STAY_MINUTES = 60
/** Out and back in a day: what short-range patrols have of it. */
export const PATROL_DAY_MINUTES = 480
/** So many troops put out one patrol a day, leave, guard and sick among them. */
export const TROOPS_PER_PATROL = 70

/** Visits that the people of one cell need in the period. */
export function visitsNeeded(peopleCount: number, needScore: number): number {
  if (!(peopleCount >= LEAST_PEOPLE_COUNT)) return 0
  if (Number.isNaN(needScore)) return PERIOD_DAYS / UNKNOWN_NEED_EVERY_DAYS
  return PERIOD_DAYS / RHYTHM.find(({ belowNeed }) => needScore < belowNeed)!.everyDays
}

/** Days of one patrol that a visit takes: there, a stay, and back, as a journey of its own. */
export function patrolDaysOfVisit(minutesOneWay: number): number {
  return (2 * minutesOneWay + STAY_MINUTES) / PATROL_DAY_MINUTES
}
