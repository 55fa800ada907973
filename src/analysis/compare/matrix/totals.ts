import { decimal } from '#core/figures.ts'
import type { CourseTotal, MatrixRow } from './matrix.ts'

/** Of a total, so that how a machine adds does not say what 6.85 reads. */
export const FINENESS = 1e9

type Total = Pick<CourseTotal, 'score' | 'missingWeightShare'>

/**
 * Totals, places and who is dominated, over the rows with weight. A value that is missing is left out
 * of its course's mean, which is said as a share of the weight.
 */
export function totalsOf(
  scenarioIds: readonly string[],
  weighed: readonly MatrixRow[],
): CourseTotal[] {
  const totals = scenarioIds.map((_, course) => totalOf(weighed, course))
  const isTie = (course: number, other: number) =>
    isSameShown(totals[course]!.score, totals[other]!.score) || isImmaterial(weighed, course, other)
  const places = placesOf(totals, isTie)
  return scenarioIds.map((scenarioId, course) => ({
    ...totals[course]!,
    scenarioId,
    place: places[course]!,
    isTie: places.some((place, at) => at !== course && place !== null && place === places[course]),
    dominatedById: scenarioIds[dominatorOf(weighed, totals, course)] ?? null,
  }))
}

function totalOf(weighed: readonly MatrixRow[], course: number): Total {
  let sum = 0
  let known = 0
  let all = 0
  for (const { criterion, cells } of weighed) {
    const { weight } = criterion
    const { score } = cells[course]!
    all += weight
    if (score === null) continue
    known += weight
    sum += weight * score
  }
  return {
    score: known > 0 ? Math.round((sum / known) * FINENESS) / FINENESS : null,
    missingWeightShare: all > 0 ? (all - known) / all : 0,
  }
}

/** Places by score, 1 first. Who ties with the first of a place shares it; the next counts on. */
function placesOf(
  totals: readonly Total[],
  isTie: (course: number, other: number) => boolean,
): (number | null)[] {
  const order = [...totals.keys()]
    .filter((course) => totals[course]!.score !== null)
    .sort((a, b) => totals[b]!.score! - totals[a]!.score! || a - b)
  const places = totals.map((): number | null => null)
  let first = -1
  for (const [at, course] of order.entries()) {
    const isShared = first >= 0 && isTie(course, first)
    places[course] = isShared ? places[first]! : at + 1
    if (!isShared) first = course
  }
  return places
}

/** Whether two totals read the same to one decimal. */
export function isSameShown(score: number | null, other: number | null): boolean {
  if (score === null || other === null) return false
  return decimal(score) === decimal(other)
}

/**
 * Whether two courses differ materially by nothing, and by something that both have a value for. What
 * only one of them has a value for may tell them apart, so that they are no tie then.
 */
export function isImmaterial(
  weighed: readonly MatrixRow[],
  course: number,
  other: number,
): boolean {
  const isKnown = ({ cells }: MatrixRow, at: number) => cells[at]!.score !== null
  const known = weighed.filter((row) => isKnown(row, course) || isKnown(row, other))
  return known.length > 0 && known.every(({ standings }) => standings[course]![other] === 'same')
}

/**
 * The course that leaves nothing to be said for another one: not materially worse by anything that
 * anybody has a value for, materially better by something, and with no lower total, so that who is
 * first is dominated by nobody. −1: none; of several the one with the best total.
 */
function dominatorOf(
  weighed: readonly MatrixRow[],
  totals: readonly Total[],
  course: number,
): number {
  let found = -1
  for (const [other, { score }] of totals.entries()) {
    if (other === course || score === null || totals[course]!.score === null) continue
    if (score < totals[course]!.score! || !isDominant(weighed, other, course)) continue
    if (found < 0 || score > totals[found]!.score!) found = other
  }
  return found
}

function isDominant(weighed: readonly MatrixRow[], course: number, other: number): boolean {
  let isBetter = false
  for (const { cells, standings } of weighed) {
    const standing = standings[course]![other]
    if (standing === 'worse') return false
    if (standing === null && cells.some(({ score }) => score !== null)) return false
    if (standing === 'better') isBetter = true
  }
  return isBetter
}
