import { decimal, listed, TIE } from '#core/figures.ts'
import { NO_WEIGHT } from './faults.ts'
import type { CourseTotal, Matrix, WeightBound } from './matrix.ts'
import { weightPerCent, weightText } from './weight-text.ts'

/** As many weights as are named; the others are further from changing anything. */
const MOST_NAMED = 3
const MOST_DECIMALS = 3

/** A weight that need not move by so much of all is as good as at its end. */
const NEAR_SHARE = 0.01
/** Totals are no further apart than this where one is ahead by a hair. */
const HAIR_SCORE = 0.35

/**
 * How far weights can go before the first course is no longer alone first, as the matrix shows it: "COA 2
 * stays first while Reserve weighs under 43 % (now 5), CASEVAC under 54 % (now 15); no other weight
 * changes the first place." Every figure is rounded towards what the weight is now, so that the sentence
 * is true. Those nearest to a change are named first. Where less than a point of one weight makes a tie,
 * that is said instead: "COA 2 is ahead of COA 1 by a hair (5.0 against 4.9 of 10): …".
 *
 * @param bounds of this matrix; see `weightBounds`.
 * @param names by scenario id.
 */
export function boundsSentence(
  { rows, totals }: Matrix,
  bounds: readonly WeightBound[],
  names: Readonly<Record<string, string>>,
): string {
  const nameOf = (id: string) => names[id] ?? 'A COA'
  const firsts = totals.filter(({ place }) => place === 1).map(({ scenarioId }) => scenarioId)
  const [first] = firsts
  if (first === undefined) return nobodyFirst(rows.some(({ criterion }) => criterion.weight > 0))
  if (firsts.length > 1) {
    return `${listed(firsts.map(nameOf))} tie for first place; no single COA is first.`
  }
  if (totals.length === 1) return `${nameOf(first)} is alone, so there is nothing to weigh.`
  const criterionNames = new Map(rows.map(({ criterion }) => [criterion.id, criterion.name]))
  const criterionOf = (id: string) => criterionNames.get(id) ?? 'a criterion'
  const hair = hairSentence(totals, bounds, { nameOf, criterionOf })
  if (hair !== null) return hair
  const held = bounds
    .filter(({ rivalBelowId, rivalAboveId }) => rivalBelowId !== null || rivalAboveId !== null)
    .sort((a, b) => marginOf(a) - marginOf(b))
  if (held.length === 0) return `${nameOf(first)} stays first, whatever any one weight is.`
  const conditions = held
    .slice(0, MOST_NAMED)
    .map(
      (bound, at) =>
        `${criterionOf(bound.criterionId)} ${at === 0 ? 'weighs ' : ''}${conditionOf(bound)}`,
    )
  const more = held.length - conditions.length
  const rest =
    more === 0
      ? 'no other weight changes the first place'
      : `${more} more ${more === 1 ? 'weight is' : 'weights are'} further from changing the first place`
  return `${nameOf(first)} stays first while ${conditions.join(', ')}; ${rest}.`
}

type Namers = Readonly<Record<'nameOf' | 'criterionOf', (id: string) => string>>

/** Whom the first is ahead of by a hair, and what makes them tie; null: nothing near does. */
function hairSentence(
  totals: readonly CourseTotal[],
  bounds: readonly WeightBound[],
  { nameOf, criterionOf }: Namers,
): string | null {
  const first = totals.find(({ place }) => place === 1)
  const ends = bounds.flatMap(nearEnds).sort((a, b) => a.margin - b.margin)
  const [nearest] = ends
  const rival = totals.find(({ scenarioId }) => scenarioId === nearest?.rivalId)
  if (!nearest || first?.score == null || rival?.score == null) return null
  if (first.score - rival.score > HAIR_SCORE) return null
  const near = ends.filter(({ rivalId }) => rivalId === nearest.rivalId)
  const others = new Set(near.map(({ criterionId }) => criterionId)).size - 1
  const orOthers =
    others === 0 ? '' : others === 1 ? ', or of 1 other,' : `, or of any of ${others} others,`
  const scores = `${decimal(first.score)} against ${decimal(rival.score)} of 10`
  const change = `a change of less than 1 point of ${criterionOf(nearest.criterionId)}’s weight`
  return `${nameOf(first.scenarioId)} is ahead of ${nameOf(rival.scenarioId)} by a hair (${scores}): ${change}${orOthers} makes them tie.`
}

/**
 * The ends of a bound that are near, and who ties there. At no weight and at all of it somebody may
 * come first at a leap, and so where an end is where the weight is now: these are no ties.
 */
function nearEnds({ criterionId, shareNow, ...bound }: WeightBound) {
  const ends = [
    { rivalId: bound.rivalBelowId, share: bound.lowShare },
    { rivalId: bound.rivalAboveId, share: bound.highShare },
  ]
  return ends.flatMap(({ rivalId, share }) => {
    const margin = Math.abs(share - shareNow)
    const isInside = share > 0 && share < 1
    const isNear = rivalId !== null && isInside && margin > 0 && margin < NEAR_SHARE
    return isNear ? [{ criterionId, rivalId, margin }] : []
  })
}

function nobodyFirst(hasWeight: boolean): string {
  return hasWeight
    ? 'No COA has a value for any criterion with weight, so there is no first place.'
    : NO_WEIGHT
}

/** How far a weight is from changing who is first, in shares of all weight. */
function marginOf({ shareNow, lowShare, highShare, ...bound }: WeightBound): number {
  return Math.min(
    bound.rivalBelowId === null ? Infinity : shareNow - lowShare,
    bound.rivalAboveId === null ? Infinity : highShare - shareNow,
  )
}

/** "under 43 % (now 5)", "over 12 % (now 20)", "between 12 and 43 % (now 20)", "nothing". */
function conditionOf(bound: WeightBound): string {
  if (bound.highShare === bound.shareNow && bound.rivalAboveId !== null) return 'nothing'
  const { low, high, now } = figuresOf(bound)
  if (bound.rivalBelowId === null) return `under ${high}${TIE}% (now ${now})`
  if (bound.rivalAboveId === null) return `over ${low}${TIE}% (now ${now})`
  return `between ${low} and ${high}${TIE}% (now ${now})`
}

/** What it is now as its cell has it, and ends with as few decimals as keep them apart from that. */
function figuresOf({ lowShare, highShare, shareNow, rivalBelowId, rivalAboveId }: WeightBound) {
  for (let decimals = 0; ; decimals++) {
    const unit = 10 ** decimals
    // A share such as 0.29 × 100 is 28.999…: what lies within a rounding of the machine is that figure.
    const low = Math.ceil(100 * unit * lowShare - 1e-9) / unit
    const high = Math.floor(100 * unit * highShare + 1e-9) / unit
    const isFine = decimals > 1
    const now = isFine ? Math.round(100 * unit * shareNow) / unit : weightPerCent(shareNow)
    const isApart = (rivalBelowId === null || low < now) && (rivalAboveId === null || now < high)
    if (isApart || decimals === MOST_DECIMALS) {
      return {
        low: decimal(low, decimals),
        high: decimal(high, decimals),
        now: isFine ? decimal(now, decimals) : weightText(shareNow),
      }
    }
  }
}
