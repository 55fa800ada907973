import type { LonLat } from '../place.ts'

/** What a typed position was understood as, or why it was not. */
export type PositionReading =
  | {
      readonly ok: true
      readonly centre: LonLat
      /** Side of the square that was typed; null for degrees. */
      readonly precisionMetres: number | null
      /** "10 m square", "decimal degrees", "degrees and minutes". */
      readonly precision: string
    }
  | {
      readonly ok: false
      /** A sentence; null: it does not look like a position at all. */
      readonly why: string | null
    }

/** Not a position, and the sentence that says why. */
export function refused(why: string): PositionReading {
  return { ok: false, why }
}

/** What could mean several places: asks which of them was meant. */
export function ambiguous(why: string, ...meant: readonly string[]): PositionReading {
  return refused(`${why} Did you mean ${meant.join(' or ')}?`)
}

/** Degrees as a position, if they lie on the globe. */
export function atDegrees(lat: number, lon: number, precision: string): PositionReading {
  if (Math.abs(lat) > 90 && Math.abs(lon) <= 90) {
    const why = 'Latitude comes first and ends at 90.'
    return ambiguous(why, `${lon}, ${lat}`)
  }
  if (Math.abs(lat) > 90 || Math.abs(lon) > 180) {
    return refused('Latitude ends at 90 and longitude at 180 degrees.')
  }
  return { ok: true, centre: [lon, lat], precisionMetres: null, precision }
}
