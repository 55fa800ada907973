import { mgrs } from './mgrs.ts'
import { ambiguous, type PositionReading, refused } from './position-reading.ts'
import { fromUtm, type Utm } from './utm.ts'

const MGRS = /^(?:MGRS )?(\d{1,2}) ?([C-HJ-NP-X]) ?([A-HJ-NP-Z]) ?([A-HJ-NP-V]) ?(\d*) ?(\d*)$/
const ZONELESS = /^([A-HJ-NP-Z][A-HJ-NP-V]) ?(\d{2,5}) ?(\d{2,5})$/
const UTM =
  /^(?:UTM )?(?:ZONE )?(\d{1,2}) ?(NORTH|SOUTH|[C-HJ-NP-X])[ ,;]+(\d+(?:\.\d+)?) ?(M?[EN])?[ ,;]+(\d+(?:\.\d+)?) ?(M?[EN])?$/
const METRES = /^(?:UTM )?\d{6}(?:\.\d+)?(?: ?M?E)?[ ,;]+\d{4,7}(?:\.\d+)?(?: ?M?N)?$/
const BANDS = 'CDEFGHJKLMNPQRSTUVWX'

/** Reads MGRS and UTM from text in capitals with single blanks; null if it is neither. */
export function readGrid(text: string): PositionReading | null {
  const square = MGRS.exec(text)
  if (square) return ofSquare(square)
  const metres = UTM.exec(text)
  if (metres) return ofMetres(metres)
  if (METRES.test(text)) {
    return refused(`These look like UTM metres. Write the zone first, as 29N ${text}.`)
  }
  const zoneless = ZONELESS.exec(text)
  if (zoneless?.[2]?.length !== zoneless?.[3]?.length || !zoneless) return null
  return refused(`A grid reference begins with its zone. Write it as 29N ${text}.`)
}

function ofSquare([, zone, band, column, row, east = '', north = '']: RegExpExecArray) {
  const digits = east + north
  if (digits.length % 2 === 1 || (north !== '' && east.length !== north.length)) {
    return refused('A grid reference needs as many figures for east as for north.')
  }
  if (digits.length > 10) return refused('A grid reference has at most five figures each way.')
  const nowhere = refused('That square is not on the grid; check the zone and the letters.')
  if (!isZone(Number(zone))) return nowhere
  const precisionMetres = 10 ** (5 - digits.length / 2)
  try {
    const [lon, lat] = mgrs.toPoint(`${zone}${band}${column}${row}${digits}`)
    const isOnGrid = Math.abs(lon) <= 180 && isInBand(lat, band ?? '', 1)
    return isOnGrid ? understood([lon, lat], precisionMetres) : nowhere
  } catch {
    return nowhere
  }
}

function understood(centre: readonly [number, number], metres: number): PositionReading {
  const side = metres >= 1000 ? `${metres / 1000} km` : `${metres} m`
  return { ok: true, centre, precisionMetres: metres, precision: `${side} square` }
}

function ofMetres([, zoneText, letter = '', ...figures]: RegExpExecArray): PositionReading {
  const zone = Number(zoneText)
  if (!isZone(zone)) return refused('UTM zones go from 1 to 60.')
  const [first, firstAxis = '', second, secondAxis = ''] = figures
  const isTurned = firstAxis.endsWith('N') || secondAxis.endsWith('E')
  if (firstAxis !== '' && firstAxis.at(-1) === secondAxis.at(-1)) {
    return refused('One figure has to be the easting (E) and the other the northing (N).')
  }
  const [eastText, northText] = isTurned ? [second, first] : [first, second]
  const [eastingMetres, northingMetres] = [Number(eastText), Number(northText)]
  if (eastingMetres < 100_000 || eastingMetres >= 900_000) {
    const why = 'A UTM easting lies between 100,000 and 900,000 m.'
    const isSwapped = northingMetres >= 100_000 && northingMetres < 900_000
    return isSwapped ? ambiguous(why, `${zone}${letter} ${northText} ${eastText}`) : refused(why)
  }
  if (northingMetres > 10_000_000) return refused('A UTM northing ends at 10,000,000 m.')
  const on = (isSouth: boolean): Utm => ({ zone, isSouth, eastingMetres, northingMetres })
  return inHemisphere(letter, on, `${eastText} ${northText}`)
}

/**
 * N is north whether it is meant as the hemisphere or as the band from 0 to 8° N. S may be the
 * southern hemisphere or the band from 32 to 40° N: a northing that fits both has to be asked for.
 */
function inHemisphere(
  letter: string,
  on: (isSouth: boolean) => Utm,
  figures: string,
): PositionReading {
  const [north, south] = [fromUtm(on(false)), fromUtm(on(true))]
  const canBeNorth = north[1] >= 0 && north[1] <= 84
  const canBeSouth = south[1] < 1e-6 && south[1] >= -80
  const { zone } = on(false)
  if (letter === 'S' && isInBand(north[1], 'S', 0)) {
    const [up, down] = [north, south].map(([, lat]) => Math.abs(lat).toFixed(1))
    return ambiguous(
      `${zone}S may be band S or the southern hemisphere.`,
      `${zone}N ${figures} (${up}° N)`,
      `${zone}${bandOf(south[1])} ${figures} (${down}° S)`,
    )
  }
  if (letter === 'N' || letter === 'NORTH') {
    return canBeNorth ? atMetre(north) : refused('That northing lies beyond 84° N.')
  }
  if (letter === 'S' || letter === 'SOUTH') {
    return canBeSouth ? atMetre(south) : refused('That northing lies beyond 80° S.')
  }
  const place = letter < 'N' ? south : north
  if (isInBand(place[1], letter, 0.01)) return atMetre(place)
  const meant = [
    ...(canBeNorth ? [`${zone}N ${figures} (${north[1].toFixed(1)}° N)`] : []),
    ...(canBeSouth ? [`${zone}${bandOf(south[1])} ${figures} (${-south[1].toFixed(1)}° S)`] : []),
  ]
  return ambiguous(`That northing does not lie in band ${letter}.`, ...meant)
}

function atMetre(centre: readonly [number, number]): PositionReading {
  return { ok: true, centre, precisionMetres: 1, precision: 'UTM, 1 m' }
}

function isZone(zone: number): boolean {
  return zone >= 1 && zone <= 60
}

function bandOf(lat: number): string {
  return BANDS[Math.min(19, Math.floor((lat + 80) / 8))] ?? ''
}

function isInBand(lat: number, band: string, slackDegrees: number): boolean {
  const south = 8 * BANDS.indexOf(band) - 80
  const north = band === 'X' ? 84 : south + 8
  return lat >= south - slackDegrees && lat <= north + slackDegrees
}
