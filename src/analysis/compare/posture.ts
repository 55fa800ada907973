import type { LonLat } from '#core/place.ts'
import type { Unit } from '#core/records/unit.ts'
import { epochMinutesOf, isWithin } from '#core/time/instant.ts'
import type { Ground } from '../ground.ts'
import type { SituationInput } from '../situation.ts'

type Facts = Pick<
  SituationInput,
  'operation' | 'bases' | 'units' | 'postings' | 'resourceTypes' | 'ground'
>

/** What stands where for one scenario at the planning instant. */
export type Posture = {
  /** By place id, then by resource type id: how many. */
  readonly countAt: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** Ids of places with at least one unit: moved people, or a unit that has no movable part. */
  readonly heldPlaces: ReadonlySet<string>
}

/**
 * Units valid now, at bases valid now, with the scenario's postings carried out: each takes its
 * count from the base it leaves and puts it at its place. A posting that has ended, or has not
 * begun, is left out. Materials alone do not hold a place.
 */
export function postureOf(facts: Omit<Facts, 'ground'>): Posture {
  const countAt = new Map<string, Map<string, number>>()
  const heldPlaces = new Set<string>()
  const add = (placeId: string, typeId: string, count: number) => {
    const counts = countAt.get(placeId) ?? new Map<string, number>()
    countAt.set(placeId, counts)
    counts.set(typeId, Math.max(0, (counts.get(typeId) ?? 0) + count))
  }
  for (const unit of unitsInPlace(facts)) {
    for (const { typeId, count } of unit.elements) add(unit.baseId, typeId, count)
    if (unit.elements.length === 0) heldPlaces.add(unit.baseId)
  }
  for (const { typeId, count, fromBaseId, placeId } of postingsInForce(facts)) {
    if (fromBaseId !== null) add(fromBaseId, typeId, -count)
    add(placeId, typeId, count)
  }
  const materials = new Set(
    facts.resourceTypes.filter(({ isPersonnel }) => !isPersonnel).map(({ id }) => id),
  )
  for (const [placeId, counts] of countAt) {
    const isHeld = [...counts].some(([typeId, count]) => count > 0 && !materials.has(typeId))
    if (isHeld) heldPlaces.add(placeId)
  }
  return { countAt, heldPlaces }
}

/** The postings in force at the planning instant. */
export function postingsInForce({ operation, postings }: Pick<Facts, 'operation' | 'postings'>) {
  const at = epochMinutesOf(operation.planningAt)
  return postings.filter(({ startsAt, endsAt }) => isWithin(at, startsAt, endsAt))
}

/** Units valid at the planning instant whose base is valid then too. */
export function unitsInPlace({
  operation,
  bases,
  units,
}: Pick<Facts, 'operation' | 'bases' | 'units'>): Unit[] {
  const at = epochMinutesOf(operation.planningAt)
  const isValid = ({ validFrom, validTo }: { validFrom: string | null; validTo: string | null }) =>
    isWithin(at, validFrom, validTo)
  const openBases = new Set(bases.filter(isValid).map(({ id }) => id))
  return units.filter((unit) => isValid(unit) && openBases.has(unit.baseId))
}

/**
 * Where every place lies that holds at least one unit, sorted by id: what response minutes are
 * measured from. A place is a base or a community; one that is neither any more is left out.
 */
export function reachedFrom(facts: Facts): LonLat[] {
  const { bases, ground } = facts
  const positions = new Map<string, LonLat>(bases.map(({ id, position }) => [id, position]))
  const communityOf = communityIndex(ground)
  const found: LonLat[] = []
  for (const placeId of [...postureOf(facts).heldPlaces].sort()) {
    const community = communityOf.get(placeId)
    const position =
      positions.get(placeId) ??
      (community === undefined
        ? null
        : ([
            ground.communityLonDegrees[community]!,
            ground.communityLatDegrees[community]!,
          ] as const))
    if (position) found.push(position)
  }
  return found
}

function communityIndex({ communityIds }: Ground): ReadonlyMap<string, number> {
  return new Map(communityIds.map((id, index) => [id, index]))
}
