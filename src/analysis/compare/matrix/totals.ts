import type { CourseTotal, MatrixRow } from './matrix.ts'

/** Totals that are nearer to each other than this, of 10, are a tie: no judgement by weights is finer. */
export const TIE_SCORE = 0.1

/** Of a total, so that how a machine adds does not say what 6.85 reads. */
const FINENESS = 1e9
/** What a machine adds amiss at most. */
const ROUNDING_SCORE = 1e-12
const BEST_SCORE = 10

type Total = {
  /** As it is, over what has a value; null where that is nothing. */
  readonly exact: number | null
  readonly missingWeightShare: number
  /** What it would be if all that only others have a value for were judged worst, and best. */
  readonly span: readonly [low: number, high: number]
}

/**
 * Totals, places and who is dominated, over the rows with weight. A value that is missing is left out
 * of its course's mean, which is said as a share of the weight; where the place of the course hangs on
 * it, the place is open.
 */
export function totalsOf(
  scenarioIds: readonly string[],
  weighed: readonly MatrixRow[],
): CourseTotal[] {
  const totals = scenarioIds.map((_, course) => totalOf(weighed, course))
  const scoreOf = (course: number) => totals[course]!.exact
  const isTie = (course: number, other: number) =>
    isImmaterial(weighed, course, other) ||
    (isLevel(scoreOf(course), scoreOf(other), TIE_SCORE) &&
      !isBeaten(weighed, totals, course, other) &&
      !isBeaten(weighed, totals, other, course))
  const places = placesOf(totals, isTie)
  return scenarioIds.map((scenarioId, course) => ({
    scenarioId,
    score: shownScore(scoreOf(course)),
    missingWeightShare: totals[course]!.missingWeightShare,
    place: places[course]!,
    isTie: places.some((place, at) => at !== course && place !== null && place === places[course]),
    isOpen: isOpen(totals, course),
    dominatedById: scenarioIds[dominatorOf(weighed, totals, course)] ?? null,
  }))
}

function totalOf(weighed: readonly MatrixRow[], course: number): Total {
  let sum = 0
  let known = 0
  let all = 0
  let told = 0
  for (const { criterion, cells } of weighed) {
    const { weight } = criterion
    const { score } = cells[course]!
    all += weight
    if (cells.some((cell) => cell.score !== null)) told += weight
    if (score === null) continue
    known += weight
    sum += weight * score
  }
  return {
    exact: known > 0 ? sum / known : null,
    missingWeightShare: all > 0 ? (all - known) / all : 0,
    span: [sum / told, (sum + BEST_SCORE * (told - known)) / told],
  }
}

function shownScore(exact: number | null): number | null {
  return exact === null ? null : Math.round(exact * FINENESS) / FINENESS
}

/**
 * Places by score, 1 first: the best of those without a place shares its own with all who tie with it,
 * and the next counts on.
 */
function placesOf(
  totals: readonly Total[],
  isTie: (course: number, other: number) => boolean,
): (number | null)[] {
  const places = totals.map((): number | null => null)
  let waiting = [...totals.keys()]
    .filter((course) => totals[course]!.exact !== null)
    .sort((a, b) => totals[b]!.exact! - totals[a]!.exact! || a - b)
  let place = 1
  while (waiting.length > 0) {
    const [best] = waiting as [number]
    const sharing = waiting.filter((course) => course === best || isTie(course, best))
    for (const course of sharing) places[course] = place
    place += sharing.length
    waiting = waiting.filter((course) => !sharing.includes(course))
  }
  return places
}

/** Whether what a course is not judged by could put it before another one, or behind. */
function isOpen(totals: readonly Total[], course: number): boolean {
  const { exact, span } = totals[course]!
  if (exact === null || span[0] === span[1]) return false
  return totals.some((other, at) => {
    if (at === course || other.exact === null) return false
    return span[0] < other.span[1] + TIE_SCORE && span[1] > other.span[0] - TIE_SCORE
  })
}

/** Whether two totals are nearer to each other than a margin. */
export function isLevel(score: number | null, other: number | null, margin: number): boolean {
  if (score === null || other === null) return false
  return Math.abs(score - other) < margin - ROUNDING_SCORE
}

/** Whether another course with a higher total leaves nothing to be said for this one: however near, that is no tie. */
function isBeaten(
  weighed: readonly MatrixRow[],
  totals: readonly Total[],
  course: number,
  other: number,
): boolean {
  const [own, higher] = [totals[course]!.exact, totals[other]!.exact]
  return own !== null && higher !== null && higher > own && isDominant(weighed, other, course)
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
  for (const [other, { exact }] of totals.entries()) {
    if (other === course || exact === null || totals[course]!.exact === null) continue
    if (exact < totals[course]!.exact! || !isDominant(weighed, other, course)) continue
    if (found < 0 || exact > totals[found]!.exact!) found = other
  }
  return found
}

/** Whether a course is worse than another by nothing, and better by something. */
export function isDominant(weighed: readonly MatrixRow[], course: number, other: number): boolean {
  let isBetter = false
  for (const { cells, standings } of weighed) {
    const standing = standings[course]![other]
    if (standing === 'worse') return false
    if (standing === null && cells.some(({ score }) => score !== null)) return false
    if (standing === 'better') isBetter = true
  }
  return isBetter
}
