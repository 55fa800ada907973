import { getPosition } from 'suncalc'
import type { LonLat } from '#core/place.ts'
import type { Base } from '#core/records/base.ts'
import type { Operation } from '#core/records/operation.ts'
import type { Restriction } from '#core/records/restriction.ts'
import type { Shock } from '#core/records/shock.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import { isInForce, monthAt, type SeasonClock } from '../cells/in-force.ts'

/** The settings and restrictions that decide what holds at the planning instant. */
export type RestrictionFacts = {
  readonly operation: Pick<Operation, 'planningAt'> & SeasonClock
  readonly restrictions: readonly Restriction[]
}

/** Whether wet-season speeds hold at the planning instant, by the local month unless a season is chosen. */
export function isWetSeason({
  season,
  wetMonths,
  planningAt,
  utcOffsetMinutes,
}: Pick<Operation, 'planningAt'> & SeasonClock): boolean {
  if (season !== 'byMonth') return season === 'wet'
  return wetMonths.includes(monthAt(epochMinutesOf(planningAt) + utcOffsetMinutes))
}

/**
 * Whether a restriction acts on somebody who sets out at the planning instant: in force, and, where it
 * holds by night alone, after dark. Lists, maps and answers all ask here.
 */
export function isActing(
  restriction: Restriction,
  operation: RestrictionFacts['operation'],
): boolean {
  const at = epochMinutesOf(operation.planningAt)
  return isInForce(restriction, at, operation) && !isSparedByDay(restriction, at)
}

/** Whether it holds by night alone, and the sun is up where it lies. */
export function isSparedByDay({ effect, geometry }: Restriction, epochMinutes: number): boolean {
  return effect.type === 'dayOnly' && !isDark(epochMinutes, placeIn(geometry))
}

/** The restrictions that act; see `isActing`. */
export function restrictionsActing({ operation, restrictions }: RestrictionFacts): Restriction[] {
  return restrictions.filter((restriction) => isActing(restriction, operation))
}

/** When one that holds by the hour or by night, and acts now, last began to; null: it holds all day. */
export function beganByTheHour(
  { hours, effect, geometry }: Pick<Restriction, 'hours' | 'effect' | 'geometry'>,
  { planningAt, utcOffsetMinutes }: Pick<Operation, 'planningAt' | 'utcOffsetMinutes'>,
): number | null {
  const now = epochMinutesOf(planningAt)
  if (effect.type === 'dayOnly') return nightfall(now, placeIn(geometry))
  if (hours === null || hours.fromMinute === hours.toMinute) return null
  const past = now + utcOffsetMinutes - hours.fromMinute
  return now - (((past % MINUTES_PER_DAY) + MINUTES_PER_DAY) % MINUTES_PER_DAY)
}

const MINUTES_PER_DAY = 1440

/** The minute from which it has been dark at a place; null: it has been so for over a day. */
function nightfall(epochMinutes: number, place: LonLat): number | null {
  for (let back = 0; back < MINUTES_PER_DAY; back++) {
    if (!isDark(epochMinutes - back, place)) return epochMinutes - back + 1
  }
  return null
}

/** Where `suncalc` sees the middle of the sun at sunset: its upper limb on the horizon. */
const SUNSET_DEGREES = -0.349

/** Whether the sun is down at a place. */
export function isDark(epochMinutes: number, [lon, lat]: LonLat): boolean {
  return getPosition(new Date(epochMinutes * 60_000), lat, lon).altitude < SUNSET_DEGREES
}

function placeIn(geometry: Restriction['geometry']): LonLat {
  if (geometry.type === 'point') return geometry.position
  return geometry.type === 'segment' ? geometry.line[0]! : geometry.polygon[0]![0]!
}

/** What shocks change: the season, which restrictions there are, which bases stand. */
export type Movement = {
  readonly operation: Operation
  readonly bases: readonly Base[]
  readonly restrictions: readonly Restriction[]
}

/** The season under shocks: the wet one if any of them brings it. */
export function seasonUnder(
  { season }: Pick<Operation, 'season'>,
  shocks: readonly Pick<Shock, 'season'>[],
): Operation['season'] {
  const brought = shocks.map((shock) => shock.season)
  return brought.includes('wet') ? 'wet' : brought.includes('dry') ? 'dry' : season
}

/**
 * What holds under shocks: the wet season if any of them brings it, the restrictions of fact and
 * theirs, and lost bases closed from the planning instant on. Without a shock, the facts.
 */
export function underShocks(
  { operation, bases, restrictions }: Movement,
  shocks: readonly Shock[],
): Movement {
  const ids = new Set<string | null>([null, ...shocks.map(({ id }) => id)])
  const lost = new Set(shocks.flatMap(({ lostBaseIds }) => lostBaseIds))
  const validTo = operation.planningAt
  return {
    operation: { ...operation, season: seasonUnder(operation, shocks) },
    bases: bases.map((base) => (lost.has(base.id) ? { ...base, validTo } : base)),
    restrictions: restrictions.filter(({ shockId }) => ids.has(shockId)),
  }
}
