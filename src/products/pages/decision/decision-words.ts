import type { Matrix } from '#analysis/compare/matrix/matrix.ts'
import { besideText } from '#analysis/compare/measure-text.ts'
import type { MeasureUnit } from '#analysis/compare/measures/measure.ts'
import type { Comparison } from '#analysis/compare/scenario-measures.ts'
import {
  isOfFew,
  judgedText,
  nameInSentence,
  type Point,
  pointName,
  pointsOf,
} from '#analysis/compare/words/points.ts'
import { decimal, listed } from '#core/figures.ts'
import type { Operation } from '#core/records/operation.ts'
import type { Judged } from '../../facts.ts'
import { comparisonHeadline, standardText } from '../../words/headline.ts'
import { wallFigure, wallPeopleText } from '../../words/wall-figure.ts'

/** The courses that a decision is about. */
export type Sides = {
  /** What is to be decided on, and what it is compared with. */
  readonly scenario: { readonly id: string; readonly name: string }
  readonly against: { readonly id: string; readonly name: string; readonly isBaseline: boolean }
  readonly nameOf: (scenarioId: string) => string
}

/** Something said whole, and in fewer words, longest first, for a face that has a line for it. */
export type Said = { readonly text: string; readonly shorter: readonly string[] }

/** What speaks for it, by the same points and in the same order as Compare has. */
export function becauseSaid(matrix: Matrix, sides: Sides): Said {
  const better = spoken(matrix, sides, true)
  const unlike = matrix.unlike?.[sides.scenario.id]
  return saidOf(unlike ? [unlike.whole, ...better] : better, 'no weighed criterion gets better.')
}

/** What speaks against it: another that scores higher, and what gets worse. */
export function howeverSaid(judged: Judged, sides: Sides): Said {
  const worse = spoken(judged.matrix, sides, false)
  const first = firstText(judged, sides)
  return saidOf(first === null ? worse : [first, ...worse], 'no weighed criterion gets worse.')
}

function spoken(matrix: Matrix, sides: Sides, isFor: boolean): string[] {
  return pointsOf(matrix, sides.scenario.id, sides.against.id)
    .filter(({ isWeighed, isUnsure, isBetter }) => isWeighed && !isUnsure && isBetter === isFor)
    .map((point) => changeText(point, sides))
}

/** Why the weights do not recommend it; null: they do. */
function firstText({ matrix, recommendedId }: Judged, { scenario, nameOf }: Sides): string | null {
  if (recommendedId === scenario.id) return null
  if (matrix.unlike?.[scenario.id]) return 'not ranked, as it is tried under other shocks'
  const firsts = matrix.totals.filter(({ place }) => place === 1)
  const own = matrix.totals.find(({ scenarioId }) => scenarioId === scenario.id)
  const [first, ...equals] = firsts
  if (!first || !own) return 'nothing is weighed, so nothing is recommended'
  if (equals.length > 0) {
    return `${listed(firsts.map(({ scenarioId }) => nameOf(scenarioId)))} tie by weighted score`
  }
  if (first === own) return 'not recommended: values are missing that would tell it from the next'
  const scores = [first, own].map(({ score }) => decimal(score ?? Number.NaN))
  return `${nameOf(first.scenarioId)} is first by weighted score, ${scores.join(' against ')}`
}

/** Who loses help and who gains it: it stands on every decision, whatever there is room for. */
export function civilianSaid(
  comparison: Comparison | null,
  operation: Pick<Operation, 'responseStandardMinutes'>,
): Said {
  const whole = (text: string): Said => ({ text, shorter: [] })
  if (!comparison) return whole('nobody’s help changes: it is the current posture.')
  const standard = standardText(operation)
  const people = wallPeopleText
  const { gainedPeopleCount: gained, lostPeopleCount: lost } = comparison
  const gain = gained >= 0.5 ? `${people(gained)} people gain it` : 'nobody gains it'
  if (lost < 0.5) return whole(`nobody loses help within ${standard}; ${gain}.`)
  const names = [...comparison.counties]
    .filter(({ areaIndex, lostPeopleCount }) => areaIndex >= 0 && lostPeopleCount >= 0.5)
    .sort((a, b) => b.lostPeopleCount - a.lostPeopleCount)
    .map(({ name }) => name)
  const saying = (count: number) => {
    const where = count === 0 ? '' : `, most in ${listed(names.slice(0, count))}`
    return `${people(lost)} people lose help within ${standard}${where}; ${gain}.`
  }
  const [text = saying(0), ...shorter] = [...new Set([2, 1, 0].map(saying))]
  return { text, shorter }
}

/** A headline from the figures; that it is recommended only where it is. */
export function decisionHeadline(
  { recommendedId }: Judged,
  comparison: Comparison | null,
  { scenario }: Pick<Sides, 'scenario'>,
  operation: Pick<Operation, 'responseStandardMinutes'>,
): string | null {
  const isRecommended = recommendedId === scenario.id
  if (!comparison) {
    return isRecommended ? `Recommended: stay with ${nameInSentence(scenario.name)}` : null
  }
  const said = comparisonHeadline(comparison, scenario, operation)
  return isRecommended ? `Recommended: ${said}` : said
}

function changeText(point: Point, { against }: Sides): string {
  const [own, was] = bothTexts(point)
  const few = isOfFew(point) ? ', known of few people' : ''
  return `${pointName(point)} ${own} (${against.isBaseline ? 'now' : against.name} ${was})${few}`
}

/** As a room remembers them; where both would read the same, as the table has them. */
function bothTexts({ measureId, value, other, unit }: Point): readonly [own: string, was: string] {
  if (measureId === null) return [judgedText(value, unit), judgedText(other, '')]
  const [own, was] = [
    wallFigure(value, { measureId, unit }),
    wallFigure(other, { measureId, unit }),
  ]
  if (own !== was) return [own, was]
  const shown = besideText(value, other, unit as MeasureUnit)
  return [shown.value, shown.other]
}

/** Never more than so many parts on a line, however long it is. */
const MOST_PARTS = 3

/** All parts; and the first of them, with how many more there are. */
function saidOf(parts: readonly string[], none: string): Said {
  if (parts.length === 0) return { text: none, shorter: [] }
  const counts = [3, 2, 1].filter((count) => count < parts.length && count <= MOST_PARTS)
  return {
    text: `${parts.join('; ')}.`,
    shorter: counts.map(
      (count) => `${parts.slice(0, count).join('; ')}; ${parts.length - count} more.`,
    ),
  }
}
