import { listed } from '#core/figures.ts'
import type { CourseFigures } from '../course-figures.ts'
import { drawnOf, standingOf } from '../matrix/material.ts'
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
 * The course that comes first by the criteria and weights set. None where nobody has set any, where
 * several come out equal, or where the draws of what is not known bear out no weighed difference to
 * the next.
 */
export function recommendationOf(asked: {
  readonly matrix: Matrix
  readonly figures: Pick<CourseFigures, 'baselineId'>
  readonly ranges: CourseRanges | null
  /** By scenario id. */
  readonly names: Readonly<Record<string, string>>
}): Recommendation {
  const { matrix, figures, names } = asked
  const nameOf = ({ scenarioId }: CourseTotal) => names[scenarioId] ?? scenarioId
  const at = (place: number) => matrix.totals.filter((total) => total.place === place)
  const [best, ...equals] = at(1)
  if (!best) return none('no criterion has both a weight and a value to judge by')
  if (best.isTie || equals.length > 0) {
    return none(`${listed([best, ...equals].map(nameOf))} come out equal by the weights set`)
  }
  const next = at(2)
  if (next.length > 0 && next.every((each) => isAsGood(asked, best, each))) {
    const both = listed([best, ...next].map(nameOf))
    return none(`what is not known leaves no material difference between ${both}`)
  }
  const head =
    best.scenarioId === figures.baselineId
      ? `No change is recommended: ${nameOf(best)} comes first`
      : `${nameOf(best)} is recommended: it comes first`
  const before = next.length > 0 ? `, before ${listed(next.map(nameOf))}` : ''
  const missing =
    best.missingWeightShare > 0
      ? '; part of the weight lies on criteria without a value for it'
      : ''
  return {
    scenarioId: best.scenarioId,
    sentence: sentenceOf(`${head} by the weights set${before}${missing}.`),
  }
}

function none(why: string): Recommendation {
  return { scenarioId: null, sentence: sentenceOf(`No COA is recommended: ${why}.`) }
}

/** Whether no weighed criterion tells two courses apart by more than what is not known. */
function isAsGood(
  { matrix, ranges }: { readonly matrix: Matrix; readonly ranges: CourseRanges | null },
  one: CourseTotal,
  other: CourseTotal,
): boolean {
  const places = [one, other].map(({ scenarioId }) => matrix.scenarioIds.indexOf(scenarioId))
  return matrix.rows.every(({ criterion, cells }) => {
    if (!(criterion.weight > 0)) return true
    const [value, against] = places.map((place) => cells[place]?.value ?? null)
    const sides = [one.scenarioId, other.scenarioId]
    const drawn = drawnOf(ranges, criterion.measureId, sides).differenceOf(0, 1)
    const standing = standingOf(criterion, value ?? null, against ?? null, drawn)
    return standing === 'same' || standing === null
  })
}
