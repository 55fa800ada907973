import type { LonLat } from '../place.ts'
import { mgrs } from './mgrs.ts'
import { fromUtm, toUtm } from './utm.ts'

/**
 * MGRS of a position: `29N LH 2040 8410` for `digits` 4 (10 m). Null beyond 84° N or 80° S, where
 * the grid ends.
 *
 * @param digits per axis: 5 is 1 m, 4 is 10 m, 3 is 100 m.
 */
export function gridReference([lon, lat]: LonLat, digits: 1 | 2 | 3 | 4 | 5 = 4): string | null {
  if (lat > 84 || lat < -80) return null
  const packed = mgrs.forward([lon, lat], digits).padStart(5 + 2 * digits, '0')
  const zone = packed.slice(0, 3)
  const square = packed.slice(3, 5)
  return `${zone} ${square} ${packed.slice(5, 5 + digits)} ${packed.slice(5 + digits)}`
}

/** MGRS with as many figures as were typed: a square of 100 m has three each way; degrees get 10 m. */
export function gridReferenceAs(position: LonLat, precisionMetres: number | null): string | null {
  if (precisionMetres === null) return gridReference(position)
  const figures = Math.round(5 - Math.log10(precisionMetres))
  if (figures < 1) return gridReference(position, 1)?.slice(0, 6) ?? null
  return gridReference(position, Math.min(5, figures) as 1 | 2 | 3 | 4 | 5)
}

/** The square of the grid about its centre, closed: what a grid reference of few figures means. */
export function gridSquare(centre: LonLat, sideMetres: number): readonly LonLat[] {
  const utm = toUtm(centre, Number(gridReference(centre, 1)?.slice(0, 2) ?? 0))
  const half = sideMetres / 2
  const corner = (east: number, north: number) =>
    fromUtm({
      ...utm,
      eastingMetres: utm.eastingMetres + east * half,
      northingMetres: utm.northingMetres + north * half,
    })
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1), corner(-1, -1)]
}
