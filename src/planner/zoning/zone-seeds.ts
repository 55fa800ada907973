import { troopsAtBase, type ZoneForce } from '#analysis/zones/zone-strength.ts'
import { polygonHolds } from '#core/geo/polygon.ts'
import type { Base } from '#core/records/base.ts'
import type { Unit } from '#core/records/unit.ts'
import type { Zone } from '#core/records/zone.ts'
import { epochMinutesOf, isWithin } from '#core/time/instant.ts'
import type { ZoneWish } from './zone-wish.ts'

/** Bases that a zone begins at: one, or several that stand in one cell. */
export type ZoneSeed = {
  readonly bases: readonly Base[]
  readonly cell: number
  readonly share: number
}

export type ZoneSeeds = {
  readonly seeds: readonly ZoneSeed[]
  /** Plain sentences on what was not taken as it was asked. */
  readonly notes: readonly string[]
}

type SeedFacts = {
  readonly bases: readonly Base[]
  readonly force: ZoneForce
  readonly lockedZones: readonly Zone[]
  /** −1: off the grid. */
  readonly cellAt: (lonDegrees: number, latDegrees: number) => number
  /** The locked zone that has a cell; null: none. */
  readonly lockedAt: (cell: number) => Zone | null
}

/** Bases with units at the planning instant, headquarters apart: what begins a zone unless said otherwise. */
export function basesWithUnits({
  bases,
  units,
  planningAt,
}: {
  readonly bases: readonly Base[]
  readonly units: readonly Unit[]
  readonly planningAt: string
}): Base[] {
  const at = epochMinutesOf(planningAt)
  const isThere = ({ validFrom, validTo }: Pick<Base, 'validFrom' | 'validTo'>) =>
    isWithin(at, validFrom, validTo)
  const used = new Set(units.filter(isThere).map(({ baseId }) => baseId))
  return bases.filter((base) => base.kind !== 'headquarters' && isThere(base) && used.has(base.id))
}

/** Where zones begin and what each is meant to carry: work of patrols by who can do it, at any wish. */
export function zoneSeeds(
  facts: SeedFacts,
  { baseIds, shareBy, measureId }: Pick<ZoneWish, 'baseIds' | 'shareBy' | 'measureId'>,
): ZoneSeeds {
  const notes: string[] = []
  const byCell = new Map<number, Base[]>()
  const chosen = facts.bases.filter(({ id }) => baseIds.includes(id))
  for (const base of [...chosen].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const [lon, lat] = base.position
    const cell = facts.cellAt(lon, lat)
    const locked =
      facts.lockedZones.find(({ outline }) => polygonHolds(outline, lon, lat)) ??
      (cell >= 0 ? facts.lockedAt(cell) : null)
    if (locked)
      notes.push(`${base.name} stands in ${locked.name}, which is locked; it gets no zone.`)
    else if (cell < 0) notes.push(`${base.name} stands outside the theatre; it gets no zone.`)
    else byCell.set(cell, [...(byCell.get(cell) ?? []), base])
  }
  for (const bases of byCell.values()) {
    if (bases.length === 1) continue
    const names = bases.map(({ name }) => name).join(' and ')
    notes.push(`${names} stand in one cell and share a zone.`)
  }
  const isEqual = shareBy === 'equal' && measureId !== 'workload'
  const shareOf = isEqual ? () => 1 : strengthShares(facts, [...byCell.values()].flat(), notes)
  return {
    seeds: [...byCell].map(([cell, bases]) => ({
      bases,
      cell,
      share: bases.reduce((sum, base) => sum + shareOf(base), 0),
    })),
    notes,
  }
}

/** Troops at each base; where nobody's strength is known, the mean of the others. */
function strengthShares(
  { force }: SeedFacts,
  bases: readonly Base[],
  notes: string[],
): (base: Base) => number {
  const strength = new Map(bases.map(({ id }) => [id, troopsAtBase(force, id)]))
  const isKnown = ({ id }: Base) => strength.get(id)! > 0
  const known = bases.filter(isKnown)
  const total = known.reduce((sum, { id }) => sum + strength.get(id)!, 0)
  const mean = known.length > 0 ? total / known.length : 1
  const unknown = bases.filter((base) => !isKnown(base)).map(({ name }) => name)
  if (unknown.length > 0) {
    const each = unknown.length === 1 ? 'it counts' : 'each counts'
    notes.push(`No strength is known at ${unknown.join(', ')}; ${each} as the mean of the others.`)
  }
  return ({ id }) => strength.get(id) || mean
}
