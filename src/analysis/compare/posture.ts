import type { LonLat } from '#core/place.ts'
import type { Posting } from '#core/records/posting.ts'
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
  /** The postings in force, each with the count that it could move; those that move nothing are left out. */
  readonly moved: readonly Posting[]
  /** Units that postings take from bases that do not have them: they are moved nowhere. */
  readonly missingCount: number
}

/**
 * Units valid now, with the scenario's postings carried out: each takes its count from the base it
 * leaves, as far as that base has it, and puts it at its place. A posting that has ended, or has not
 * begun, is left out. What stands at a base that is not valid now counts nowhere, but may be posted
 * away from it. Materials alone do not hold a place.
 */
export function postureOf(facts: Omit<Facts, 'ground'>): Posture {
  const at = epochMinutesOf(facts.operation.planningAt)
  const countAt = new Map<string, Map<string, number>>()
  const countsOf = (placeId: string) => {
    const counts = countAt.get(placeId) ?? new Map<string, number>()
    countAt.set(placeId, counts)
    return counts
  }
  const add = (placeId: string, typeId: string, count: number) => {
    const counts = countsOf(placeId)
    counts.set(typeId, (counts.get(typeId) ?? 0) + count)
  }
  for (const unit of facts.units) {
    if (!isValidAt(unit, at)) continue
    for (const { typeId, count } of unit.elements) add(unit.baseId, typeId, count)
  }
  const { moved, missingCount } = carryOut(postingsInForce(facts), countsOf)
  for (const base of facts.bases) if (!isValidAt(base, at)) countAt.delete(base.id)
  const heldPlaces = new Set(
    unitsInPlace(facts).flatMap(({ baseId, elements }) => (elements.length === 0 ? [baseId] : [])),
  )
  const materials = new Set(
    facts.resourceTypes.filter(({ isPersonnel }) => !isPersonnel).map(({ id }) => id),
  )
  for (const [placeId, counts] of countAt) {
    const isHeld = [...counts].some(([typeId, count]) => count > 0 && !materials.has(typeId))
    if (isHeld) heldPlaces.add(placeId)
  }
  return { countAt, heldPlaces, moved, missingCount }
}

/**
 * Moves what postings take, those first whose base has all of it: one may take from a base what
 * another brings there.
 *
 * @returns postings as they were carried out, in their own order, and how many units they name that no
 *   base has.
 */
function carryOut(
  postings: readonly Posting[],
  countsOf: (placeId: string) => Map<string, number>,
): Pick<Posture, 'moved' | 'missingCount'> {
  let missingCount = 0
  const countOf = new Map<Posting, number>()
  const there = ({ fromBaseId, typeId }: Posting) =>
    fromBaseId === null ? Infinity : (countsOf(fromBaseId).get(typeId) ?? 0)
  const move = (posting: Posting) => {
    const { typeId, fromBaseId, placeId } = posting
    const count = Math.min(posting.count, there(posting))
    missingCount += posting.count - count
    countOf.set(posting, count)
    if (fromBaseId !== null) countsOf(fromBaseId).set(typeId, there(posting) - count)
    countsOf(placeId).set(typeId, (countsOf(placeId).get(typeId) ?? 0) + count)
  }
  let waiting = postings
  for (;;) {
    const short: Posting[] = []
    for (const posting of waiting) {
      if (there(posting) >= posting.count) move(posting)
      else short.push(posting)
    }
    if (short.length === waiting.length) break
    waiting = short
  }
  for (const posting of waiting) move(posting)
  const moved = postings
    .map((posting) => ({ ...posting, count: countOf.get(posting) ?? 0 }))
    .filter(({ count }) => count > 0)
  return { moved, missingCount }
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
  const openBases = new Set(bases.filter((base) => isValidAt(base, at)).map(({ id }) => id))
  return units.filter((unit) => isValidAt(unit, at) && openBases.has(unit.baseId))
}

/** Whether a unit waits to be sent: a plan leaves it where it is. */
export function isInReserve({ kind, role }: Pick<Unit, 'kind' | 'role'>): boolean {
  return role === 'reserve' || role === 'qrf' || kind === 'reserve'
}

type Valid = { readonly validFrom: string | null; readonly validTo: string | null }

function isValidAt({ validFrom, validTo }: Valid, atEpochMinutes: number): boolean {
  return isWithin(atEpochMinutes, validFrom, validTo)
}

/** A place that units stand at: a base or a community. */
export type HeldPlace = { readonly id: string; readonly name: string; readonly position: LonLat }

/**
 * Every place that holds at least one unit, sorted by id. One that is neither a base nor a community
 * any more is left out.
 */
export function heldPlacesOf(facts: Facts): HeldPlace[] {
  const { ground } = facts
  const baseOf = new Map(facts.bases.map((base) => [base.id, base]))
  const communityOf = communityIndex(ground)
  return [...postureOf(facts).heldPlaces].sort().flatMap((id): HeldPlace[] => {
    const base = baseOf.get(id)
    if (base) return [{ id, name: base.name, position: base.position }]
    const community = communityOf.get(id)
    if (community === undefined) return []
    const { communityNames, communityLonDegrees, communityLatDegrees } = ground
    const position = [communityLonDegrees[community]!, communityLatDegrees[community]!] as const
    return [{ id, name: communityNames[community]!, position }]
  })
}

/** Units of one type at one place. */
export type PostedTeams = HeldPlace & {
  readonly typeId: string
  readonly typeName: string
  readonly count: number
}

/** All people that stand somewhere, by type and place; materials are left out. */
export function postedTeamsOf(facts: Facts): PostedTeams[] {
  const { countAt } = postureOf(facts)
  return heldPlacesOf(facts).flatMap((place) =>
    facts.resourceTypes.flatMap(({ id, name, isPersonnel }) => {
      const count = countAt.get(place.id)?.get(id) ?? 0
      return isPersonnel && count > 0 ? [{ ...place, typeId: id, typeName: name, count }] : []
    }),
  )
}

/** Medical units at their bases, each under its own name, sorted by id. */
export function medicalUnitsOf(facts: Facts): HeldPlace[] {
  const baseOf = new Map(facts.bases.map((base) => [base.id, base]))
  return unitsInPlace(facts)
    .flatMap(({ id, name, kind, baseId }) => {
      const base = kind === 'medical' ? baseOf.get(baseId) : undefined
      return base ? [{ id, name, position: base.position }] : []
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Where the held places lie: what response minutes are measured from. */
export function reachedFrom(facts: Facts): LonLat[] {
  return heldPlacesOf(facts).map(({ position }) => position)
}

function communityIndex({ communityIds }: Ground): ReadonlyMap<string, number> {
  return new Map(communityIds.map((id, index) => [id, index]))
}
