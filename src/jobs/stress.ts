import type { Courses } from '#analysis/compare/course.ts'
import type { FutureFacts } from '#analysis/compare/stress/futures.ts'
import type { StressAnswer } from '#analysis/compare/stress/stress.ts'
import { type StressFacts, stressOf } from '#analysis/compare/stress/stress-of.ts'
import type { SituationInput } from '#analysis/situation.ts'
import type { JobContext } from './job.ts'
import { runSteps } from './run-steps.ts'
import { travel } from './travel.ts'
import type { TravelFacts } from './travel-facts.ts'

/** Courses to try under what may come, as they cross: the ground once. */
export type StressInput = Courses &
  Pick<StressFacts, 'settings' | 'threshold'> &
  Pick<FutureFacts, 'shocks' | 'incidentCounts'> &
  Pick<TravelFacts, 'communityClasses'> & {
    /** By scenario id: its name, and the shocks that it takes for granted. */
    readonly named: Readonly<
      Record<string, { readonly name: string; readonly ownShockIds: readonly string[] }>
    >
  }

/**
 * Tries courses of action under what may come. Stopped, it answers with the draws that it has.
 */
export function stress(input: StressInput, context: JobContext): Promise<StressAnswer> {
  const { ground, communityClasses, named, settings } = input
  const courses = input.courses.map((course) => ({
    ...course,
    ...(named[course.scenarioId] ?? { name: course.scenarioId, ownShockIds: [] }),
    input: { ...course.input, ground },
  }))
  const facts = { ...input, courses, surgeFactor: settings.surgeFactor }
  const travelUnder = (under: SituationInput) =>
    travel({ ...under, communityClasses, lane: 'stress' })
  return runSteps(stressOf(facts, travelUnder), context)
}
