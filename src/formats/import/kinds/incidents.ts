import { epochMinutesOf } from '#core/time/instant.ts'
import type { RawRecord } from '../../raw-table.ts'
import { shortened } from '../cells/clean-text.ts'
import { type DateReading, readTimeOfDay } from '../cells/read-date.ts'
import { isMissing } from '../cells/read-number.ts'
import type { ImportContext, ImportKind, RowReader } from '../kind.ts'
import type { Ledger } from '../ledger.ts'
import { hasPositions, type Located, locatorOf } from '../locate.ts'
import { hasNames } from '../position/from-name.ts'
import { batchOf, provenanceOf } from '../provenance.ts'
import { remembered } from '../remembered.ts'
import type { Sheet } from '../sheet.ts'
import { confidenceIn, unlikely } from './common.ts'
import { type Incident, incidentColumns } from './incident-columns.ts'
import { INCIDENT_FIELDS } from './incident-fields.ts'
import { codedDaysReader, codedMetresReader } from './incident-precision.ts'
import { repeatFilter } from './incident-repeats.ts'
import { categoryReader, detectionOf, placeErrorMetres, severityReader } from './incident-terms.ts'
import { protectedAgain } from './protected-again.ts'
import { protectedCounter, protectedTally } from './protected-columns.ts'
import { protectedReader } from './protected-mark.ts'

const DAY_MINUTES = 1440
/** Where the words of a protected incident may stand. */
const WORDED_FIELDS = ['category', 'subcategory', 'title']
const KEPT_APART =
  'its words are those of sexual violence or of violence against a child; only its county and month are kept, apart from the other incidents'
/** So many rows show whether a column holds times of day. */
const TIMES_LOOKED_AT = 100

/**
 * Dated, placed events of any source. Beside the columns that every incident dataset has, it keeps
 * `occurredErrorDays`: 183 where only a year is told and the middle of the year stands for it. The exports
 * of UCDP (GED 1 to 25) and ACLED, old and new, say themselves how exact their days and places are.
 * Sexual violence and violence against children are taken out, and counted by county and month apart.
 */
export const incidentsKind: ImportKind = {
  id: 'incidents',
  title: 'incidents',
  fields: INCIDENT_FIELDS,
  needs: [],
  fit: (sheet) => {
    const isExact = hasPositions(sheet)
    if (!(isExact || hasNames(sheet)) || !(sheet.has('date') || sheet.has('year'))) return 0
    if (isExact && isPublic(sheet)) return 0.96
    const clues = ['category', 'deaths', 'severity', 'affected', 'title', 'detection'].filter(
      sheet.has,
    )
    if (!isExact && clues.length === 0) return 0
    return Math.min(isExact ? 0.9 : 0.6, 0.5 + 0.15 * clues.length)
  },
  read: (sheet, ledger, context) => {
    const reader = incidentReader(sheet, ledger, context)
    reader.add(sheet.table.records)
    return reader.end()
  },
  reader: incidentReader,
}

/** Reads incidents piece by piece, as registers of millions of rows come. */
function incidentReader(sheet: Sheet, ledger: Ledger, context: ImportContext): RowReader {
  const looseness = { keepsError: true, places: context.document }
  const locator = locatorOf(sheet, ledger, context, looseness)
  const eventOf = eventReader(sheet, ledger, context)
  const { file, lineNoun } = sheet.table
  const isPublished = isPublic(sheet)
  const repeats = isPublished
    ? null
    : repeatFilter(file, lineNoun, ledger, context.answers ?? new Map())
  const columns = incidentColumns()
  const apart = protectedTally()
  const again = protectedAgain(file, ledger, context)
  const countApart = protectedCounter(apart, context)
  const protectionOf = protectedReader(sheet, WORDED_FIELDS)
  /** What is protected is compared with nothing: that another row tells of the same would point to it. */
  const take = (event: Incident) => {
    const protection = protectionOf(event.place.record)
    if (protection === null) {
      if (!repeats || repeats.admits(event)) columns.add(event)
      return
    }
    if (!again.admits(event.place.record)) return
    if (protection === 'worded') ledger.warn(event.place.record, 'protected-incident', KEPT_APART)
    countApart(event.place, event.occurredEpochMinutes)
  }
  return {
    add: (records) => {
      for (const record of records) {
        const place = locator.place(record)
        const event = place && eventOf(place)
        if (event) take(event)
      }
    },
    end: () => {
      locator.tell()
      const { built, lastEpochMinutes } = columns.build()
      const questions = [repeats?.question() ?? null, again.question()].filter(
        (question) => question !== null,
      )
      const start = {
        kind: 'incidents',
        title: 'Incidents',
        sensitivity: isPublished ? 'low' : 'high',
        asOfEpochMinutes: lastEpochMinutes,
      } as const
      const told = built.rowCount > 0 ? batchOf(start, built, { sheet, context }) : null
      const { batch, replacedDatasetIds } = again.placed(apart.batch(sheet, context, false))
      const batches = [told, batch].filter((one) => one !== null)
      const acceptedCount = built.rowCount + apart.incidentCount()
      return { acceptedCount, rows: {}, batches, questions, replacedDatasetIds }
    },
  }
}

/** UCDP and ACLED publish what they hold; a mission's own register is protected until someone says otherwise. */
function isPublic({ table }: Sheet): boolean {
  return provenanceOf(table).isPublished
}

