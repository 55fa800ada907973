import { countiesAmong } from '#core/county-level.ts'
import type { LonLat } from '#core/place.ts'
import type { Area } from '#core/records/area.ts'
import { bandedHolds, bandedOutline } from './banded-outline.ts'

/** Finds the county, by id, that a position lies in; null: in none. */
export function countyHolding(
  areas: ReadonlyMap<string, Area>,
): (position: LonLat) => string | null {
  const counties = countiesAmong(areas.values()).map(({ id, outline }) => ({
    id,
    outline: bandedOutline(outline),
  }))
  return (position) => counties.find(({ outline }) => bandedHolds(outline, position))?.id ?? null
}
