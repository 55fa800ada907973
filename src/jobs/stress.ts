import type { FutureFacts, NamedCourse } from '#analysis/compare/stress/futures.ts'
import type { StressAnswer } from '#analysis/compare/stress/stress.ts'
import { stressMeasure } from '#analysis/compare/stress/stress-measures.ts'
import { type StressFacts, stressOf } from '#analysis/compare/stress/stress-of.ts'
import type { Ground } from '#analysis/ground.ts'
import type { SituationInput } from '#analysis/situation.ts'
import type { JobContext } from './job.ts'
import { runSteps } from './run-steps.ts'
import { travel } from './travel.ts'
import type { TravelFacts } from './travel-facts.ts'

/** Courses to try under what may come, as they cross: the ground once. */
export type StressInput = Pick<StressFacts, 'settings'> &
  Pick<FutureFacts, 'shocks' | 'incidentCounts'> &
  Pick<TravelFacts, 'communityClasses'> & {
    readonly ground: Ground
    readonly courses: readonly (Pick<NamedCourse, 'scenarioId' | 'situation'> & {
      readonly input: Omit<SituationInput, 'ground'>
    })[]
    /** Of the criterion of the measure; null: none says, so that the settings do. */
    readonly criterionBenchmark: number | null
    /** By scenario id: its name, and the shocks that it takes for granted. */
    readonly named: Readonly<
      Record<string, { readonly name: string; readonly ownShockIds: readonly string[] }>
    >
  }

/** Tries courses of action under what may come. Stopped, it answers with the draws that it has. */
export function stress(input: StressInput, context: JobContext): Promise<StressAnswer> {
  const { communityClasses } = input
  const travelUnder = (under: SituationInput) =>
    travel({ ...under, communityClasses, lane: 'stress' })
  return runSteps(stressOf(stressFactsOf(input), travelUnder), context)
}

/** The courses whole again, and what is good enough: as the criterion says, else as the settings do. */
export function stressFactsOf(input: StressInput): StressFacts {
  const { ground, named, settings, shocks, incidentCounts } = input
  const courses = input.courses.map((course) => ({
    ...course,
    ...(named[course.scenarioId] ?? { name: course.scenarioId, ownShockIds: [] }),
    input: { ...course.input, ground },
  }))
  const operation = courses[0]?.input.operation
  const usual = operation ? stressMeasure(settings.measureId).usualBenchmark(operation) : null
  const threshold = input.criterionBenchmark ?? usual
  const { surgeFactor } = settings
  return { courses, settings, shocks, incidentCounts, threshold, surgeFactor }
}
