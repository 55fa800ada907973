import { TIE } from '#core/figures.ts'
import type { Matrix, MatrixRow } from '../matrix/matrix.ts'
import { isNoChange } from '../measure-text.ts'
import type { MeasureUnit } from '../measures/measure.ts'
import { rawShown } from '../raw-shown.ts'

/** A criterion by which two courses differ. */
export type Point = {
  readonly criterionId: string
  /** Null: people judged it, and no record stands behind it. */
  readonly measureId: string | null
  readonly name: string
  readonly unit: string
  readonly value: number
  readonly other: number
  readonly isBetter: boolean
  /** What is not known could turn it round. */
  readonly isUnsure: boolean
  readonly isWeighed: boolean
  /** What it adds to, or takes from, the weighted sum. */
  readonly weighs: number
  /** Of how few of the people it is known; null: of most, or it does not follow from need. */
  readonly knownShare: number | null
}

/** Whoever is within the standard or out of reach is counted by other measures; these are the rest. */
const TOLD_BY_OTHERS = 'peopleBeyondStandard'

/**
 * What tells a course from another, measured or judged, that which weighs most first, what is known of
 * few people last; civilian impact has a line of its own. Screen, wall and what leaves all argue by these.
 */
export function pointsOf(matrix: Matrix, scenarioId: string, againstId: string): Point[] {
  const [at, from] = [scenarioId, againstId].map((id) => matrix.scenarioIds.indexOf(id))
  return matrix.rows
    .flatMap((row) => pointOf(row, at!, from!) ?? [])
    .sort((a, b) => Number(isOfFew(a)) - Number(isOfFew(b)) || b.weighs - a.weighs)
}

function pointOf(
  { criterion, cells, standings }: MatrixRow,
  at: number,
  from: number,
): Point | null {
  const { id, measureId, name, unit, weight, isHighGood, isAlwaysShown } = criterion
  const [value, other] = [cells[at]?.value ?? null, cells[from]?.value ?? null]
  const standing = standings[at]?.[from] ?? null
  if (isAlwaysShown || value === null || other === null || standing === null) return null
  if (standing === 'same' && isEqualShown(value - other, measureId, unit)) return null
  if (weight === 0 && measureId === TOLD_BY_OTHERS) return null
  return {
    ...{ criterionId: id, measureId, name, unit, value, other },
    isBetter: value > other === isHighGood,
    isUnsure: standing === 'same',
    isWeighed: weight > 0,
    knownShare: cells[at]!.knownShare ?? cells[from]!.knownShare ?? null,
    weighs: weight * Math.abs((cells[at]!.score ?? 0) - (cells[from]!.score ?? 0)),
  }
}

/** Whether it says little, as need is known of few people. */
export function isOfFew({ knownShare }: Pick<Point, 'knownShare'>): boolean {
  return knownShare !== null
}

function isEqualShown(difference: number, measureId: string | null, unit: string): boolean {
  return measureId === null || isNoChange(difference, unit as MeasureUnit)
}

/** What people judged, as they would say it: `6 of 10`. */
export function judgedText(value: number, unit: string): string {
  const { value: figure } = rawShown(value, { measureId: null, unit: '' })
  return unit ? `${figure}${TIE}${unit}` : figure
}

/** A name as it stands within a sentence; CASEVAC and what people abbreviate stay as they are. */
export function nameInSentence(name: string): string {
  return /^[A-Z][a-z]/.test(name) ? `${name[0]!.toLowerCase()}${name.slice(1)}` : name
}

/** "fairly shared minutes"; what people named stays as they wrote it. */
export function pointName({ name, measureId }: Pick<Point, 'name' | 'measureId'>): string {
  if (measureId === null) return name
  const [noun, how] = name.split(', ')
  return how ? `${how} ${nameInSentence(noun!)}` : nameInSentence(name)
}
