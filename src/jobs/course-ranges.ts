import type { Courses } from '#analysis/compare/course.ts'
import { termsAmong, wholeCourses } from '#analysis/compare/course-figures.ts'
import { COMPARE_MEASURES } from '#analysis/compare/measures/registry.ts'
import type { CourseRanges } from '#analysis/compare/ranges/course-ranges.ts'
import { courseRangesOf } from '#analysis/compare/ranges/ranges-of.ts'
import type { JobContext } from './job.ts'
import { runSteps } from './run-steps.ts'

/** Courses to measure in draws of what is not known. */
export type CoursesToDraw = Courses & { readonly seed: number; readonly drawCount: number }

/**
 * What every measure is in draws of what is not known, the same for all courses.
 *
 * @throws Error with a sentence for a person if the current posture is not among the courses.
 */
export async function courseRanges(
  { seed, drawCount, ...courses }: CoursesToDraw,
  context: JobContext,
): Promise<CourseRanges> {
  const whole = wholeCourses(courses)
  const terms = termsAmong(whole, courses.baselineId)
  const settings = { seed, drawCount, measures: COMPARE_MEASURES }
  return await runSteps(courseRangesOf(whole, terms, settings), context)
}
