import type { OperationDocument } from './document.ts'
import { extentOf, polygonHolds } from './geo/polygon.ts'
import type { LonLat } from './place.ts'
import type { Area } from './records/area.ts'

type Areas = OperationDocument['tables']['areas']

/** The names of the areas that an area lies in, itself included, from the largest down. */
export function areaPath(areas: Areas, areaId: string | null): readonly string[] {
  const names: string[] = []
  let area = areas.get(areaId ?? '')
  while (area && names.length < 4) {
    if (area.level > 0) names.unshift(area.name)
    area = areas.get(area.parentId ?? '')
  }
  return names
}

/** The smallest area whose outline holds a position; null: none does. About 20 µs at 150 areas. */
export function areaAt(areas: Areas, [lon, lat]: LonLat): Area | null {
  let found: Area | null = null
  for (const { area, extent } of boxedOf(areas)) {
    const [west, south, east, north] = extent
    const isNear = lon >= west && lon <= east && lat >= south && lat <= north
    if (!isNear || (found && found.level >= area.level)) continue
    if (area.outline.some((polygon) => polygonHolds(polygon, lon, lat))) found = area
  }
  return found
}

type Boxed = { readonly area: Area; readonly extent: ReturnType<typeof extentOf> }

const boxed = new WeakMap<Areas, readonly Boxed[]>()

function boxedOf(areas: Areas): readonly Boxed[] {
  const known = boxed.get(areas)
  if (known) return known
  const made = [...areas.values()].map((area) => ({ area, extent: extentOf(area.outline) }))
  boxed.set(areas, made)
  return made
}
