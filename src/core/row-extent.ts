import type { OperationDocument } from './document.ts'
import { METRES_PER_DEGREE } from './geo/distance.ts'
import type { ExtentDegrees } from './geo/extent.ts'
import { extentOfPositions } from './geo/extent.ts'
import { extentOf } from './geo/polygon.ts'
import type { LonLat } from './place.ts'
import type { ControlMeasure } from './records/control-measure.ts'
import type { Restriction } from './records/restriction.ts'

/** West, south, east, north of where a row lies; null: there is no such row, or it has no place. */
export function rowExtent(
  document: OperationDocument,
  table: string,
  id: string,
): ExtentDegrees | null {
  const { tables } = document
  switch (table) {
    case 'communities':
    case 'bases':
      return placeExtent(document, id)
    case 'projects':
      return around(tables.projects.get(id)?.position)
    case 'facilities':
      return around(tables.facilities.get(id)?.position)
    case 'units':
      return placeExtent(document, tables.units.get(id)?.baseId)
    case 'postings':
      return placeExtent(document, tables.postings.get(id)?.placeId)
    case 'sites':
      return placeExtent(document, tables.sites.get(id)?.placeId)
    case 'areas': {
      const outline = tables.areas.get(id)?.outline
      return outline ? extentOf(outline) : null
    }
    case 'zones': {
      const outline = tables.zones.get(id)?.outline
      return outline ? extentOf([outline]) : null
    }
    case 'restrictions':
      return restrictionExtent(tables.restrictions.get(id)?.geometry)
    case 'controlMeasures':
      return measureExtent(tables.controlMeasures.get(id)?.geometry)
    default:
      return null
  }
}

function placeExtent({ tables }: OperationDocument, placeId: string | undefined) {
  return around(
    (tables.bases.get(placeId ?? '') ?? tables.communities.get(placeId ?? ''))?.position,
  )
}

function restrictionExtent(geometry: Restriction['geometry'] | undefined): ExtentDegrees | null {
  if (!geometry) return null
  if (geometry.type === 'area') return extentOf([geometry.polygon])
  if (geometry.type === 'segment') return extentOfPositions(geometry.line)
  return around(geometry.position, geometry.radiusMetres)
}

function measureExtent(geometry: ControlMeasure['geometry'] | undefined): ExtentDegrees | null {
  if (!geometry) return null
  return geometry.type === 'line'
    ? extentOfPositions(geometry.line)
    : around(geometry.centre, Math.max(...geometry.radiiMetres))
}

/** A square about a position that holds a circle of a radius. */
export function around(position: LonLat | undefined, radiusMetres = 0): ExtentDegrees | null {
  if (!position) return null
  const [lon, lat] = position
  const high = radiusMetres / METRES_PER_DEGREE
  const wide = high / Math.max(0.05, Math.cos((lat * Math.PI) / 180))
  return [lon - wide, lat - high, lon + wide, lat + high]
}
