import { type Columns, categoryColumn, numberColumn } from '#core/columns/columns.ts'
import type { LonLat } from '#core/place.ts'
import { cleanText, plainKey } from '../cells/clean-text.ts'
import { holdsSerials, readDate } from '../cells/read-date.ts'
import type { ImportKind } from '../kind.ts'
import type { Ledger } from '../ledger.ts'
import { hasPositions, type Located, locate, POSITION_FIELDS } from '../locate.ts'
import { hasNames, NAME_FIELDS } from '../position/from-name.ts'
import { batchOf } from '../provenance.ts'
import type { Sheet } from '../sheet.ts'
import { categoryOf, detectionOf, placeErrorMetres, severityReader } from './incident-terms.ts'

type Incident = {
  readonly position: LonLat
  readonly occurredEpochMinutes: number
  readonly occurredErrorDays: number
  readonly category: string
  readonly severityShare: number | null
  readonly confidenceShare: number | null
  readonly affectedPeopleCount: number | null
  readonly detection: string | null
  readonly source: string | null
  readonly positionErrorMetres: number | null
  readonly title: string
}

/**
 * Dated, placed events of any source. Beside the columns that every incident dataset has, it keeps
 * `occurredErrorDays`: 183 where only a year is told and the middle of the year stands for it.
 */
export const incidentsKind: ImportKind = {
  id: 'incidents',
  title: 'incidents',
  fields: [
    ...POSITION_FIELDS,
    {
      field: 'id',
      aliases: ['id', 'event_id', 'incident_id', 'event_id_cnty', 'ref', 'identifiant'],
    },
    {
      field: 'date',
      aliases: [
        'date',
        'event_date',
        'occurred_at',
        'occurredat',
        'date_start',
        'incident_date',
        'datetime',
        'dtg',
        'when',
        'fecha',
        'data',
        'jour',
      ],
    },
    { field: 'year', aliases: ['year', 'annee', 'année', 'año', 'ano'] },
    {
      field: 'category',
      aliases: [
        'event_type',
        'type',
        'category',
        'incident_type',
        'type_of_violence',
        'kind',
        'catégorie',
        'tipo',
        'categoria',
        'nature',
      ],
    },
    {
      field: 'deaths',
      aliases: ['best', 'fatalities', 'deaths', 'killed', 'morts', 'muertos', 'mortos', 'dead'],
    },
    { field: 'civilianDeaths', aliases: ['deaths_civilians', 'civilian_deaths'] },
    {
      field: 'severity',
      aliases: [
        'severity',
        'severityshare',
        'gravity',
        'gravité',
        'gravedad',
        'gravidade',
        'impact',
      ],
    },
    {
      field: 'confidence',
      aliases: [
        'confidence',
        'confidenceshare',
        'reliability',
        'confiance',
        'confianza',
        'confiança',
      ],
    },
    {
      field: 'affected',
      aliases: [
        'affected',
        'affected_people',
        'people_affected',
        'victims',
        'displaced',
        'affectés',
        'afectados',
      ],
    },
    { field: 'detection', aliases: ['detection', 'detected_by', 'report_type'] },
    { field: 'source', aliases: ['source', 'reported_by', 'fuente', 'fonte'] },
    {
      field: 'errorMetres',
      aliases: ['position_error_m', 'positionErrorMetres', 'accuracy_m', 'precision_m'],
    },
    {
      field: 'place',
      aliases: ['where_coordinates', 'location', 'place', 'lieu', 'lugar', 'local', 'site'],
    },
    {
      field: 'title',
      aliases: [
        'title',
        'note',
        'notes',
        'description',
        'headline',
        'summary',
        'comment',
        'remarks',
        'titre',
        'descripción',
        'descrição',
      ],
    },
    ...NAME_FIELDS,
  ],
  needs: [],
  fit: (sheet) => {
    const isExact = hasPositions(sheet)
    if (!(isExact || hasNames(sheet)) || !(sheet.has('date') || sheet.has('year'))) return 0
    const clues = ['category', 'deaths', 'severity', 'affected', 'title', 'detection'].filter(
      sheet.has,
    )
    if (!isExact && clues.length === 0) return 0
    return Math.min(isExact ? 0.9 : 0.6, 0.5 + 0.15 * clues.length)
  },
  read(sheet, ledger, context) {
    const looseness = { keepsError: true, places: context.document }
    const incidents = incidentsOf(sheet, ledger, locate(sheet, ledger, context, looseness))
    if (incidents.length === 0) return { acceptedCount: 0, rows: {}, batches: [] }
    const batch = batchOf(
      {
        kind: 'incidents',
        title: 'Incidents',
        sensitivity: isPublic(sheet) ? 'low' : 'high',
        asOfEpochMinutes: incidents.reduce(
          (last, { occurredEpochMinutes }) => Math.max(last, occurredEpochMinutes),
          -Infinity,
        ),
      },
      columnsOf(incidents),
      { sheet, context },
    )
    return { acceptedCount: incidents.length, rows: {}, batches: [batch] }
  },
}

