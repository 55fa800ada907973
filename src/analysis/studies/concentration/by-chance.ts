import { createRandom } from '#core/random.ts'
import { concentrationOf, placesHolding } from '../../statistics/concentration.ts'

/** A share as chance alone would have it: the middle of the draws and where 95 % of them lie. */
export type ByChance = { readonly value: number; readonly low: number; readonly high: number }

/**
 * The least share of places that would hold half of the events if each fell on a person drawn at
 * random: few events lie in few places even where nothing draws them together.
 */
export function holdingHalfByChance(
  people: Float64Array,
  eventCount: number,
  { drawCount, seed }: { readonly drawCount: number; readonly seed: number },
): ByChance {
  const upTo = new Float64Array(people.length)
  let sum = 0
  people.forEach((own, place) => {
    sum += own
    upTo[place] = sum
  })
  if (!(sum > 0) || eventCount === 0)
    return { value: Number.NaN, low: Number.NaN, high: Number.NaN }
  const random = createRandom(seed)
  const counts = new Float64Array(people.length)
  const shares = Float64Array.from({ length: drawCount }, () => {
    counts.fill(0)
    for (let event = 0; event < eventCount; event++) {
      counts[firstAbove(upTo, random.next() * sum)]!++
    }
    return placesHolding(concentrationOf(counts), 0.5)
  }).sort()
  const at = (share: number) => shares[Math.round(share * (drawCount - 1))]!
  return { value: at(0.5), low: at(0.025), high: at(0.975) }
}

/** Index of the first of rising sums that is above a value. */
function firstAbove(rising: Float64Array, value: number): number {
  let low = 0
  let high = rising.length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if (rising[middle]! > value) high = middle
    else low = middle + 1
  }
  return low
}
