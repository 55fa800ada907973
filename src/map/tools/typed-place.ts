import { type OperationDocument, operationOf } from '#core/document.ts'
import { positionAlong } from '#core/geo/bearing.ts'
import { metresBetween } from '#core/geo/distance.ts'
import { readPosition } from '#core/geo/read-position.ts'
import { readWay } from '#core/geo/read-way.ts'
import type { LonLat } from '#core/place.ts'

/** What was typed over the map, understood. */
export type TypedPlace =
  | {
      readonly ok: true
      /** Where it is; null: a distance alone was typed. */
      readonly centre: LonLat | null
      /** Side of the square that was typed; null for degrees and for bearing and distance. */
      readonly precisionMetres: number | null
      readonly precision: string
      readonly metres: number | null
    }
  | { readonly ok: false; readonly why: string | null }

/** Ground round the theatre on which a typed position still counts. */
const MARGIN_DEGREES = 0.5

/**
 * Reads a position, or from a place that is set already a bearing and distance. A position beyond
 * the theatre is refused: a digit too many is likelier than a zone there.
 *
 * @param takesMetres whether a distance alone says something, such as a radius.
 */
export function readTypedPlace(
  typed: string,
  {
    document,
    from,
    takesMetres,
  }: {
    readonly document: OperationDocument
    readonly from: LonLat | null
    readonly takesMetres: boolean
  },
): TypedPlace {
  const position = readPosition(typed)
  if (position.ok) {
    const why = outsideSentence(document, position.centre)
    return why === null ? { ...position, metres: null } : { ok: false, why }
  }
  const way = readWay(typed)
  if (!way.ok) return { ok: false, why: position.why ?? way.why }
  if (from === null) {
    return { ok: false, why: 'A bearing and distance begin at a place. Set the first one.' }
  }
  const { bearingDegrees, metres } = way
  if (bearingDegrees === null) {
    if (!takesMetres) return { ok: false, why: 'Type a bearing before the distance: 045 2.5 km.' }
    return { ok: true, centre: null, precisionMetres: null, precision: 'radius', metres }
  }
  const centre = positionAlong(from, { bearingDegrees, metres })
  const why = outsideSentence(document, centre)
  if (why !== null) return { ok: false, why }
  return { ok: true, centre, precisionMetres: null, precision: 'bearing and distance', metres }
}

function outsideSentence(document: OperationDocument, [lon, lat]: LonLat): string | null {
  const [west, south, east, north] = operationOf(document).extentDegrees
  const nearest: LonLat = [
    Math.min(east + MARGIN_DEGREES, Math.max(west - MARGIN_DEGREES, lon)),
    Math.min(north + MARGIN_DEGREES, Math.max(south - MARGIN_DEGREES, lat)),
  ]
  const metres = metresBetween(nearest, [lon, lat])
  if (metres === 0) return null
  const kilometres = Math.max(1, Math.round(metres / 1000)).toLocaleString('en')
  return `That lies outside the theatre, ${kilometres} km beyond it. Check the digits.`
}
