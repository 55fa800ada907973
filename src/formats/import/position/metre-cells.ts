import type { RawRecord, RawValue } from '../../raw-table.ts'
import { cleanText, plainKey } from '../cells/clean-text.ts'
import { readNumber } from '../cells/read-number.ts'
import type { Sheet } from '../sheet.ts'

/** A pair of metres as it stands in two columns. */
export type Metres = { readonly eastMetres: number; readonly northMetres: number }

/** The pair with each number in the other's place. */
export function turned({ eastMetres, northMetres }: Metres): Metres {
  return { eastMetres: northMetres, northMetres: eastMetres }
}

/** Metres from here on: no degrees are as large. */
const LEAST_METRES = 1000
const MOST_METRES = 1e8
const ZONE = /^(?:utm\s*)?(?:zone\s*)?(\d{1,2})\s*(north|south|[c-hj-np-x])?$/i
const EPSG = /^(?:.*\bEPSG\b\D*)?(\d{4,6})$/i
const NAMED_ZONE = /\bUTM\b.*?(\d{1,2})\s*(N|S|north|south)\b/i

/**
 * The number of metres in a cell: thousands may be parted, decimals follow a point or a comma, and "m",
 * "E" or "N" may stand behind; null if it is none.
 */
export function metresIn(value: RawValue): number | null {
  if (typeof value === 'number') return value
  const text = cleanText(value)
    .replace(/\s*m?[en]?$/i, '')
    .replace(/(?<=\d)[ '\u00a0\u202f](?=\d{3})/g, '')
  const plain = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replace(/,/g, '') : text
  const number = readNumber(plain, true)
  return typeof number === 'number' && Number.isFinite(number) ? number : null
}

/** Reads pairs out of columns for degrees that hold plain metres; null: they may be degrees. */
export function metresAmongDegrees(sheet: Sheet): (record: RawRecord) => Metres | null {
  const easts = sheet.of('longitude')
  const norths = sheet.of('latitude')
  return (record) => {
    const [east, north] = [easts.cell(record), norths.cell(record)]
    if (!mayBeLarge(east) && !mayBeLarge(north)) return null
    const [eastMetres, northMetres] = [metresIn(east), metresIn(north)]
    if (eastMetres === null || northMetres === null) return null
    return isPlainMetres(eastMetres, northMetres) ? { eastMetres, northMetres } : null
  }
}

/** As nearly every cell of degrees is not: four letters or more before its point. */
function mayBeLarge(cell: RawValue): boolean {
  if (typeof cell === 'number') return Math.abs(cell) >= LEAST_METRES
  if (typeof cell !== 'string') return false
  const point = cell.indexOf('.')
  return (point < 0 ? cell.length : point) >= 4
}

/** One of them may be small near the equator or the meridian that is counted from. */
function isPlainMetres(east: number, north: number): boolean {
  const sizes = [Math.abs(east), Math.abs(north)]
  if (sizes.some((size) => size >= MOST_METRES)) return false
  if (sizes.every((size) => size >= LEAST_METRES)) return true
  return east >= 100_000 && east < 900_000 && north >= 0
}

/** What a column beside the metres says of how they are counted. */
export type StatedSystem =
  | { readonly type: 'none' }
  /** As `readPosition` takes it: "29N". */
  | { readonly type: 'zone'; readonly text: string }
  /** Nobody says whether it lies north or south. */
  | { readonly type: 'half-zone'; readonly zone: number }
  /** `EPSG:32629`. */
  | { readonly type: 'system'; readonly name: string }

const NONE: StatedSystem = { type: 'none' }

/**
 * Reads the zone or the EPSG code of a row. A column that is merely called "zone" may hold anything, such
 * as sectors: of it only zones with their half are believed, and bare numbers of zones around the theatre.
 */
export function systemReader(
  sheet: Sheet,
  theatreZones: readonly number[],
): (record: RawRecord) => StatedSystem {
  const loose = sheet.table.headings.findIndex((heading) =>
    ['zone', 'zona'].includes(plainKey(heading)),
  )
  const named = sheet.of('utmZone')
  return (record) => {
    const text = named.text(record)
    if (text !== '') return systemIn(text) ?? { type: 'zone', text }
    const found = systemIn(cleanText(record.cells[loose] ?? null)) ?? NONE
    if (found.type === 'zone') return found
    return found.type === 'half-zone' && theatreZones.includes(found.zone) ? found : NONE
  }
}

/** Null: it is neither a zone nor a code. */
function systemIn(text: string): StatedSystem | null {
  const [, digits, letter] = ZONE.exec(text) ?? []
  if (digits) {
    return letter
      ? { type: 'zone', text: `${digits} ${letter}` }
      : { type: 'half-zone', zone: Number(digits) }
  }
  const code = EPSG.exec(text)?.[1]
  if (code) return { type: 'system', name: `EPSG:${code}` }
  const [, zone, half] = NAMED_ZONE.exec(text) ?? []
  return zone && half ? { type: 'zone', text: `${zone} ${half}` } : null
}
