import type { LonLat } from '#core/place.ts'
import type { RawRecord } from '../../raw-table.ts'
import type { Sheet } from '../sheet.ts'
import { isNear, type Theatre } from '../theatre.ts'
import { type Metres, type StatedSystem, systemReader, turned } from './metre-cells.ts'
import {
  degreesIn,
  EACH_ROW,
  halvesOf,
  inSystem,
  isNorthern,
  projectionNamed,
  utmZone,
  zoneNumbers,
  zonesOf,
} from './projections.ts'
import { type Found, given, type Surroundings, type Unfound } from './way.ts'

/** Places metres by the zone or code of their row, else by the projection that holds for the table. */
export function metrePlacer(
  sheet: Sheet,
  { theatre, metres: read, isSwapped }: Surroundings,
): (record: RawRecord, metres: Metres) => Found | Unfound {
  const stated = systemReader(sheet, zoneNumbers(theatre))
  const around = theatre ? zonesOf(theatre) : []
  const chosen = read ? projectionNamed(read.projection) : null
  const isEachRow = read?.projection === EACH_ROW
  return (record, written) => {
    const metres = isSwapped ? turned(written) : written
    const { eastMetres, northMetres } = metres
    const system = stated(record)
    const told = toldPlace(system, metres, theatre, chosen && isNorthern(chosen))
    if (told !== null) return foundAt(told, 'metres')
    const inTheatre = () => onlyNear(around.map(toPlace(metres)), theatre)
    const placed = isEachRow ? inTheatre() : chosen?.toDegrees(eastMetres, northMetres)
    if (placed) return foundAt(placed, read?.isGuessed ? 'guessedZone' : 'metres')
    const shown = `${eastMetres}, ${northMetres}`
    const why = `its position ${shown} is in metres; say in which projection, or write a UTM zone, such as 29N, in a column`
    return { code: 'zone-missing', why }
  }
}

type Placed = LonLat | string

/** By what stands in the row itself; null: it does not say enough. */
function toldPlace(
  system: StatedSystem,
  metres: Metres,
  theatre: Theatre | null,
  isChosenNorth: boolean | null,
): Placed | null {
  const { eastMetres, northMetres } = metres
  if (system.type === 'zone') return degreesIn(system.text, eastMetres, northMetres)
  if (system.type === 'system') return inSystem(system.name, eastMetres, northMetres)
  if (system.type === 'none') return null
  const halves = theatre ? halvesOf(theatre) : isChosenNorth === null ? [] : [isChosenNorth]
  const places = halves.map((isNorth) => toPlace(metres)(utmZone({ zone: system.zone, isNorth })))
  return onlyNear(places, theatre) ?? places[0] ?? null
}

function toPlace({ eastMetres, northMetres }: Metres) {
  return ({ toDegrees }: { toDegrees: (east: number, north: number) => Placed }): Placed =>
    toDegrees(eastMetres, northMetres)
}

/** The only one that lies in the theatre. */
function onlyNear(places: readonly Placed[], theatre: Theatre | null): LonLat | null {
  const near = places.flatMap((place) =>
    typeof place !== 'string' && theatre && isNear(theatre, place) ? [place] : [],
  )
  return near.length === 1 ? near[0]! : null
}

function foundAt(placed: Placed, quality: 'metres' | 'guessedZone'): Found | Unfound {
  if (typeof placed === 'string') return { code: 'position-unclear', why: placed }
  return { ...given(placed), quality }
}
