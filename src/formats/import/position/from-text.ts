import type { PositionReading } from '#core/geo/position-reading.ts'
import { readPosition } from '#core/geo/read-position.ts'
import type { RawTable, RawValue } from '../../raw-table.ts'
import { cleanText } from '../cells/clean-text.ts'
import { isMissing } from '../cells/read-number.ts'
import type { FieldSpec, Sheet } from '../sheet.ts'
import { type Found, given, type PositionWay, type Unfound } from './way.ts'

/** Headings of a column that holds whole positions. */
export const TEXT_FIELDS: readonly FieldSpec[] = [
  {
    field: 'positionText',
    aliases: [
      'mgrs',
      'grid',
      'grid_ref',
      'grid_reference',
      'mission_grid',
      'mgrs_grid',
      'utm',
      'position',
      'coordinates',
      'coordinate',
      'coords',
      'gps',
      'gps_coordinates',
      'lat_long',
      'lat_lon',
      'latlong',
      'coordonnées',
      'coordonnées_gps',
      'coordenadas',
      'posición',
      'posição',
      'wkt',
    ],
  },
]

/** That many cells are enough to tell what a column holds. */
const PROBE_COUNT = 200
/** A grid reference, letters of the compass or many decimals: a bare "4 5" may be anything. */
const TELLING =
  /^\s*\d{1,2}\s*[c-x]\s*[a-z]{2}[\s\d]{4,}$|\d.*[nsewo]\b|\d{6,7}.*\d{6,7}|\.\d{3,}.*\.\d{3,}/i

/** MGRS, UTM, degrees and minutes or "latitude, longitude" in one column. */
export const fromText: PositionWay = {
  isIn: (sheet) => columnOf(sheet) !== null,
  reader: (sheet) => {
    const column = sheet.table.headings.indexOf(columnOf(sheet) ?? '')
    return ({ cells }) => positionIn(cells[column] ?? null)
  },
}

function positionIn(cell: RawValue): Found | Unfound {
  if (isMissing(cell)) return { code: 'coordinate-missing', why: 'it has no position' }
  const text = cleanText(cell)
  const reading = readPosition(text)
  if (!reading.ok) return unfound(text, reading)
  const { centre, precisionMetres } = reading
  if (precisionMetres === null || precisionMetres <= 1) return given(centre)
  const errorMetres = Math.ceil(precisionMetres * Math.SQRT1_2)
  return { position: centre, errorMetres, quality: 'square', doubt: null, named: null }
}

function unfound(text: string, { why }: Extract<PositionReading, { ok: false }>): Unfound {
  const shown = text.length <= 40 ? text : `${text.slice(0, 39)}…`
  if (why === null) return { code: 'number-unreadable', why: `"${shown}" is no position` }
  const advice = why.replace(/\.$/, '')
  return { code: 'position-unclear', why: `position "${shown}" cannot be used. ${advice}` }
}

/** The heading of the column with positions: one so called, or else one whose cells are positions. */
function columnOf(sheet: Sheet): string | null {
  const named = sheet.mapping.get('positionText')
  if (named !== undefined && holdsPositions(sheet.table, named, seemsPosition)) return named
  const mapped = new Set(sheet.mapping.values())
  return columnsByValue(sheet.table).find((heading) => !mapped.has(heading)) ?? null
}

function seemsPosition(text: string): boolean {
  const reading = readPosition(text)
  return reading.ok || reading.why !== null
}

function isPosition(text: string): boolean {
  return TELLING.test(text) && readPosition(text).ok
}

const probed = new WeakMap<RawTable['records'], readonly string[]>()

/** Told once a table, as every kind asks. */
function columnsByValue(table: RawTable): readonly string[] {
  const held = probed.get(table.records)
  if (held) return held
  const found = table.headings.filter((heading) => holdsPositions(table, heading, isPosition))
  probed.set(table.records, found)
  return found
}

function holdsPositions(
  { headings, records }: RawTable,
  heading: string,
  is: (text: string) => boolean,
): boolean {
  const column = headings.indexOf(heading)
  let [told, positions] = [0, 0]
  for (const { cells } of records) {
    const cell = cells[column] ?? null
    if (typeof cell !== 'string' || isMissing(cell)) continue
    told++
    if (is(cleanText(cell))) positions++
    if (told >= PROBE_COUNT) break
  }
  return positions > told / 2
}
