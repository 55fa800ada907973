import type { Course, Terms } from '#analysis/compare/course.ts'
import { type CourseFigures, termsFrom } from '#analysis/compare/course-figures.ts'
import { documentMatrix } from '#analysis/compare/matrix/document-matrix.ts'
import type { Matrix } from '#analysis/compare/matrix/matrix.ts'
import { unlikeText } from '#analysis/compare/matrix/ranked.ts'
import type { CourseRanges } from '#analysis/compare/ranges/course-ranges.ts'
import type { Two } from '#analysis/compare/words/change-sentences.ts'
import { distinctly } from '#core/distinct-names.ts'
import { baselineOf, type OperationDocument, operationOf } from '#core/document.ts'
import type { OperationContents } from '#core/operation-file.ts'
import type { Scenario } from '#core/records/scenario.ts'
import { pictureNowAt } from '#core/time/picture-now.ts'
import { runJobInline } from '#jobs/run-job-inline.ts'
import { staleUnderCompared } from '#products/words/stale-facts.ts'
import { COURSE_DRAWS } from '#state/desk/comparing.ts'
import type { Observations } from '#state/desk/situations.ts'
import { courseOf, groundOfOperation } from '../pictures.ts'
import { shockNamesOf } from '../under.ts'

/** A scenario as it is compared, with what was observed. */
export type ComparedCourse = Course & Observations

/** Scenarios that were asked for, in that order, with their figures; these may hold one more. */
export type Compared = {
  readonly document: OperationDocument
  /** Each unlike the others. */
  readonly names: readonly string[]
  /** Names of the shocks that each is under. */
  readonly under: readonly (readonly string[])[]
  /** UTC ISO: of which day the force is that each starts from; null: that of now. */
  readonly forceAt: readonly (string | null)[]
  readonly courses: readonly ComparedCourse[]
  readonly terms: Terms
  readonly figures: CourseFigures
  /** In the draws of the screen. */
  readonly ranges: CourseRanges
  /** By what the operation weighs. */
  readonly matrix: Matrix
  /** What is out of date under it, in words. */
  readonly stale: readonly string[]
}

/**
 * Courses, figures and draws of the scenarios named, as the screen has them; the current posture is
 * worked out beside them.
 *
 * @throws Refusal if the operation has no area.
 */
export async function comparedOf(
  contents: OperationContents,
  scenarios: readonly Scenario[],
  now: string,
): Promise<Compared> {
  const { document } = contents
  const ground = await groundOfOperation(contents)
  const baselineId = (baselineOf(contents.document) ?? scenarios[0]!).id
  const ids = [...new Set([...scenarios.map(({ id }) => id), baselineId])]
  const courseById = new Map<string, ComparedCourse>()
  for (const id of ids) courseById.set(id, await courseOf(contents, ground, id))
  const courses = { ground, courses: [...courseById.values()], baselineId }
  const figures = await runJobInline('courseFigures', courses)
  const ranges = await runJobInline('courseRanges', { ...courses, ...COURSE_DRAWS })
  const names = scenarios.map((scenario) => distinctly(contents.document, scenario).name)
  const scenarioIds = scenarios.map(({ id }) => id)
  const nameById = Object.fromEntries(scenarioIds.map((id, i) => [id, names[i]!]))
  const drawn = { figures, ranges, scenarioIds, names: nameById }
  return {
    document,
    names,
    under: scenarios.map(({ id }) => shockNamesOf(contents, id)),
    forceAt: scenarios.map((each) => each.forceAt ?? null),
    courses: scenarios.map(({ id }) => courseById.get(id)!),
    terms: termsFrom(courseById.get(baselineId)!),
    figures,
    ranges,
    matrix: documentMatrix(contents.document, drawn),
    stale: staleUnderCompared(document, pictureNowAt(operationOf(document), now)),
  }
}

/** What tells the shocks of one of those compared from those of another; null: nothing. */
export function unlikeOf({ courses, names, document }: Compared, from: number, to: number) {
  const against = { id: courses[from]!.scenarioId, name: names[from]! }
  return unlikeText(document, courses[to]!.scenarioId, against)
}

/** One course of those compared against another, as sentences are written of them. */
export function twoOf({ courses, names, figures }: Compared, from: number, to: number): Two {
  const [against, course] = [courses[from]!, courses[to]!]
  const isAgainstNow = against.scenarioId === figures.baselineId
  return { course, against, againstName: names[from]!, isAgainstNow }
}
