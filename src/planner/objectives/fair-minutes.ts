import { kolmPollakKappa } from '#analysis/equity.ts'
import { exponentialLessOne } from '../engines/series.ts'
import { nearestMinutes } from '../nearest-minutes.ts'
import type { Grade, PlanProblem } from '../problem.ts'
import type { Objective } from './objective.ts'

const STEP_MINUTES = 30
/** Whoever is further away, or cannot be reached, counts as this far. */
const MOST_MINUTES = 240

/**
 * Kolm–Pollak as a graded service: the cost e^(κt) − 1 of being t minutes away, turned into the
 * worth of being nearer than the furthest that counts. κ comes from the current posture.
 *
 * @source D. Horton et al., "Optimizing equality in facility location with the Kolm–Pollak
 *   equally-distributed equivalent", arXiv 2401.15452.
 */
export const fairMinutes: Objective = {
  name: 'fair-minutes',
  title: 'Fair travel times',
  definition: `Shortens the way from the nearest unit of each type, long ways before short ones (Kolm–Pollak, aversion 1), in steps of ${STEP_MINUTES} minutes up to ${MOST_MINUTES / 60} hours. Backup by a second unit counts for nothing.`,
  apply: (problem) => ({
    ...problem,
    types: problem.types.map((type, r) =>
      type.weight > 0
        ? { ...type, levelValues: [1], grades: gradesUnder(kappaOf(problem, r)) }
        : type,
    ),
  }),
}

function kappaOf(problem: PlanProblem, type: number): number {
  const values = nearestMinutes(problem, type, problem.currentCount).map((minutes) =>
    Number.isNaN(minutes) ? MOST_MINUTES : Math.min(minutes, MOST_MINUTES),
  )
  const kappa = -kolmPollakKappa({ values, people: problem.demand[type]! })
  return kappa > 0 ? kappa : 1 / MOST_MINUTES
}

function gradesUnder(kappa: number): Grade[] {
  const most = exponentialLessOne(kappa * MOST_MINUTES)
  return Array.from({ length: MOST_MINUTES / STEP_MINUTES - 1 }, (_, step) => {
    const withinMinutes = (step + 1) * STEP_MINUTES
    const cost = step === 0 ? 0 : exponentialLessOne(kappa * withinMinutes)
    return { withinMinutes, worth: 1 - cost / most }
  })
}
