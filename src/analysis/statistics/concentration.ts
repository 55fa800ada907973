/** How much of something few places hold. */
export type Concentration = {
  /**
   * Share of the places, those with most first, and share of the events they hold: point p of
   * `placeShare` and `eventShare`, from 0, 0 to 1, 1.
   */
  readonly placeShare: Float64Array
  readonly eventShare: Float64Array
  /** 0 where all have the same. NaN without places or events. */
  readonly gini: number
  /** The same against the most even way so few events can lie: 0 for at most one each. */
  readonly generalisedGini: number
}

/**
 * “x % of the cells hold y % of the incidents”, and one number for it: G′ = max(n/c, 1)·(G − 1) + 1
 * for n places and c events. Missing places (NaN) leave.
 *
 * @param counts events a place, 0 or more.
 * @source W. Bernasco, W. Steenbeek, J. Quant. Criminology 33 (2017); reference
 *   05-equity/gini_sparse_counts.json.
 */
export function concentrationOf(counts: ArrayLike<number>): Concentration {
  const sorted = Float64Array.from(counts)
    .filter((count) => !Number.isNaN(count))
    .sort()
    .reverse()
  const placeCount = sorted.length
  const eventCount = sorted.reduce((sum, count) => sum + count, 0)
  const placeShare = new Float64Array(placeCount + 1)
  const eventShare = new Float64Array(placeCount + 1)
  let held = 0
  let area = 0
  sorted.forEach((count, place) => {
    held += count
    placeShare[place + 1] = (place + 1) / placeCount
    eventShare[place + 1] = held / eventCount
    area += (eventShare[place]! + eventShare[place + 1]!) / (2 * placeCount)
  })
  const gini = eventCount > 0 ? 2 * area - 1 : Number.NaN
  const sparseness = Math.max(placeCount / eventCount, 1)
  return { placeShare, eventShare, gini, generalisedGini: sparseness * (gini - 1) + 1 }
}

/** Least share of the places that hold so large a share of the events; NaN without events. */
export function placesHolding(
  { placeShare, eventShare }: Concentration,
  leastEventShare: number,
): number {
  for (let place = 0; place < eventShare.length; place++) {
    if (eventShare[place]! >= leastEventShare - 1e-12) return placeShare[place]!
  }
  return Number.NaN
}

/**
 * Which of the fewest places that hold the given shares each belongs to: the number of shares for
 * those that hold the least of them, one less for those that are needed for the next, 1 for all other
 * places with events, 0 without. Places with as many events as one that is needed come with it.
 *
 * @param shares ascending.
 */
export function holdingClasses(
  counts: ArrayLike<number>,
  shares: readonly number[],
): Float64Array<ArrayBuffer> {
  const sorted = Float64Array.from(counts).sort().reverse()
  const total = sorted.reduce((sum, count) => sum + count, 0)
  const leastCounts = shares.map((share) => {
    let held = 0
    return sorted.find((count) => {
      held += count
      return held >= share * total - 1e-9
    })!
  })
  return Float64Array.from(counts, (count) => {
    if (!(count > 0)) return 0
    const at = leastCounts.findIndex((least) => count >= least)
    return at < 0 ? 1 : shares.length + 1 - at
  })
}
