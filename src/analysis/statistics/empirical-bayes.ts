/** Counts over what they are counted against: people, or people × years. */
export type Rates = {
  readonly count: ArrayLike<number>
  /** 0 or NaN leaves the place out. */
  readonly exposure: ArrayLike<number>
}

/** What a set of places says of a rate: its mean, and how much it truly differs between them. */
export type Prior = {
  readonly mean: number
  /** Never negative: where chance explains all differences it is 0. */
  readonly betweenVariance: number
}

/**
 * Moments of the rates of some places: m = ΣO/ΣP and A = max(0, ΣP(r − m)²/ΣP − m/P̄). Both are NaN
 * without any exposure.
 *
 * @source R. J. Marshall, "Mapping disease and mortality rates using empirical Bayes estimators",
 *   Applied Statistics 40 (1991); reference 01-spatial/synthetic_hex91.json.
 */
export function priorOf({ count, exposure }: Rates, places: Iterable<number>): Prior {
  let counts = 0
  let exposures = 0
  let placeCount = 0
  const used: number[] = []
  for (const place of places) {
    if (!(exposure[place]! > 0) || Number.isNaN(count[place]!)) continue
    counts += count[place]!
    exposures += exposure[place]!
    placeCount++
    used.push(place)
  }
  if (placeCount === 0) return { mean: Number.NaN, betweenVariance: Number.NaN }
  const mean = counts / exposures
  let spread = 0
  for (const place of used) {
    spread += exposure[place]! * (count[place]! / exposure[place]! - mean) ** 2
  }
  const meanExposure = exposures / placeCount
  return { mean, betweenVariance: Math.max(0, spread / exposures - mean / meanExposure) }
}

/** A rate drawn towards the mean of the prior, the more so the less it was counted against. */
export function shrunkRate(count: number, exposure: number, prior: Prior): number {
  const { mean, betweenVariance } = prior
  if (!(exposure > 0)) return Number.NaN
  const noise = mean / exposure
  if (betweenVariance + noise === 0) return mean
  return mean + ((count / exposure - mean) * betweenVariance) / (betweenVariance + noise)
}

/**
 * Every place's rate drawn towards that of its neighbourhood, itself included, which in turn is
 * drawn towards that of all; how far rates truly differ is judged over all places, for seven cells
 * are too few to tell. So a place with hardly anybody takes its neighbours' rate, and a place at
 * the edge of what is known is not raised by having fewer neighbours. NaN without exposure; places
 * whose count is NaN are left out of their neighbours' means too.
 */
export function smoothedRates(
  rates: Rates,
  neighbourOffsets: Uint32Array,
  neighbours: Uint32Array,
): Float64Array {
  const { count, exposure } = rates
  const places = Array.from({ length: count.length }, (_, place) => place)
  const overall = priorOf(rates, places)
  return Float64Array.from(places, (place) => {
    if (Number.isNaN(count[place]!)) return Number.NaN
    let counts = 0
    let exposures = 0
    const near = neighbours.subarray(neighbourOffsets[place]!, neighbourOffsets[place + 1]!)
    for (const one of [place, ...near]) {
      if (!(exposure[one]! > 0) || Number.isNaN(count[one]!)) continue
      counts += count[one]!
      exposures += exposure[one]!
    }
    const mean = shrunkRate(counts, exposures, overall)
    return shrunkRate(count[place]!, exposure[place]!, { ...overall, mean })
  })
}

/**
 * Every place's rate drawn towards that of its neighbourhood, itself included, with the differences
 * judged within it alone: Marshall's local form, to compare with other tools. On few cells it either
 * draws fully or hardly; for a map take `smoothedRates`. NaN without exposure or count.
 *
 * @source R. J. Marshall (1991); R spdep `EBlocal`.
 */
export function locallyShrunkRates(
  rates: Rates,
  neighbourOffsets: Uint32Array,
  neighbours: Uint32Array,
): Float64Array {
  const { count, exposure } = rates
  return Float64Array.from(count, (own, place) => {
    if (Number.isNaN(own)) return Number.NaN
    const near = neighbours.subarray(neighbourOffsets[place]!, neighbourOffsets[place + 1]!)
    return shrunkRate(own, exposure[place]!, priorOf(rates, [place, ...near]))
  })
}