/** UCDP and ACLED publish what they hold; a mission's own register is protected until someone says otherwise. */
function isPublic(sheet: Sheet): boolean {
  const headings = sheet.table.headings.map(plainKey)
  return headings.includes('wherecoordinates') || headings.includes('eventidcnty')
}

function incidentsOf(sheet: Sheet, ledger: Ledger, located: readonly Located[]): Incident[] {
  const dateField = sheet.has('date') ? 'date' : 'year'
  const dates = sheet.table.records.map((record) => sheet.cell(record, dateField))
  const isSerial = dateField === 'date' && holdsSerials(dates)
  if (isSerial) {
    const message = `${sheet.table.file}: its dates are Excel day numbers, read as counted from 1900. If they come from an old Mac (1904), add 1,462 days.`
    ledger.tell('warning', 'date-serial', message)
  }
  const detailsOf = detailReader(sheet)
  return located.flatMap((place) => {
    const { record, position } = place
    const date = readDate(sheet.cell(record, dateField), isSerial)
    if ('code' in date) {
      ledger.refuse(record, date.code, date.why)
      return []
    }
    if (date.isUnlikely) {
      const why = `"${sheet.text(record, dateField)}" is a date long ago or far ahead`
      ledger.warn(record, 'date-unlikely', why)
    }
    const occurred = { occurredEpochMinutes: date.epochMinutes, occurredErrorDays: date.errorDays }
    return [{ position, ...occurred, ...detailsOf(place) }]
  })
}

type When = 'occurredEpochMinutes' | 'occurredErrorDays'

function detailReader(sheet: Sheet): (place: Located) => Omit<Incident, 'position' | When> {
  const severityOf = severityReader(sheet)
  const isPublished = isPublic(sheet)
  return ({ record, errorMetres }) => {
    const place = sheet.text(record, 'place') || sheet.text(record, 'placeName')
    const stated = sheet.number(record, 'errorMetres')
    return {
      category: categoryOf(sheet, record),
      severityShare: severityOf(record),
      confidenceShare: shareOf(sheet.number(record, 'confidence')),
      affectedPeopleCount: sheet.count(record, 'affected') ?? sheet.count(record, 'deaths'),
      detection: detectionOf(sheet.text(record, 'detection'), isPublished),
      source: sheet.text(record, 'source') || null,
      positionErrorMetres: widestError(stated, errorMetres, place),
      title: cleanText(sheet.cell(record, 'title')) || place,
    }
  }
}

/** What a file states is believed, but for a square or a name that is wider. */
function widestError(stated: number | null, found: number | null, place: string): number | null {
  const own = stated !== null && stated >= 0 ? stated : null
  return found === null ? (own ?? placeErrorMetres(place)) : Math.max(found, own ?? 0)
}

function shareOf(number: number | null): number | null {
  if (number === null || number < 0 || number > 100) return null
  return number <= 1 ? number : number / 100
}

function columnsOf(incidents: readonly Incident[]): Columns {
  const numbers = (pick: (incident: Incident) => number | null) => numberColumn(incidents.map(pick))
  const labels = (pick: (incident: Incident) => string | null) =>
    categoryColumn(incidents.map(pick))
  return {
    rowCount: incidents.length,
    geometry: {
      type: 'points',
      positions: Float64Array.from(incidents.flatMap(({ position }) => position)),
    },
    fields: {
      occurredEpochMinutes: numbers(({ occurredEpochMinutes }) => occurredEpochMinutes),
      occurredErrorDays: numbers(({ occurredErrorDays }) => occurredErrorDays),
      category: labels(({ category }) => category),
      severityShare: numbers(({ severityShare }) => severityShare),
      confidenceShare: numbers(({ confidenceShare }) => confidenceShare),
      affectedPeopleCount: numbers(({ affectedPeopleCount }) => affectedPeopleCount),
      detection: labels(({ detection }) => detection),
      source: labels(({ source }) => source),
      positionErrorMetres: numbers(({ positionErrorMetres }) => positionErrorMetres),
      title: { type: 'text', values: incidents.map(({ title }) => title) },
    },
  }
}
