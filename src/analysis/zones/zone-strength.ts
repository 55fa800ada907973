import type { LonLat } from '#core/place.ts'
import type { Base } from '#core/records/base.ts'
import type { Operation } from '#core/records/operation.ts'
import type { Posting } from '#core/records/posting.ts'
import type { ResourceType } from '#core/records/resource-type.ts'
import type { Unit } from '#core/records/unit.ts'
import type { Zone } from '#core/records/zone.ts'
import { epochMinutesOf, isWithin } from '#core/time/instant.ts'
import type { Ground } from '../ground.ts'
import { PERIOD_DAYS, TROOPS_PER_PATROL } from './patrol-rhythm.ts'

/** Who is where in one scenario, under its shocks. */
export type ForceFacts = {
  readonly operation: Pick<Operation, 'planningAt'>
  readonly bases: readonly Base[]
  readonly units: readonly Unit[]
  readonly postings: readonly Posting[]
  readonly resourceTypes: readonly ResourceType[]
}

/** The same, at the planning instant and with positions. */
export type ZoneForce = {
  readonly bases: readonly Base[]
  readonly units: readonly (Unit & { readonly position: LonLat | null })[]
  /** People that leave one place for another; a position is null where it is not in the theatre. */
  readonly moves: readonly {
    readonly troopCount: number
    readonly from: LonLat | null
    readonly to: LonLat | null
    readonly fromBaseId: string | null
    readonly placeId: string
  }[]
}

/** What can be put out for a zone. */
export type ZoneStrength = {
  /** NaN: nobody answers for it whose strength is known. */
  readonly troopCount: number
  /** Patrols that they can put out in the period; NaN as well. */
  readonly patrolDays: number
  /** By the zone's own list of units, or by the bases within it. */
  readonly by: 'units' | 'bases'
  readonly unitCount: number
  /** Of these, left out because nobody knows their strength. */
  readonly unknownUnitCount: number
}

/** Bases, units and postings in force; made once for all zones. */
export function zoneForceOf(facts: ForceFacts, ground: Ground): ZoneForce {
  const at = epochMinutesOf(facts.operation.planningAt)
  const isNow = (row: { readonly validFrom: string | null; readonly validTo: string | null }) =>
    isWithin(at, row.validFrom, row.validTo)
  const bases = facts.bases.filter(isNow)
  const positionOfBase = new Map(bases.map(({ id, position }) => [id, position]))
  const communityOf = new Map(ground.communityIds.map((id, i) => [id, i]))
  const positionOf = (placeId: string | null): LonLat | null => {
    const base = positionOfBase.get(placeId ?? '')
    const community = communityOf.get(placeId ?? '')
    if (base || community === undefined) return base ?? null
    return [ground.communityLonDegrees[community]!, ground.communityLatDegrees[community]!]
  }
  const strengthOf = new Map(
    facts.resourceTypes.map((type) => [type.id, type.isPersonnel ? type.strengthCount : 0]),
  )
  return {
    bases,
    units: facts.units
      .filter(isNow)
      .map((unit) => ({ ...unit, position: positionOfBase.get(unit.baseId) ?? null })),
    moves: facts.postings
      .filter(({ startsAt, endsAt }) => isWithin(at, startsAt, endsAt))
      .map(({ typeId, count, fromBaseId, placeId }) => ({
        troopCount: count * (strengthOf.get(typeId) ?? 0),
        from: positionOf(fromBaseId),
        to: positionOf(placeId),
        fromBaseId,
        placeId,
      }))
      .filter(({ troopCount }) => troopCount > 0),
  }
}

/** Troops at a base at the planning instant, postings counted; NaN: nobody whose strength is known. */
export function troopsAtBase({ units, moves }: ZoneForce, baseId: string): number {
  const known = units.flatMap((unit) =>
    unit.baseId === baseId && unit.strengthCount !== null ? [unit.strengthCount] : [],
  )
  const come = moves.filter(({ placeId }) => placeId === baseId)
  const gone = moves.filter(({ fromBaseId }) => fromBaseId === baseId)
  const sum = (list: typeof moves) => list.reduce((total, move) => total + move.troopCount, 0)
  const left = Math.max(0, known.reduce((total, troops) => total + troops, 0) - sum(gone))
  const troopCount = left + sum(come)
  return troopCount > 0 ? troopCount : Number.NaN
}

/**
 * The troops that answer for a zone, and the patrols that they can put out. Those of the units that
 * it names, else of all whose base lies within it; postings of the course of action bring and take
 * people. All troops count, as they do in the figure that `TROOPS_PER_PATROL` is from.
 */
export function zoneStrength(
  { units, moves }: ZoneForce,
  zone: Pick<Zone, 'unitIds'>,
  holds: (lonDegrees: number, latDegrees: number) => boolean,
): ZoneStrength {
  const named = new Set(zone.unitIds)
  const isIn = (position: LonLat | null) => position !== null && holds(...position)
  const own = units.filter((unit) => (named.size > 0 ? named.has(unit.id) : isIn(unit.position)))
  const known = own.filter(({ strengthCount }) => strengthCount !== null)
  let troops = known.reduce((sum, { strengthCount }) => sum + (strengthCount ?? 0), 0)
  let comeCount = 0
  const ownBases = new Set(named.size > 0 ? own.map(({ baseId }) => baseId) : [])
  for (const { troopCount, from, to, fromBaseId } of moves) {
    if (isIn(to) && !ownBases.has(fromBaseId ?? '')) comeCount += troopCount
    if (named.size === 0 && isIn(from)) troops -= troopCount
  }
  troops = Math.max(0, troops) + comeCount
  const isKnown = known.length > 0 || comeCount > 0
  const troopCount = isKnown && troops > 0 ? troops : Number.NaN
  return {
    troopCount,
    patrolDays: (PERIOD_DAYS * troopCount) / TROOPS_PER_PATROL,
    by: named.size > 0 ? 'units' : 'bases',
    unitCount: own.length,
    unknownUnitCount: own.length - known.length,
  }
}
