import type { LonLat } from '../place.ts'

/** Whether two positions are the same to the last bit; no tolerance. */
export function isSamePosition(a: LonLat, b: LonLat | undefined): boolean {
  return b !== undefined && a[0] === b[0] && a[1] === b[1]
}

/** Equal for the same position, and for no other. */
export function positionKey([lon, lat]: LonLat): string {
  return `${lon} ${lat}`
}
