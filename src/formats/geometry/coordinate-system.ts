import proj4 from 'proj4'
import type { ToDegrees } from './read-geometry.ts'

/** How to get degrees: `null` if the numbers are WGS 84 degrees already; "unknown" if nobody can say. */
export type CoordinateSystem = ToDegrees | null | 'unknown'

/** The system of a name such as `EPSG:32629`, `urn:ogc:def:crs:EPSG::32629` or `CRS84`. */
export function systemOfName(name: string): CoordinateSystem {
  if (/CRS:?84$/i.test(name)) return null
  const code = Number(/EPSG(?:::?|\/0\/|:[\d.]*:)(\d{4,6})$/i.exec(name)?.[1])
  if (code === 4326) return null
  const definition = definitionOf(code)
  return definition === null ? 'unknown' : transformOf(definition)
}

/** The system of the well-known text in a .prj. */
export function systemOfText(text: string): CoordinateSystem {
  const isGeographic = /^\s*GEOG(CS|CRS)\[/i.test(text)
  if (isGeographic && /WGS[ _]?(19)?84/i.test(text)) return null
  return transformOf(text.trim())
}

function definitionOf(code: number): string | null {
  if (code === 3857 || code === 900913) return 'EPSG:3857'
  if (code === 4269) return 'EPSG:4269'
  const zone = code % 100
  const isUtm = (code - zone === 32600 || code - zone === 32700) && zone >= 1 && zone <= 60
  if (!isUtm) return null
  return `+proj=utm +zone=${zone} ${code > 32700 ? '+south ' : ''}+datum=WGS84 +units=m +no_defs`
}

function transformOf(definition: string): CoordinateSystem {
  try {
    const { forward } = proj4(definition, 'EPSG:4326')
    return (x, y) => {
      if (!Number.isFinite(x) || !Number.isFinite(y)) return null
      const [lon, lat] = forward([x, y])
      return Number.isFinite(lon) && Number.isFinite(lat) ? [lon!, lat!] : null
    }
  } catch {
    return 'unknown'
  }
}
