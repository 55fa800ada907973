import { getPosition } from 'suncalc'
import type { LonLat } from '#core/place.ts'
import type { Base } from '#core/records/base.ts'
import type { Operation } from '#core/records/operation.ts'
import type { Restriction } from '#core/records/restriction.ts'
import type { Shock } from '#core/records/shock.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import { isInForce } from '../cells/in-force.ts'

/** The settings and restrictions that decide what holds at the planning instant. */
export type RestrictionFacts = {
  readonly operation: Pick<Operation, 'planningAt' | 'utcOffsetMinutes'>
  readonly restrictions: readonly Restriction[]
}

/** Whether wet-season speeds hold at the planning instant. */
export function isWetSeason({
  season,
  wetMonths,
  planningAt,
}: Pick<Operation, 'season' | 'wetMonths' | 'planningAt'>): boolean {
  if (season !== 'byMonth') return season === 'wet'
  return wetMonths.includes(new Date(planningAt).getUTCMonth() + 1)
}

/**
 * Whether a restriction acts on somebody who sets out at the planning instant: in force, and, where it
 * holds by night alone, after dark. Lists, maps and answers all ask here.
 */
export function isActing(
  restriction: Restriction,
  { planningAt, utcOffsetMinutes }: RestrictionFacts['operation'],
): boolean {
  const at = epochMinutesOf(planningAt)
  return isInForce(restriction, at, utcOffsetMinutes) && !isSparedByDay(restriction, at)
}

/** Whether it holds by night alone, and the sun is up where it lies. */
export function isSparedByDay({ effect, geometry }: Restriction, epochMinutes: number): boolean {
  return effect.type === 'dayOnly' && !isDark(epochMinutes, placeIn(geometry))
}

/** The restrictions that act; see `isActing`. */
export function restrictionsActing({ operation, restrictions }: RestrictionFacts): Restriction[] {
  return restrictions.filter((restriction) => isActing(restriction, operation))
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

/**
 * What holds under shocks: the wet season if any of them brings it, the restrictions of fact and
 * theirs, and lost bases closed from the planning instant on. Without a shock, the facts.
 */
export function underShocks(
  { operation, bases, restrictions }: Movement,
  shocks: readonly Shock[],
): Movement {
  const ids = new Set<string | null>([null, ...shocks.map(({ id }) => id)])
  const seasons = shocks.map(({ season }) => season)
  const season = seasons.includes('wet') ? 'wet' : seasons.includes('dry') ? 'dry' : null
  const lost = new Set(shocks.flatMap(({ lostBaseIds }) => lostBaseIds))
  const validTo = operation.planningAt
  return {
    operation: season ? { ...operation, season } : operation,
    bases: bases.map((base) => (lost.has(base.id) ? { ...base, validTo } : base)),
    restrictions: restrictions.filter(({ shockId }) => ids.has(shockId)),
  }
}
