import { lonLatOfMercator } from '#core/geo/mercator.ts'
import { readPosition } from '#core/geo/read-position.ts'
import type { LonLat } from '#core/place.ts'
import type { Theatre } from '../theatre.ts'

/** How metres are counted: one UTM zone, or the metres of web maps. */
export type Projection = {
  /** `EPSG:32629`. */
  readonly id: string
  /** `UTM zone 29 north (EPSG:32629)`. */
  readonly label: string
  /** Degrees WGS 84 of metres east and north; a sentence where it has no such place. */
  readonly toDegrees: (eastMetres: number, northMetres: number) => LonLat | string
}

/** One half of a zone of the UTM grid. */
type ZoneHalf = { readonly zone: number; readonly isNorth: boolean }

const ZONE_COUNT = 60
/** Of the equator of web maps, a circle with the radius of WGS 84. */
const METRES_PER_DEGREE = (Math.PI * 6_378_137) / 180
/** Codes of systems that count degrees, as some write beside metres. */
const DEGREE_CODES = new Set(['EPSG:4326', 'EPSG:4269'])

/** An answer that is no projection: each row lies in the only zone that puts it into the theatre. */
export const EACH_ROW = 'each-row'

/** The metres of web maps. */
export const WEB_MERCATOR: Projection = {
  id: 'EPSG:3857',
  label: 'Web Mercator, the metres of web maps (EPSG:3857)',
  toDegrees: degreesOfWebMap,
}

/** Every half of every UTM zone, the north first. */
export const UTM_ZONES: readonly Projection[] = [true, false].flatMap((isNorth) =>
  Array.from({ length: ZONE_COUNT }, (_, index) => utmZone({ zone: index + 1, isNorth })),
)

/** A half of a UTM zone as a projection. */
export function utmZone({ zone, isNorth }: ZoneHalf): Projection {
  const half = isNorth ? 'north' : 'south'
  const id = `EPSG:${(isNorth ? 32_600 : 32_700) + zone}`
  return {
    id,
    label: `UTM zone ${zone} ${half} (${id})`,
    toDegrees: (east, north) => degreesIn(`${zone} ${half}`, east, north),
  }
}

/** The halves of the globe that a theatre has a share in: true is north. */
export function halvesOf({ extentDegrees: [, south, , north] }: Theatre): readonly boolean[] {
  return [...(north > 0 ? [true] : []), ...(south < 0 ? [false] : [])]
}

/** The numbers of the UTM zones that a theatre has a share in, from west to east. */
export function zoneNumbers(theatre: Theatre | null): readonly number[] {
  if (!theatre) return []
  const [west, , east] = theatre.extentDegrees
  const zoneAt = (lon: number) => Math.max(1, Math.min(ZONE_COUNT, Math.floor((lon + 180) / 6) + 1))
  const first = zoneAt(west)
  return Array.from({ length: zoneAt(east) - first + 1 }, (_, index) => first + index)
}

/** Every zone and half that a theatre has a share in. */
export function zonesOf(theatre: Theatre): Projection[] {
  const halves = halvesOf(theatre)
  return zoneNumbers(theatre).flatMap((zone) => halves.map((isNorth) => utmZone({ zone, isNorth })))
}

/** Whether it is a half of a zone, and which; null: it is no zone. */
export function isNorthern({ id }: Projection): boolean | null {
  return id === WEB_MERCATOR.id ? null : id.startsWith('EPSG:326')
}

const byId = new Map([...UTM_ZONES, WEB_MERCATOR].map((each) => [each.id, each]))

/** The projection of a code such as `EPSG:32629`; null if it is none that can be read. */
export function projectionNamed(id: string): Projection | null {
  return byId.get(id) ?? null
}

/** Degrees of metres in a zone as a file writes it: "29N", "29 north", "29P"; or why there are none. */
export function degreesIn(zoneText: string, east: number, north: number): LonLat | string {
  const reading = readPosition(`${zoneText} ${east} ${north}`)
  if (reading.ok) return reading.centre
  return reading.why?.replace(/\.$/, '') ?? `"${zoneText} ${east} ${north}" is no UTM position`
}

/** Degrees of metres in a system by its code; or why there are none. */
export function inSystem(id: string, east: number, north: number): LonLat | string {
  const projection = projectionNamed(id)
  if (projection) return projection.toDegrees(east, north)
  return DEGREE_CODES.has(id)
    ? `${id} counts degrees, and ${east}, ${north} look like metres`
    : `${id} is no projection that can be read here; write a UTM zone, such as 29N`
}

function degreesOfWebMap(east: number, north: number): LonLat | string {
  const place = lonLatOfMercator([east / METRES_PER_DEGREE, north / METRES_PER_DEGREE])
  return Math.abs(place[0]) <= 180 ? place : `${east}, ${north} lies outside the web map`
}