function dateFieldOf(sheet: Sheet): 'date' | 'year' {
  return sheet.has('date') ? 'date' : 'year'
}

/** Null: it stays out, and the ledger says why. */
function eventReader(
  sheet: Sheet,
  ledger: Ledger,
  context: ImportContext,
): (place: Located) => Incident | null {
  const dates = sheet.of(dateFieldOf(sheet))
  const detailsOf = detailReader(sheet, ledger)
  const spanOf = spanReader(sheet)
  const timeOf = timeReader(sheet, ledger)
  const lastUsual = epochMinutesOf(context.now) + DAY_MINUTES
  return (place) => {
    const { record } = place
    const date = dates.date(record)
    if ('code' in date) return ledger.refuse(record, date.code, date.why)
    if (date.isUnlikely) {
      ledger.warn(record, 'date-unlikely', unlikely(dates.text(record)))
    } else if (date.epochMinutes > lastUsual) {
      const why = () => `"${dates.text(record)}" lies after the day of this import`
      ledger.warn(record, 'date-future', why)
    }
    return detailsOf(place, spanOf(record, timeOf(record, date)))
  }
}

/** Puts the time of day that stands in a column beside it to a date that is a bare day. */
function timeReader(sheet: Sheet, ledger: Ledger): (record: RawRecord, date: Dated) => Dated {
  const cells = sheet.table.records
    .slice(0, TIMES_LOOKED_AT)
    .map((record) => sheet.cell(record, 'time'))
    .filter((cell) => !isMissing(cell))
  const times = cells.filter((cell) => readTimeOfDay(cell) !== null)
  if (!sheet.has('date') || times.length <= cells.length / 2) return (_, date) => date
  return (record, date) => {
    const cell = sheet.cell(record, 'time')
    if (isMissing(cell) || date.errorDays > 0 || date.epochMinutes % DAY_MINUTES !== 0) return date
    const minutes = readTimeOfDay(cell)
    if (minutes !== null) return { ...date, epochMinutes: date.epochMinutes + minutes }
    const text = shortened(sheet.line(record, 'time'))
    ledger.warn(
      record,
      'time-unread',
      `"${text}" is no time of day like 14:30; only its day was read`,
    )
    return date
  }
}

type Dated = Extract<DateReading, { readonly epochMinutes: number }>

/** The middle of the days it may have been, and how far the ends are from it. */
function spanReader(sheet: Sheet): (record: RawRecord, start: Dated) => Pick<Incident, When> {
  const codedDays = codedDaysReader(sheet)
  const hasEnd = sheet.has('until')
  return (record, start) => {
    const until = hasEnd ? sheet.date(record, 'until') : start
    const end =
      'code' in until ? start.epochMinutes : Math.max(start.epochMinutes, until.epochMinutes)
    const spanDays = Math.floor((end - start.epochMinutes) / DAY_MINUTES)
    const coded = spanDays > 0 ? 0 : (codedDays(record) ?? 0)
    return {
      occurredEpochMinutes: start.epochMinutes + Math.floor(spanDays / 2) * DAY_MINUTES,
      occurredErrorDays: Math.max(start.errorDays, Math.ceil(spanDays / 2), coded),
    }
  }
}

type When = 'occurredEpochMinutes' | 'occurredErrorDays'

type DetailReader = (place: Located, when: Pick<Incident, When>) => Incident

function detailReader(sheet: Sheet, ledger: Ledger): DetailReader {
  const severityOf = severityReader(sheet, ledger)
  const categoryOf = categoryReader(sheet)
  const metresOf = codedMetresReader(sheet)
  const placeCells = sheet.of('place')
  const placeNameCells = sheet.of('placeName')
  const errorMetresCells = sheet.of('errorMetres')
  const affectedCells = sheet.of('affected')
  const deathsCells = sheet.of('deaths')
  const detectionCells = sheet.of('detection')
  const sourceCells = sheet.of('source')
  const titleCells = sheet.of('title')
  const partiesCells = sheet.of('parties')
  const hasConfidence = sheet.has('confidence')
  const isPublished = isPublic(sheet)
  const detection = remembered((word) => detectionOf(word, isPublished))
  const nameMetres = remembered(placeErrorMetres)
  return (place, { occurredEpochMinutes, occurredErrorDays }) => {
    const { record, errorMetres } = place
    const placeName = placeCells.text(record) || placeNameCells.text(record)
    const stated = errorMetresCells.number(record) ?? metresOf(record)
    const title = titleCells.text(record)
    return {
      place,
      occurredEpochMinutes,
      occurredErrorDays,
      category: categoryOf(record),
      severityShare: severityOf(record),
      confidenceShare: hasConfidence ? confidenceIn(sheet, record, ledger) : null,
      affectedPeopleCount: affectedCells.count(record) ?? deathsCells.count(record),
      detection: detection(detectionCells.text(record)),
      source: sourceCells.text(record) || null,
      positionErrorMetres: widestError(stated, errorMetres, () => nameMetres(placeName)),
      title: title || [partiesCells.text(record), placeName].filter(Boolean).join(', '),
    }
  }
}

/** What a file states is believed, but for a square or a name that is wider. */
function widestError(
  stated: number | null,
  found: number | null,
  ofName: () => number | null,
): number | null {
  const own = stated !== null && stated >= 0 ? stated : null
  return found === null ? (own ?? ofName()) : Math.max(found, own ?? 0)
}
