import { numbersBuilder } from '#core/columns/build.ts'
import { numbersOf } from '#core/columns/columns.ts'
import type { RowLists } from '#core/commands/add-rows.ts'
import { DEFAULT_INDICATORS, measuresWithFacts } from '#core/defaults/indicators.ts'
import { type OperationDocument, operationOf } from '#core/document.ts'
import { extentOf } from '#core/geo/polygon.ts'
import type { OperationContents } from '#core/operation-file.ts'
import type { LonLat } from '#core/place.ts'
import type { Operation } from '#core/records/operation.ts'
import { epochMinutesOf, instantOf } from '#core/time/instant.ts'
import type { RawTable } from '../raw-table.ts'
import { cleanLine, plainKey } from './cells/clean-text.ts'
import type { ImportPlan } from './plan-reading.ts'
import { provenanceOf } from './provenance.ts'
import { isInside, spanned, theatreOf } from './theatre.ts'

type Extent = Operation['extentDegrees']
type Source = Operation['sources'][number]

/** The operation before and after the rows came in. */
export type Ends = { readonly before: OperationContents; readonly after: OperationContents }

/** What an import consisted of. */
export type Imported = {
  readonly tables: readonly RawTable[]
  readonly plans: readonly ImportPlan[]
  /** UTC ISO: when the import happens. */
  readonly now: string
}

const DAY_MINUTES = 1440
const WINDOWS_DAYS = [365, 1825, 3650, 7300, 14_600]
const ENOUGH_INCIDENTS = 30
/** What is dated later than this after the import is a slip of the pen, and nothing to plan for. */
const AHEAD_MINUTES = 366 * DAY_MINUTES

/**
 * The settings and indicators that follow from an import: the view on the theatre, its sources, and
 * an indicator for each measure that the facts can feed now and could not before.
 *
 * @param mayChoosePlanningAt for a new operation: the middle of the deployments, else the last
 *   incident; and the shortest usual window that holds 30 incidents.
 */
export function settledSettings(
  { before, after }: Ends,
  imported: Imported,
  mayChoosePlanningAt: boolean,
): RowLists {
  const operation = operationOf(after.document)
  const hadMeasures = measuresWithFacts(before)
  const hasMeasures = measuresWithFacts(after)
  const { indicators: present } = after.document.tables
  const indicators = DEFAULT_INDICATORS.filter(
    ({ id, measure }) => hasMeasures.has(measure) && !hadMeasures.has(measure) && !present.has(id),
  )
  const settled: Operation = {
    ...operation,
    ...viewOf(before.document, after.document, operation),
    ...(mayChoosePlanningAt ? timesOf(after, operation, imported.now) : {}),
    theatreName: operation.theatreName || countryOf(imported.tables),
    sources: withSources(operation.sources, imported),
  }
  return { operation: [settled], indicators }
}

function timesOf(after: OperationContents, operation: Operation, now: string) {
  const latest = epochMinutesOf(now) + AHEAD_MINUTES
  const minutes = incidentMinutes(after).filter((at) => at <= latest)
  const planningAt = planningInstant(after.document, minutes) ?? operation.planningAt
  return { planningAt, incidentWindowDays: windowDays(minutes, epochMinutesOf(planningAt)) }
}

function viewOf(before: OperationDocument, after: OperationDocument, operation: Operation) {
  const isNewGround = before.tables.areas.size === 0 && after.tables.areas.size > 0
  const hasView = before.tables.areas.size > 0 || before.tables.communities.size > 0
  const extent = isNewGround
    ? spanned([...after.tables.areas.values()].map(({ outline }) => extentOf(outline)))
    : hasView
      ? null
      : extentOfPlaces(after)
  if (!extent) return { extentDegrees: operation.extentDegrees, centre: operation.centre }
  const [west, south, east, north] = extent
  const centre: LonLat = [(west + east) / 2, (south + north) / 2]
  return { extentDegrees: extent, centre }
}

