import type { Matrix, MatrixCell, MatrixRow } from '#analysis/compare/matrix/matrix.ts'
import type { Comparison } from '#analysis/compare/scenario-measures.ts'
import { decimal, listed } from '#core/figures.ts'
import type { Operation } from '#core/records/operation.ts'
import type { Judged } from '../../briefing-desk.tsx'
import { comparisonHeadline, standardText } from '../../facts/headline.ts'
import { wallFigure, wallPeopleText } from './wall-figure.ts'

/** The courses that a decision is about. */
export type Sides = {
  /** What is to be decided on, and what it is compared with. */
  readonly scenario: { readonly id: string; readonly name: string }
  readonly against: { readonly id: string; readonly name: string; readonly isBaseline: boolean }
  readonly nameOf: (scenarioId: string) => string
}

const MOST_PARTS = 3

/** What the heaviest criteria say for it, as many as there is room for. */
export function becauseText(matrix: Matrix, sides: Sides, letters: number): string {
  const better = weighed(matrix).flatMap((row) => {
    const [own, other] = cellsOf(matrix, row, sides)
    return isBetter(matrix, row, [sides.scenario, sides.against])
      ? [changeText(row, [own, other], sides)]
      : []
  })
  return fitted(better, letters, 'no weighed criterion gets better.')
}

/** What they say against it: another that scores higher, what gets worse, what misses its benchmark. */
export function howeverText(judged: Judged, sides: Sides, letters: number): string {
  const { matrix } = judged
  const worse = weighed(matrix).flatMap((row) => {
    const [own, other] = cellsOf(matrix, row, sides)
    if (isBetter(matrix, row, [sides.against, sides.scenario]))
      return [changeText(row, [own, other], sides)]
    const { benchmark, isHighGood, name } = row.criterion
    if (own?.status !== 'misses' || benchmark === null) return []
    const wanted = `${isHighGood ? 'under' : 'over'} ${wallFigure(benchmark, row.criterion)}`
    return [`${inSentence(name)} ${wallFigure(own.value, row.criterion)}, ${wanted}`]
  })
  const first = firstText(judged, sides)
  const parts = first === null ? worse : [first, ...worse]
  return fitted(parts, letters, 'no weighed criterion gets worse or misses its benchmark.')
}

/** Why the weights do not recommend it; null: they do. */
function firstText({ matrix, recommendedId }: Judged, { scenario, nameOf }: Sides): string | null {
  if (recommendedId === scenario.id) return null
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
export function civilianText(
  comparison: Comparison | null,
  operation: Pick<Operation, 'responseStandardMinutes'>,
  letters: number,
): string {
  if (!comparison) return 'nobody’s help changes: it is the current posture.'
  const standard = standardText(operation)
  const people = wallPeopleText
  const { gainedPeopleCount: gained, lostPeopleCount: lost } = comparison
  const gain = gained >= 0.5 ? `${people(gained)} people gain it` : 'nobody gains it'
  if (lost < 0.5) return `nobody loses help within ${standard}; ${gain}.`
  const names = [...comparison.counties]
    .filter(({ areaIndex, lostPeopleCount }) => areaIndex >= 0 && lostPeopleCount >= 0.5)
    .sort((a, b) => b.lostPeopleCount - a.lostPeopleCount)
    .map(({ name }) => name)
  const saying = (count: number) => {
    const where = count === 0 ? '' : `, most in ${listed(names.slice(0, count))}`
    return `${people(lost)} people lose help within ${standard}${where}; ${gain}.`
  }
  return [2, 1].map(saying).find((text) => text.length <= letters) ?? saying(0)
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
    return isRecommended ? `Recommended: stay with ${inSentence(scenario.name)}` : null
  }
  const said = comparisonHeadline(comparison, scenario, operation)
  return isRecommended ? `Recommended: ${said}` : said
}

/** Weighed criteria, heaviest first; civilian impact has a line of its own. */
export function weighed({ rows }: Matrix): MatrixRow[] {
  return rows
    .filter(({ criterion }) => criterion.weight > 0 && criterion.measureId !== 'civilianImpact')
    .sort((a, b) => b.criterion.weight - a.criterion.weight)
}

type Pair = readonly [own: MatrixCell | undefined, other: MatrixCell | undefined]

function cellsOf({ scenarioIds }: Matrix, { cells }: MatrixRow, sides: Sides): Pair {
  const at = (id: string) => cells[scenarioIds.indexOf(id)]
  return [at(sides.scenario.id), at(sides.against.id)]
}

/** Whether the first of two is better by a criterion, materially, and by more than the wall shows of both. */
function isBetter(
  { scenarioIds }: Matrix,
  { criterion, cells, standings }: MatrixRow,
  two: readonly [Sides['scenario'], Sides['scenario']],
): boolean {
  const [one, other] = two.map(({ id }) => scenarioIds.indexOf(id)) as [number, number]
  if (standings[one]?.[other] !== 'better') return false
  const shown = (course: number) => wallFigure(cells[course]?.value ?? null, criterion)
  return shown(one) !== shown(other)
}

function changeText({ criterion }: MatrixRow, [own, other]: Pair, { against }: Sides): string {
  const was = wallFigure(other?.value ?? null, criterion)
  const from = against.isBaseline ? `now ${was}` : `${against.name} ${was}`
  return `${inSentence(criterion.name)} ${wallFigure(own?.value ?? null, criterion)} (${from})`
}

/** As many parts as there is room for, the first whatever it takes. */
function fitted(parts: readonly string[], letters: number, none: string): string {
  const [first] = parts
  if (first === undefined) return none
  let text = first
  for (const part of parts.slice(1, MOST_PARTS)) {
    if (text.length + part.length + 3 > letters) break
    text += `; ${part}`
  }
  return `${text}.`
}

/** A name inside a sentence; abbreviations and names keep their capitals. */
function inSentence(name: string): string {
  return /^[A-Z][a-z]/.test(name) ? `${name[0]!.toLowerCase()}${name.slice(1)}` : name
}
