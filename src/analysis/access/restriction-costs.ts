import { metresBetween } from '#core/geo/distance.ts'
import { extentOf } from '#core/geo/polygon.ts'
import type { Restriction } from '#core/records/restriction.ts'
import { isWetSeason, restrictionsActing } from '../reach/conditions.ts'
import { type AccessFacts, accessRouter } from './access-facts.ts'
import { byGain, type Gain, gainBetween, isNothing } from './gain.ts'
import { firstOfEach, withoutLifted } from './one-measure.ts'

export type RestrictionCost = {
  /** With those that stand and fall with it, as the lines of a road that a shock denies. */
  readonly restriction: Restriction
  /** What lifting it alone would give. */
  readonly gain: Gain
  /** To every cell with this one lifted. */
  readonly minutesWithout: Float64Array
  /** Of one that costs nothing alone: those with which to lift it would give more than they do. */
  readonly onlyWith: readonly Restriction[]
}

export type RestrictionCosts = {
  /** To every cell as things are; NaN: cannot be reached. */
  readonly minutes: Float64Array
  readonly minutesWithoutAll: Float64Array
  readonly gainOfAll: Gain
  /** Of every acting restriction, the dearest first. */
  readonly costs: readonly RestrictionCost[]
  /** Pairs that were not tried, for there were too many. */
  readonly untriedPairCount: number
}

/** So many pairs are tried; each costs a question to the router. */
const MOST_PAIRS = 60

/**
 * What each restriction that acts at the planning instant costs: each is lifted alone. One that costs
 * nothing so, but would if it were the only one, is tried in pairs, with those nearest to it first.
 */
export function restrictionCosts(facts: AccessFacts): RestrictionCosts {
  const { operation, ground } = facts
  const router = accessRouter(facts)
  const all = restrictionsActing(facts)
  const acting = firstOfEach(all)
  const isWet = isWetSeason(operation)
  const lifting = (...lifted: readonly Restriction[]) =>
    router.minutesUnder({ acting: withoutLifted(all, lifted), isWet })
  const counted = {
    peopleCount: ground.peopleCount,
    standardMinutes: operation.responseStandardMinutes,
  }
  const minutes = lifting()
  const minutesWithoutAll = lifting(...acting)
  const alone = acting.map((restriction) => {
    const minutesWithout = lifting(restriction)
    const gain = gainBetween(minutes, minutesWithout, counted)
    return { restriction, minutesWithout, gain }
  })
  const masked = alone.flatMap(({ restriction, gain }) => {
    if (!isNothing(gain)) return []
    const others = acting.filter((each) => each !== restriction)
    const asTheOnlyOne = gainBetween(lifting(...others), minutesWithoutAll, counted)
    return isNothing(asTheOnlyOne) ? [] : [restriction]
  })
  const pairs = pairsWith(masked, acting)
  const onlyWith = new Map<Restriction, Restriction[]>(masked.map((each) => [each, []]))
  for (const [one, other] of pairs.slice(0, MOST_PAIRS)) {
    if (isNothing(gainBetween(lifting(other), lifting(one, other), counted))) continue
    onlyWith.get(one)?.push(other)
    onlyWith.get(other)?.push(one)
  }
  return {
    minutes,
    minutesWithoutAll,
    gainOfAll: gainBetween(minutes, minutesWithoutAll, counted),
    costs: alone
      .map((each) => ({ ...each, onlyWith: onlyWith.get(each.restriction) ?? [] }))
      .sort((a, b) => byGain(a.gain, b.gain) || (a.restriction.id < b.restriction.id ? -1 : 1)),
    untriedPairCount: Math.max(0, pairs.length - MOST_PAIRS),
  }
}

/** Each of some with each of all, once, the nearest first. */
function pairsWith(some: readonly Restriction[], all: readonly Restriction[]) {
  return some
    .flatMap((one, at) =>
      all
        .filter((other) => other !== one && !some.slice(0, at).includes(other))
        .map((other) => ({ pair: [one, other] as const, metres: metresApart(one, other) })),
    )
    .sort((a, b) => a.metres - b.metres)
    .map(({ pair }) => pair)
}

/** Between the boxes of two restrictions; 0 where these meet. */
function metresApart(a: Restriction, b: Restriction): number {
  const [west, south, east, north] = boxOf(a)
  const [otherWest, otherSouth, otherEast, otherNorth] = boxOf(b)
  const lonGap = Math.max(0, otherWest - east, west - otherEast)
  const latGap = Math.max(0, otherSouth - north, south - otherNorth)
  return metresBetween([west, south], [west + lonGap, south + latGap])
}

function boxOf({ geometry }: Restriction) {
  if (geometry.type === 'area') return extentOf([geometry.polygon])
  return extentOf([[geometry.type === 'segment' ? geometry.line : [geometry.position]]])
}
