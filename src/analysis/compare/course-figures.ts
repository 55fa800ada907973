import { kolmPollakKappa } from '../equity.ts'
import type { Course, Courses, Terms } from './course.ts'
import type { Measured, Scale } from './measures/measure.ts'
import { COMPARE_MEASURES } from './measures/registry.ts'

/** What every measure says of every course. */
export type CourseFigures = {
  readonly scenarioIds: readonly string[]
  readonly baselineId: string
  /** By measure id, in the order of the scenarios. */
  readonly measured: Readonly<Record<string, readonly Measured[]>>
  /** By measure id: the ends that it has by nature. */
  readonly scales: Readonly<Record<string, Scale>>
  readonly kappa: number
}

/**
 * Measures every course by every measure: raw values, and the scales that they have by nature.
 *
 * @throws Error with a sentence for a person if the current posture is not among the courses.
 */
export function courseFigures(courses: Courses): CourseFigures {
  const whole = wholeCourses(courses)
  const terms = termsAmong(whole, courses.baselineId)
  const byMeasure = <T>(answer: (measure: (typeof COMPARE_MEASURES)[number]) => T) =>
    Object.fromEntries(COMPARE_MEASURES.map((measure) => [measure.id, answer(measure)]))
  return {
    scenarioIds: whole.map(({ scenarioId }) => scenarioId),
    baselineId: courses.baselineId,
    measured: byMeasure((measure) => whole.map((course) => measure.measure(course, terms))),
    scales: byMeasure((measure) => measure.naturalScale(terms)),
    kappa: terms.kappa,
  }
}

/** The courses as they are measured, each with the ground. */
export function wholeCourses({ ground, courses }: Courses): Course[] {
  return courses.map((course) => ({ ...course, input: { ...course.input, ground } }))
}

/**
 * What all of some courses are measured by.
 *
 * @throws Error with a sentence for a person if the current posture is not among them.
 */
export function termsAmong(whole: readonly Course[], baselineId: string): Terms {
  const baseline = whole.find(({ scenarioId }) => scenarioId === baselineId)
  if (!baseline) {
    throw new Error('The current posture is not among the COAs that are compared. Add it.')
  }
  return termsFrom(baseline)
}

/** The terms that a current posture sets. */
export function termsFrom(baseline: Course): Terms {
  const { input, situation } = baseline
  const lived = { values: situation.responseMinutes, people: input.ground.peopleCount }
  return { baseline, kappa: kolmPollakKappa(lived) }
}
