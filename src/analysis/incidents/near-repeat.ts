import { createRandom } from '#core/random.ts'
import type { Plane } from './incident-density.ts'
import { type NearPairs, nearPairs } from './near-pairs.ts'

export type NearRepeatOptions = {
  /** Upper edges of the bands of distance, rising, in the unit of the places; the last may be ∞. */
  readonly spaceEdges: readonly number[]
  /** Upper edges of the bands of time, in days; the last may be ∞. */
  readonly dayEdges: readonly number[]
  /** 999 or more. */
  readonly permutationCount: number
  readonly seed: number
}

/** Pairs of incidents by distance and time between them; entry [space × dayEdges.length + day]. */
export type NearRepeatTable = Pick<NearRepeatOptions, 'spaceEdges' | 'dayEdges'> & {
  readonly observed: Float64Array
  /** If place and time had nothing to do with each other: exact, not drawn. */
  readonly expected: Float64Array
  /** Observed over expected; NaN where nothing is expected. */
  readonly ratio: Float64Array
  /** (M + 1)/(R + 1): how often so many pairs or more came of shuffled times. */
  readonly pValue: Float64Array
  readonly pairCount: number
}

/**
 * Whether an incident is followed by others nearby, more than place and time alone would have it:
 * the Knox test in bands. Times are shuffled over the places. Bands are (lo, hi]; the first
 * holds 0 as well. Only near pairs are listed, through an index in space; those beyond the last
 * finite edge follow from the totals. 20,000 incidents with 1.8 million near pairs, 999 shuffles: 13 s
 * on two busy cores.
 *
 * @param incidents places in a plane, and times, as `incidentPlane` gives them; without any of them
 *   (NaN) one leaves.
 * @returns by steps, so that a worker can report and be ended: the share that is done, and at the end
 *   the table; null if more pairs lie near each other than can be held (`MOST_NEAR_PAIRS`).
 * @source E. G. Knox, Applied Statistics 13 (1964); J. H. Ratcliffe, G. F. Rengert, Security Journal
 *   21 (2008); reference 02-spacetime/near_repeat.json.
 */
export function* nearRepeatSteps(
  incidents: Plane & { readonly occurredEpochMinutes: ArrayLike<number> },
  { spaceEdges, dayEdges, permutationCount, seed }: NearRepeatOptions,
): Generator<number, NearRepeatTable | null> {
  const finite = spaceEdges.filter(Number.isFinite)
  const { minutes, ...places } = knownOf(incidents, finite.at(-1) || 1)
  const pairs = yield* nearPairs(places, finite)
  if (!pairs) return null
  const pairCount = (minutes.length * (minutes.length - 1)) / 2
  const dayPairs = pairsByTime(minutes, dayEdges)
  const counter = bandCounter(pairs, { spaceEdges, dayEdges, dayPairs })
  const observed = counter(minutes).slice()
  const spacePairs = spaceEdges.map((_edge, s) =>
    s < finite.length
      ? pairs.bandOffsets[s + 1]! - pairs.bandOffsets[s]!
      : pairCount - pairs.first.length,
  )
  const expected = Float64Array.from(observed, (_, i) => {
    const space = spacePairs[Math.floor(i / dayEdges.length)]!
    return pairCount > 0 ? (space * dayPairs[i % dayEdges.length]!) / pairCount : 0
  })
  const atLeast = new Float64Array(observed.length)
  const random = createRandom(seed)
  for (let draw = 0; draw < permutationCount; draw++) {
    for (let last = minutes.length - 1; last > 0; last--) {
      const other = random.below(last + 1)
      const swap = minutes[last]!
      minutes[last] = minutes[other]!
      minutes[other] = swap
    }
    const found = counter(minutes)
    for (let i = 0; i < found.length; i++) if (found[i]! >= observed[i]!) atLeast[i]!++
    yield (draw + 1) / permutationCount
  }
  const pValue = atLeast.map((count) => (count + 1) / (permutationCount + 1))
  const ratio = observed.map((count, i) => (expected[i]! > 0 ? count / expected[i]! : Number.NaN))
  return { spaceEdges, dayEdges, observed, expected, ratio, pValue, pairCount }
}

/** The same in one go. */
export function nearRepeat(
  incidents: Parameters<typeof nearRepeatSteps>[0],
  options: NearRepeatOptions,
): NearRepeatTable | null {
  const steps = nearRepeatSteps(incidents, options)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** The known ones, neighbours close together in the lists: memory is then read in order. */
function knownOf(incidents: Parameters<typeof nearRepeatSteps>[0], reach: number) {
  const { east, north, occurredEpochMinutes: occurred } = incidents
  const strip = Float64Array.from(north, (value) => Math.floor(value / reach))
  const known = Array.from(occurred, (_, i) => i)
    .filter((i) => !Number.isNaN(east[i]! + north[i]! + occurred[i]!))
    .sort((a, b) => strip[a]! - strip[b]! || east[a]! - east[b]!)
  return {
    east: known.map((i) => east[i]!),
    north: known.map((i) => north[i]!),
    minutes: Float64Array.from(known, (i) => occurred[i]!),
  }
}

/** How many of all pairs lie in each band of time; no shuffling changes it. */
function pairsByTime(minutes: Float64Array, dayEdges: readonly number[]): number[] {
  const sorted = minutes.toSorted()
  const upTo = dayEdges.map((days) => {
    let pairs = 0
    let first = 0
    for (let i = 0; i < sorted.length; i++) {
      while (sorted[i]! - sorted[first]! > days * 1440) first++
      pairs += i - first
    }
    return pairs
  })
  return upTo.map((pairs, band) => pairs - (upTo[band - 1] ?? 0))
}

/**
 * Counts pairs by band for some times; the table it gives is used again the next time. Only pairs
 * within the last finite edge of time are looked into; those beyond follow from the totals.
 */
function bandCounter(
  { first, second, bandOffsets }: NearPairs,
  totals: {
    readonly spaceEdges: readonly number[]
    readonly dayEdges: readonly number[]
    readonly dayPairs: readonly number[]
  },
): (minutes: Float64Array) => Float64Array {
  const { spaceEdges, dayEdges, dayPairs } = totals
  const width = dayEdges.length
  const finite = Float64Array.from(dayEdges.filter(Number.isFinite), (days) => days * 1440)
  const reach = finite.at(-1) ?? -1
  const table = new Float64Array(spaceEdges.length * width)
  const nearBandCount = bandOffsets.length - 1
  return (minutes) => {
    table.fill(0)
    for (let space = 0; space < nearBandCount; space++) {
      const end = bandOffsets[space + 1]!
      let within = 0
      for (let p = bandOffsets[space]!; p < end; p++) {
        const apart = Math.abs(minutes[first[p]!]! - minutes[second[p]!]!)
        if (apart > reach) continue
        let day = 0
        while (apart > finite[day]!) day++
        table[space * width + day]!++
        within++
      }
      const later = space * width + finite.length
      if (finite.length < width) table[later] = end - bandOffsets[space]! - within
    }
    if (nearBandCount === spaceEdges.length) return table
    const far = table.length - width
    for (let day = 0; day < width; day++) {
      let near = 0
      for (let i = day; i < far; i += width) near += table[i]!
      table[far + day] = dayPairs[day]! - near
    }
    return table
  }
}
