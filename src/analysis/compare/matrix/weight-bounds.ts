import type { Matrix, MatrixRow, WeightBound } from './matrix.ts'
import { isDominant, isImmaterial, isLevel, TIE_SCORE } from './totals.ts'

/** A total as a share of one criterion moves from 0 to 1: (top₀ + s·(top₁ − top₀)) over the same of below. */
type Line = {
  readonly scenarioId: string
  /** Σ share × score and Σ share over what has a value, where the criterion has no weight and all of it. */
  readonly top: readonly [atNone: number, atAll: number]
  readonly below: readonly [atNone: number, atAll: number]
}

/** What tells a rival from the first, between the ends and where the criterion has no weight or all of it. */
type Rival = Line & {
  /** By how much the first has to lead so that it is no tie: by anything if it beats the rival in all. */
  readonly margin: number
  readonly marginAtEnd: readonly [atNone: number, atAll: number]
  readonly isTieAtEnd: readonly [atNone: boolean, atAll: boolean]
  /** Shares at which the lead is the margin. */
  readonly turns: readonly number[]
}

/** How far inside an end it is looked who is first there. */
const BESIDE_SHARE = 1e-9

/**
 * For every criterion, the shares of all weight between which the course that is first now stays alone
 * in the first place, as the matrix shows it: with less than `TIE_SCORE` between them two are a tie,
 * unless one beats the other in all that tells them apart. The others keep their proportions; values
 * that are missing are left out of totals as in the matrix. Ends are exact. Empty where no single course
 * is first. A criterion that has all the weight has no other share to take. 1 ms for 4 courses and 25
 * criteria.
 */
export function weightBounds({ rows, totals }: Matrix): WeightBound[] {
  const [first, second] = totals.filter(({ place }) => place === 1)
  if (!first || second) return []
  const lead = totals.indexOf(first)
  const allWeight = rows.reduce((sum, { criterion }) => sum + criterion.weight, 0)
  return rows.map((row) => {
    const shareNow = row.criterion.weight / allWeight
    const kept = {
      criterionId: row.criterion.id,
      shareNow,
      lowShare: 0,
      highShare: 1,
      rivalBelowId: null,
      rivalAboveId: null,
    }
    if (row.criterion.weight === allWeight) return kept
    const lines = totals.map(({ scenarioId }, course) => lineOf(rows, row, course, scenarioId))
    const others = rows.filter((each) => each !== row && each.criterion.weight > 0)
    const marginOver = (weighed: readonly MatrixRow[], course: number) =>
      isDominant(weighed, lead, course) ? 0 : TIE_SCORE
    const rivals = [...lines.keys()]
      .filter((course) => course !== lead)
      .map((course): Rival => {
        const margin = marginOver([...others, row], course)
        return {
          ...lines[course]!,
          margin,
          marginAtEnd: [marginOver(others, course), marginOver([row], course)],
          isTieAtEnd: [isImmaterial(others, lead, course), isImmaterial([row], lead, course)],
          turns: turnsOf(lines[lead]!, lines[course]!, margin),
        }
      })
    const [lowShare, rivalBelowId] = endFrom(lines[lead]!, rivals, shareNow, 0)
    const [highShare, rivalAboveId] = endFrom(lines[lead]!, rivals, shareNow, 1)
    return { ...kept, lowShare, highShare, rivalBelowId, rivalAboveId }
  })
}

function lineOf(
  rows: readonly MatrixRow[],
  moved: MatrixRow,
  course: number,
  scenarioId: string,
): Line {
  let [sum, known, others] = [0, 0, 0]
  for (const row of rows) {
    if (row === moved) continue
    const { weight } = row.criterion
    const { score } = row.cells[course]!
    others += weight
    if (score === null) continue
    known += weight
    sum += weight * score
  }
  const score = moved.cells[course]!.score
  return {
    scenarioId,
    top: [sum / others, score ?? 0],
    below: [known / others, score === null ? 0 : 1],
  }
}

/**
 * The share on the way from now to an end at which the lead is no longer alone first, and who is level
 * with it there; null: nobody.
 */
function endFrom(
  lead: Line,
  rivals: readonly Rival[],
  shareNow: number,
  end: 0 | 1,
): [share: number, rivalId: string | null] {
  const step = end === 0 ? -1 : 1
  // A criterion without weight may give a total to who has none as soon as it has any.
  const start = Math.min(1 - BESIDE_SHARE, Math.max(BESIDE_SHARE, shareNow))
  let nearest: number = end
  let found = rivals.find((rival) => isLevelAtEnd(lead, rival, end))
  for (const rival of rivals) {
    if (shareNow !== end && !isBehind(lead, rival, { share: start, margin: rival.margin })) {
      return [shareNow, rival.scenarioId]
    }
    for (const share of rival.turns) {
      const isOnTheWay = step * (share - start) >= 0 && step * (nearest - share) > 0
      // A lead may touch the margin and grow again.
      const beyond = { share: share + step * BESIDE_SHARE, margin: rival.margin }
      if (isOnTheWay && !isBehind(lead, rival, beyond)) [nearest, found] = [share, rival]
    }
  }
  return [nearest, found?.scenarioId ?? null]
}

/** Where a criterion has no weight or all of it, differences may be gone that are there between. */
function isLevelAtEnd(lead: Line, rival: Rival, end: 0 | 1): boolean {
  if (rival.below[end] <= 0) return false
  return (
    rival.isTieAtEnd[end] || !isBehind(lead, rival, { share: end, margin: rival.marginAtEnd[end] })
  )
}

/** Whether the rival is behind the lead by the margin, or more; without any value there it is. */
function isBehind(
  lead: Line,
  rival: Line,
  at: { readonly share: number; readonly margin: number },
): boolean {
  const [own, other] = [totalAt(lead, at.share), totalAt(rival, at.share)]
  if (other === null) return true
  return own !== null && own > other && !isLevel(own, other, at.margin)
}

function totalAt({ top, below }: Line, share: number): number | null {
  const known = at(below, share)
  return known > 0 ? at(top, share) / known : null
}

/** Shares at which the lead over a rival is just the margin: the roots of what is a square of the share at most. */
function turnsOf(lead: Line, rival: Line, margin: number): number[] {
  const product = (a: Line['top'], b: Line['top']): Square => [
    a[0] * b[0],
    a[0] * (b[1] - b[0]) + b[0] * (a[1] - a[0]),
    (a[1] - a[0]) * (b[1] - b[0]),
  ]
  const own = product(lead.top, rival.below)
  const other = product(rival.top, lead.below)
  const apart = product(lead.below, rival.below)
  const terms = own.map((term, i) => term - other[i]! - margin * apart[i]!)
  return rootsOf(terms as unknown as Square).filter(isBetweenEnds)
}

/** What happens at the ends themselves is looked at apart. */
function isBetweenEnds(share: number): boolean {
  return share > BESIDE_SHARE && share < 1 - BESIDE_SHARE
}

/** c + b·s + a·s². */
type Square = readonly [c: number, b: number, a: number]

const NOTHING = 1e-14

function rootsOf([c, b, a]: Square): number[] {
  if (Math.abs(a) < NOTHING) return Math.abs(b) < NOTHING ? [] : [-c / b]
  const inside = b * b - 4 * a * c
  if (inside < 0) return []
  // The form that takes no difference of near numbers (Numerical Recipes §5.6).
  const q = -0.5 * (b + (b < 0 ? -1 : 1) * Math.sqrt(inside))
  return q === 0 ? [0] : [q / a, c / q]
}

function at([atNone, atAll]: Line['top'], share: number): number {
  return atNone + share * (atAll - atNone)
}
