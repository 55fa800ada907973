import { decimal, listed, TIE } from '#core/figures.ts'
import { NO_WEIGHT } from './faults.ts'
import type { Matrix, WeightBound } from './matrix.ts'
import { weightPerCent, weightText } from './weight-text.ts'

/** As many weights as are named; the others are further from changing anything. */
const MOST_NAMED = 3
const MOST_DECIMALS = 3

/**
 * How far weights can go before the first course is no longer alone first, as the matrix shows it: "COA 2 stays first while Reserve weighs under
 * 43 % (now 5), CASEVAC under 54 % (now 15); no other weight changes the first place." Every figure is
 * rounded towards what the weight is now, so that the sentence is true. Those nearest to a change are
 * named first.
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
  const held = bounds
    .filter(({ rivalBelowId, rivalAboveId }) => rivalBelowId !== null || rivalAboveId !== null)
    .sort((a, b) => marginOf(a) - marginOf(b))
  if (held.length === 0) return `${nameOf(first)} stays first, whatever any one weight is.`
  const conditions = held
    .slice(0, MOST_NAMED)
    .map(
      (bound, at) =>
        `${criterionNames.get(bound.criterionId) ?? 'a criterion'} ${at === 0 ? 'weighs ' : ''}${conditionOf(bound)}`,
    )
  const more = held.length - conditions.length
  const rest =
    more === 0
      ? 'no other weight changes the first place'
      : `${more} more ${more === 1 ? 'weight is' : 'weights are'} further from changing the first place`
  return `${nameOf(first)} stays first while ${conditions.join(', ')}; ${rest}.`
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
