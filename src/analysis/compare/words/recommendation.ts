import { listed } from '#core/figures.ts'
import type { CourseFigures } from '../course-figures.ts'
import type { CourseTotal, Matrix } from '../matrix/matrix.ts'
import type { CourseRanges } from '../ranges/course-ranges.ts'
import { type LinkedSentence, sentenceOf } from './phrase.ts'

/** What the tool recommends; the commander decides. */
export type Recommendation = {
  /** Null: none of them, and the sentence says why. */
  readonly scenarioId: string | null
  readonly sentence: LinkedSentence
}

/**
 * The course that comes first by the criteria and weights set. None where nobody has set any, or
 * where several come out equal. Whom more than one draw turns round is said by the ranges.
 */
export function recommendationOf(asked: {
  readonly matrix: Matrix
  readonly figures: CourseFigures
  readonly ranges: CourseRanges | null
  /** By scenario id. */
  readonly names: Readonly<Record<string, string>>
}): Recommendation {
  const { matrix, figures, names } = asked
  const nameOf = ({ scenarioId }: CourseTotal) => names[scenarioId] ?? scenarioId
  const none = (why: string) => ({
    scenarioId: null,
    sentence: sentenceOf(`No COA is recommended: ${why}.`),
  })
  const first = matrix.totals.filter(({ place }) => place === 1)
  if (first.length === 0) {
    return none('no criterion has both a weight and a value to judge by')
  }
  if (first.length > 1 || first[0]!.isTie) {
    return none(`${listed(first.map(nameOf))} come out equal by the criteria and weights set`)
  }
  const [best] = first as [CourseTotal]
  const isNow = best.scenarioId === figures.baselineId
  const next = matrix.totals.filter(({ place }) => place === 2)
  const before = next.length > 0 ? `, before ${listed(next.map(nameOf))}` : ''
  const head = isNow
    ? `No change is recommended: ${nameOf(best)} comes first`
    : `${nameOf(best)} is recommended: it comes first`
  const missing =
    best.missingWeightShare > 0
      ? '; part of the weight lies on criteria without a value for it'
      : ''
  return {
    scenarioId: best.scenarioId,
    sentence: sentenceOf(`${head} by the criteria and weights set${before}${missing}.`),
  }
}
