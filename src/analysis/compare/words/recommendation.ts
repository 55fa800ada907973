import { listed } from '#core/figures.ts'
import type { CourseFigures } from '../course-figures.ts'
import type { CourseTotal, Matrix, MatrixRow } from '../matrix/matrix.ts'
import { type LinkedSentence, sentenceOf } from './phrase.ts'

/** What the tool recommends; the commander decides. */
export type Recommendation = {
  /** Null: none of them, and the sentence says why. */
  readonly scenarioId: string | null
  readonly sentence: LinkedSentence
}

/**
 * The course that is alone first in the matrix. None where nobody has set criteria and weights, where
 * several come out equal, or where only values that are missing put it before the next. What is tried
 * under other shocks than the others takes no part.
 */
export function recommendationOf(asked: {
  readonly matrix: Matrix
  readonly figures: Pick<CourseFigures, 'baselineId'>
  /** By scenario id. */
  readonly names: Readonly<Record<string, string>>
}): Recommendation {
  const { matrix, figures, names } = asked
  const unranked = unrankedSentence(matrix, names)
  const nameOf = ({ scenarioId }: CourseTotal) => names[scenarioId] ?? scenarioId
  const at = (place: number) => matrix.totals.filter((total) => total.place === place)
  const [best, ...equals] = at(1)
  const rankedCount = matrix.totals.filter(({ place }) => place !== null).length
  if (unranked !== '' && rankedCount < 2) {
    return none('no two COAs with a score are tried under the same', unranked)
  }
  if (!best) return none('no criterion has both a weight and a value to judge by')
  if (best.isTie || equals.length > 0) {
    return none(
      `${listed([best, ...equals].map(nameOf))} come out equal by the weights set`,
      unranked,
    )
  }
  const next = at(2)
  const unlike = next.filter((each) => isIncomparable(matrix, best, each))
  if (unlike.length > 0) {
    const both = listed([best, ...unlike].map(nameOf))
    const why = `no weighed criterion that both have a value for puts ${nameOf(best)} first`
    return none(`${both} cannot be compared: ${why}`, unranked)
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
    sentence: sentenceOf(`${head} by the weights set${before}${missing}.${unranked}`),
  }
}

function none(why: string, unranked = ''): Recommendation {
  return { scenarioId: null, sentence: sentenceOf(`No COA is recommended: ${why}.${unranked}`) }
}

/** Who takes no place, and what tells it from the others; empty: everybody is under the same. */
function unrankedSentence(
  { scenarioIds, unlike = {} }: Matrix,
  names: Readonly<Record<string, string>>,
): string {
  const said = scenarioIds.flatMap((id) => {
    const words = unlike[id]
    return words ? [`${names[id] ?? id} (${words.whole})`] : []
  })
  return said.length === 0 ? '' : ` Not ranked: ${listed(said)}.`
}

/**
 * Whether values that only one of two courses has are all that puts the first before the other: no
 * weighed criterion that both have a value for does.
 */
function isIncomparable(
  { scenarioIds, rows }: Matrix,
  first: CourseTotal,
  other: CourseTotal,
): boolean {
  const [at, from] = [first, other].map(({ scenarioId }) => scenarioIds.indexOf(scenarioId))
  const weighed = rows.filter(({ criterion }) => criterion.weight > 0)
  const isKnown = ({ cells }: MatrixRow, course: number) => cells[course]!.score !== null
  return (
    weighed.some((row) => isKnown(row, at!) !== isKnown(row, from!)) &&
    !weighed.some(({ standings }) => standings[at!]![from!] === 'better')
  )
}