function extentOfPlaces({ tables }: OperationDocument): Extent | null {
  const places = [...tables.communities.values(), ...tables.bases.values()]
  return places.length === 0
    ? null
    : spanned(places.map(({ position: [lon, lat] }) => [lon, lat, lon, lat] as const))
}

function countryOf(tables: readonly RawTable[]): string {
  for (const { headings, records } of tables) {
    const index = headings.findIndex((heading) =>
      /^(admin0name|adm0en|adm0name)$/.test(plainKey(heading)),
    )
    const name = cleanLine(records[0]?.cells[index] ?? null)
    if (index >= 0 && name !== '') return name
  }
  return ''
}

function planningInstant(
  { tables }: OperationDocument,
  sortedIncidentMinutes: Float64Array,
): string | null {
  const dated = [...tables.units.values()].filter(({ validFrom, validTo }) => validFrom && validTo)
  if (dated.length > 0) {
    const from = Math.min(...dated.map(({ validFrom }) => epochMinutesOf(validFrom!)))
    const to = Math.max(...dated.map(({ validTo }) => epochMinutesOf(validTo!)))
    return instantOf(Math.floor((from + to) / 2 / DAY_MINUTES) * DAY_MINUTES)
  }
  const latest = sortedIncidentMinutes.at(-1)
  return latest === undefined ? null : instantOf(Math.ceil(latest / DAY_MINUTES) * DAY_MINUTES)
}

/** When incidents within the borders happened, in order; of all incidents where no area is known. */
function incidentMinutes({ document, columns }: OperationContents): Float64Array {
  const theatre = theatreOf(document)
  const all = numbersBuilder()
  for (const { id, kind } of document.tables.datasets.values()) {
    const batch = kind === 'incidents' ? columns.get(id) : undefined
    if (batch?.geometry.type !== 'points') continue
    const { positions } = batch.geometry
    numbersOf(batch, 'occurredEpochMinutes').forEach((minutes, row) => {
      const position: LonLat = [positions[2 * row]!, positions[2 * row + 1]!]
      if (!theatre || isInside(theatre, position)) all.add(minutes)
    })
  }
  return all.build().sort()
}

function windowDays(minutes: Float64Array, untilMinutes: number): number {
  const countWithin = (days: number) =>
    minutes.filter((at) => at <= untilMinutes && at > untilMinutes - days * DAY_MINUTES).length
  const longest = WINDOWS_DAYS.at(-1) ?? 365
  if (countWithin(longest) === 0) return 365
  return WINDOWS_DAYS.find((days) => countWithin(days) >= ENOUGH_INCIDENTS) ?? longest
}

function withSources(sources: readonly Source[], { tables, plans }: Imported): readonly Source[] {
  const added = plans
    .filter(({ rowsAccepted }) => rowsAccepted > 0)
    .map(({ file, batches, rows }): Source => {
      const dataset = batches[0]?.dataset
      const table = tables.find((entry) => entry.file === file)
      const unknown = { source: file, licence: '', isFileName: true }
      const { source: title, licence, isFileName } = table ? provenanceOf(table) : unknown
      const filled = (Object.keys(rows) as (keyof RowLists)[]).filter((name) => rows[name]?.length)
      const asOf = dataset?.asOf ?? null
      return { title, licence, asOf, tables: filled, ...(isFileName && { isFileName }) }
    })
  const byTitle = new Map(sources.map((source) => [source.title, source]))
  for (const source of added) {
    const earlier = byTitle.get(source.title)
    byTitle.set(source.title, earlier ? joined(earlier, source) : source)
  }
  return [...byTitle.values()]
}

/** Newer rows of a source that was there make it as new as they are. */
function joined(earlier: Source, { asOf, tables = [] }: Source): Source {
  const isNewer = asOf !== null && asOf > (earlier.asOf ?? '')
  return {
    ...earlier,
    ...(isNewer && { asOf }),
    tables: [...new Set([...(earlier.tables ?? []), ...tables])],
  }
}
