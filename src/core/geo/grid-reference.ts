import type { LonLat } from '../place.ts'
import { mgrs } from './mgrs.ts'

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
