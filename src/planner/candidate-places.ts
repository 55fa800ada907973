import type { Ground } from '#analysis/ground.ts'
import { metresBetween } from '#core/geo/distance.ts'
import { cellAt, cellIndex } from '#core/geo/grid.ts'
import type { LonLat } from '#core/place.ts'
import type { Base } from '#core/records/base.ts'
import type { Community } from '#core/records/community.ts'
import type { Operation } from '#core/records/operation.ts'
import { epochMinutesOf, isWithin } from '#core/time/instant.ts'

/** A place that the planner may use, and what it takes to use it. */
export type CandidatePlace = {
  readonly placeId: string
  readonly name: string
  readonly position: LonLat
  /** Cell of the ground's grid; −1 off it. */
  readonly cell: number
  readonly kind: 'base' | 'community'
  readonly capacityUnits: number
  readonly openingCostUsd: number
}

/** Facts that candidate places are chosen from. */
export type CandidateInput = {
  readonly ground: Ground
  readonly operation: Operation
  readonly bases: readonly Base[]
  readonly communities: readonly Community[]
  /** Need per cell, 0–10; NaN counts as the middle of the scale. */
  readonly needScore: Float64Array
  /** Places that decisions name: forced sites and accepted postings. They are always in. */
  readonly requiredPlaceIds: ReadonlySet<string>
  readonly maxCount?: number
}

/** A temporary base in a community holds a reinforced platoon; room for it has to be made. */
const TEMPORARY_BASE = { capacityUnits: 16, openingCostUsd: 25_000 } as const
const APART_METRES = 8_000
const MAX_COUNT = 120

/**
 * Bases valid at the planning instant, places that decisions name, then communities: capitals and
 * towns, then those with most need × people, each at least 8 km from every place taken before.
 *
 * @returns at most `maxCount` (120) places, and more only if more are valid bases or named; by id.
 */
export function candidatePlaces(input: CandidateInput): CandidatePlace[] {
  const { ground, operation, bases, communities, requiredPlaceIds } = input
  const at = epochMinutesOf(operation.planningAt)
  const cells = cellIndex(ground.grid)
  const cellOf = (position: LonLat) => cells.get(cellAt(position, ground.grid.resolution)) ?? -1
  const taken: CandidatePlace[] = bases
    .filter(({ validFrom, validTo }) => isWithin(at, validFrom, validTo))
    .map((base) => ({
      placeId: base.id,
      name: base.name,
      position: base.position,
      cell: cellOf(base.position),
      kind: 'base',
      capacityUnits: base.capacityUnits,
      openingCostUsd: 0,
    }))
  const asPlace = ({ id, name, position }: Community): CandidatePlace => ({
    placeId: id,
    name,
    position,
    cell: cellOf(position),
    kind: 'community',
    ...TEMPORARY_BASE,
  })
  for (const community of communities) {
    if (requiredPlaceIds.has(community.id)) taken.push(asPlace(community))
  }
  for (const community of byClaim(input)) {
    if (taken.length >= (input.maxCount ?? MAX_COUNT)) break
    const place = asPlace(community)
    if (place.cell < 0 || requiredPlaceIds.has(community.id)) continue
    const isApart = taken.every(
      (other) => metresBetween(other.position, place.position) >= APART_METRES,
    )
    if (isApart) taken.push(place)
  }
  return taken.sort((a, b) => (a.placeId < b.placeId ? -1 : 1))
}

/** Communities by class, villages last, and within a class by need × people. */
function byClaim({ ground, communities, needScore }: CandidateInput): Community[] {
  const index = new Map(ground.communityIds.map((id, i) => [id, i]))
  const claims = new Map(
    communities.map((community) => {
      const i = index.get(community.id)
      const cell = i === undefined ? -1 : ground.communityCell[i]!
      const score = cell < 0 ? Number.NaN : needScore[cell]!
      const people = i === undefined ? 0 : ground.communityPeopleCount[i]!
      return [community.id, people * (Number.isNaN(score) ? 5 : score)]
    }),
  )
  const rank = ({ class: kind }: Community) => (kind === 'village' ? 1 : 0)
  return [...communities].sort(
    (a, b) => rank(a) - rank(b) || claims.get(b.id)! - claims.get(a.id)! || (a.id < b.id ? -1 : 1),
  )
}
