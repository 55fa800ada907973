/** Each unit in a slot where kept plans post any costs the price as often as they do. */
export function priceOfRepeating(kept: readonly Int32Array[], price: number): Float64Array {
  const total = new Float64Array(kept[0]!.length)
  for (const posted of kept) {
    posted.forEach((units, slot) => {
      if (units > 0) total[slot]! += price
    })
  }
  return total
}

/** What came of a search under a price: one more plan to keep, one like those, or one that costs too much. */
type Lesson = 'kept' | 'alike' | 'dear'

/**
 * The price on repeating, in whole units of the objective: doubled while plans come out alike,
 * lowered once one costs too much, and so closed in on from both sides. At first, to repeat all
 * moved units costs what a plan may be worth less.
 */
export function createPrice({
  allowedLoss,
  movedCount,
}: {
  readonly allowedLoss: number
  readonly movedCount: number
}) {
  let price = Math.max(1, Math.round(allowedLoss / Math.max(1, movedCount)))
  let low = 0
  let high = Infinity
  return {
    units: () => price,
    learn(lesson: Lesson) {
      if (lesson === 'kept') {
        low = 0
        high = Infinity
        return
      }
      if (lesson === 'alike') low = price
      else high = price
      if (high <= low * 1.05 + 1) {
        low = 0
        high = Infinity
      }
      const freely = lesson === 'alike' ? price * 2 : price / 2
      const next = high === Infinity ? freely : (low + high) / 2
      price = Math.min(1e12, Math.max(1, Math.round(next)))
    },
  }
}
