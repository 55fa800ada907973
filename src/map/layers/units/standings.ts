import { postingsInForce, postureOf, unitsInPlace } from '#analysis/compare/posture.ts'
import type { Tables } from '#core/document.ts'
import type { LonLat } from '#core/place.ts'
import type { Base } from '#core/records/base.ts'
import type { ResourceType } from '#core/records/resource-type.ts'
import type { Unit } from '#core/records/unit.ts'
import { epochMinutesOf, isWithin } from '#core/time/instant.ts'
import { echelonRank, sidcOfUnit } from '../../symbols/sidc.ts'

/** Who stands at one place in a scenario, at the planning instant. */
export type Standing = {
  readonly placeId: string
  readonly name: string
  readonly position: LonLat
  /** Null: a community, where only posted people stand. */
  readonly base: Base | null
  /** Formed units whose base it is; none where postings took all of them away. */
  readonly units: readonly Unit[]
  /** What the scenario's postings brought, by type. */
  readonly posted: readonly { readonly type: ResourceType; readonly count: number }[]
  /** All that stands there, moved in and out, by type. */
  readonly elements: readonly { readonly type: ResourceType; readonly count: number }[]
  /** App-6 code of the most telling of them; null: nobody stands there. */
  readonly sidc: string | null
  /** Units, and groups of posted people. */
  readonly groupCount: number
}

/** What standings follow from. */
export type StandingFacts = Pick<
  Tables,
  'operation' | 'bases' | 'communities' | 'units' | 'postings' | 'resourceTypes'
> & { readonly scenarioId: string }

/** Every base valid at the planning instant, and every place to which the scenario posts people; the bases first. */
export function standingsOf({ scenarioId, ...tables }: StandingFacts): Standing[] {
  const operation = tables.operation.get('operation')
  if (!operation) return []
  const at = epochMinutesOf(operation.planningAt)
  const bases = [...tables.bases.values()].filter(({ validFrom, validTo }) =>
    isWithin(at, validFrom, validTo),
  )
  const facts = {
    operation,
    bases: [...tables.bases.values()],
    units: [...tables.units.values()],
    postings: [...tables.postings.values()].filter((row) => row.scenarioId === scenarioId),
    resourceTypes: [...tables.resourceTypes.values()],
  }
  const { countAt, heldPlaces } = postureOf(facts)
  const units = unitsInPlace(facts)
  const arrivals = postingsInForce(facts)
  const typed = (counts: ReadonlyMap<string, number>) =>
    facts.resourceTypes.flatMap((type) => {
      const count = counts.get(type.id) ?? 0
      return count > 0 ? [{ type, count }] : []
    })
  const materials = new Set(
    facts.resourceTypes.flatMap(({ id, isPersonnel }) => (isPersonnel ? [] : [id])),
  )
  const departures = (baseId: string) =>
    total(arrivals.filter((row) => row.fromBaseId === baseId && !materials.has(row.typeId)))
  const remaining = (own: readonly Unit[], leavingCount: number) => {
    const people = own.flatMap(({ elements }) =>
      elements.filter(({ typeId }) => !materials.has(typeId)),
    )
    return leavingCount > 0 && leavingCount >= total(people)
      ? own.filter(({ elements }) => elements.length === 0)
      : own
  }
  const standingAt = (place: Pick<Standing, 'placeId' | 'name' | 'position' | 'base'>) => {
    const isHeld = heldPlaces.has(place.placeId)
    const own = units.filter(({ baseId }) => baseId === place.placeId)
    const here = isHeld ? remaining(own, departures(place.placeId)) : []
    const brought = new Map<string, number>()
    for (const { typeId, count, placeId } of arrivals) {
      if (placeId === place.placeId) brought.set(typeId, (brought.get(typeId) ?? 0) + count)
    }
    const posted = typed(brought)
    const people = posted.filter(({ type }) => type.isPersonnel)
    return {
      ...place,
      units: here,
      posted,
      elements: typed(countAt.get(place.placeId) ?? new Map()),
      sidc: isHeld ? mostTelling(here, people) : null,
      groupCount: isHeld ? here.length + people.length : 0,
    }
  }
  const known = new Set(bases.map(({ id }) => id))
  const outposts = [...new Set(arrivals.map(({ placeId }) => placeId))].flatMap((placeId) => {
    const community = tables.communities.get(placeId)
    if (known.has(placeId) || !community) return []
    return [{ placeId, name: community.name, position: community.position, base: null }]
  })
  return [
    ...bases.map((base) => ({
      placeId: base.id,
      name: base.name,
      position: base.position,
      base,
    })),
    ...outposts,
  ].map(standingAt)
}

/** The highest echelon; among equals a headquarters, then a line unit, then the first. */
function mostTelling(units: readonly Unit[], posted: Standing['posted']): string | null {
  const [first] = [...units].sort(
    (a, b) => echelonRank(b.echelon) - echelonRank(a.echelon) || importance(b) - importance(a),
  )
  if (first) return sidcOfUnit(first)
  return posted[0]?.type.sidc ?? null
}

function importance({ kind, role }: Unit): number {
  if (kind === 'headquarters') return 2
  return role === 'support' ? 0 : 1
}

function total(rows: readonly { readonly count: number }[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0)
}
