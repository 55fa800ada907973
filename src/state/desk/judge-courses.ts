import { documentMatrix } from '#analysis/compare/matrix/document-matrix.ts'
import { recommendationOf } from '#analysis/compare/words/recommendation.ts'
import type { Ground } from '#analysis/ground.ts'
import type { Situation } from '#analysis/situation.ts'
import type { OperationDocument } from '#core/document.ts'
import type { RunJob } from '#jobs/run-job.ts'
import type { Judged } from '#products/facts.ts'
import { COURSE_DRAWS } from './comparing.ts'
import { situationInputOf } from './document-inputs.ts'
import { travelFactsOf } from './plan-inputs.ts'

/** Courses of action that a slide sets side by side. */
export type CoursesAsked = {
  readonly document: OperationDocument
  readonly ground: Ground
  /** Those that the matrix shall have, in its order. */
  readonly courseIds: readonly string[]
  /** These and the current posture, each with its situation. */
  readonly scenarios: readonly { readonly id: string; readonly situation: Situation }[]
  readonly baselineId: string
}

/**
 * Judges courses for a slide as Compare does: the way to care of each, all of them by every measure and
 * in the same draws, then the weights of the document.
 */
export async function judgeCourses(asked: CoursesAsked, runJob: RunJob): Promise<Judged> {
  const { document, courseIds } = asked
  const courses = await coursesOf(asked, runJob)
  const figures = await runJob('courseFigures', courses)
  const ranges = await runJob('courseRanges', { ...courses, ...COURSE_DRAWS })
  const names = Object.fromEntries(
    courseIds.map((id) => [id, document.tables.scenarios.get(id)?.name ?? id]),
  )
  const matrix = documentMatrix(document, { figures, ranges, scenarioIds: courseIds, names })
  const { scenarioId } = recommendationOf({ matrix, figures, names })
  return { matrix, recommendedId: scenarioId }
}

async function coursesOf(asked: CoursesAsked, runJob: RunJob) {
  const { document, ground, scenarios, baselineId } = asked
  const facts = { document, columns: new Map() }
  const facilities = [...document.tables.facilities.values()]
  const courses = await Promise.all(
    scenarios.map(async ({ id, situation }) => {
      const whole = situationInputOf(facts, ground, id)
      const travel = travelFactsOf(facts, whole, id)
      const careMinutes = await runJob('courseCare', { ...travel, facilities })
      const { ground: _, ...input } = whole
      return { scenarioId: id, input, situation, careMinutes }
    }),
  )
  return { ground, courses, baselineId }
}
