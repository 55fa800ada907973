import { type Columns, numbersOf } from '#core/columns/columns.ts'
import type { RowLists } from '#core/commands/add-rows.ts'
import { DEFAULT_INDICATORS, measuresWithFacts } from '#core/defaults/indicators.ts'
import { type OperationDocument, operationOf } from '#core/document.ts'
import { extentOf } from '#core/geo/polygon.ts'
import type { LonLat } from '#core/place.ts'
import type { Operation } from '#core/records/operation.ts'
import { epochMinutesOf, instantOf } from '#core/time/instant.ts'
import type { RawTable } from '../raw-table.ts'
import { cleanLine, plainKey } from './cells/clean-text.ts'
import type { ImportPlan } from './plan-import.ts'
import { provenanceOf } from './provenance.ts'
import { spanned } from './theatre.ts'

type Extent = Operation['extentDegrees']
type Source = Operation['sources'][number]

/** The document before and after the rows came in. */
export type Ends = { readonly before: OperationDocument; readonly after: OperationDocument }

/** What an import consisted of. */
export type Imported = {
  readonly tables: readonly RawTable[]
  readonly plans: readonly ImportPlan[]
  readonly columns: ReadonlyMap<string, Columns>
}

const DAY_MINUTES = 1440
const WINDOWS_DAYS = [365, 1825, 3650, 7300, 14_600]
const ENOUGH_INCIDENTS = 30

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
  const operation = operationOf(after)
  const hadMeasures = measuresWithFacts(before)
  const hasMeasures = measuresWithFacts(after)
  const indicators = DEFAULT_INDICATORS.filter(
    ({ id, measure }) =>
      hasMeasures.has(measure) && !hadMeasures.has(measure) && !after.tables.indicators.has(id),
  )
  const planningAt = mayChoosePlanningAt
    ? (planningInstant(after, imported.columns) ?? operation.planningAt)
    : operation.planningAt
  const settled: Operation = {
    ...operation,
    ...viewOf({ before, after }, operation),
    theatreName: operation.theatreName || countryOf(imported.tables),
    planningAt,
    incidentWindowDays: mayChoosePlanningAt
      ? windowDays(incidentMinutes(after, imported.columns), epochMinutesOf(planningAt))
      : operation.incidentWindowDays,
    sources: withSources(operation.sources, imported),
  }
  return { operation: [settled], indicators }
}

function viewOf({ before, after }: Ends, operation: Operation) {
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
  columns: ReadonlyMap<string, Columns>,
): string | null {
  const dated = [...tables.units.values()].filter(({ validFrom, validTo }) => validFrom && validTo)
  if (dated.length > 0) {
    const from = Math.min(...dated.map(({ validFrom }) => epochMinutesOf(validFrom!)))
    const to = Math.max(...dated.map(({ validTo }) => epochMinutesOf(validTo!)))
    return instantOf(Math.floor((from + to) / 2 / DAY_MINUTES) * DAY_MINUTES)
  }
  const latest = incidentMinutes({ tables } as OperationDocument, columns).at(-1)
  return latest === undefined ? null : instantOf(Math.ceil(latest / DAY_MINUTES) * DAY_MINUTES)
}

function incidentMinutes(
  { tables }: OperationDocument,
  columns: ReadonlyMap<string, Columns>,
): number[] {
  const all: number[] = []
  for (const [id, batch] of columns) {
    if (tables.datasets.get(id)?.kind !== 'incidents') continue
    for (const minutes of numbersOf(batch, 'occurredEpochMinutes')) all.push(minutes)
  }
  return all.sort((a, b) => a - b)
}

function windowDays(minutes: readonly number[], untilMinutes: number): number {
  const countWithin = (days: number) =>
    minutes.filter((at) => at <= untilMinutes && at > untilMinutes - days * DAY_MINUTES).length
  const longest = WINDOWS_DAYS.at(-1) ?? 365
  if (countWithin(longest) === 0) return 365
  return WINDOWS_DAYS.find((days) => countWithin(days) >= ENOUGH_INCIDENTS) ?? longest
}

function withSources(sources: readonly Source[], { tables, plans }: Imported): readonly Source[] {
  const added = plans
    .filter(({ rowsAccepted }) => rowsAccepted > 0)
    .map(({ file, batches }): Source => {
      const dataset = batches[0]?.dataset
      const table = tables.find((entry) => entry.file === file)
      const { source, licence } = table ? provenanceOf(table) : { source: file, licence: '' }
      return { title: source, licence, asOf: dataset?.asOf ?? null }
    })
  const titles = new Set(sources.map(({ title }) => title))
  const fresh = added.filter(({ title }, i) => {
    return !titles.has(title) && added.findIndex((other) => other.title === title) === i
  })
  return [...sources, ...fresh]
}
