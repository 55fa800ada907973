import type { OperationDocument } from '#core/document.ts'
import type { Dataset, DatasetKind } from '#core/records/dataset.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { ageText, freshnessOf, hoursText } from '#core/time/freshness.ts'
import { latestOfEachKind, overdueShare } from '#core/time/leading-dataset.ts'

/** What a decision should beware of when data of a kind is old. */
const CONSEQUENCES: Readonly<Record<DatasetKind, string>> = {
  roads: 'times may be too short',
  waterways: 'walks may cross water',
  landCover: 'walks may take longer',
  elevation: 'walks may take longer',
  incidents: 'need may be too low',
  protectedIncidents: 'their counts may be too low',
  patrols: 'latest visits may be missing',
  surveys: 'how safe people feel may have changed',
  signals: 'what is posted may have changed',
  population: 'counts of people may be off',
}

/** The one sentence of the stale band. */
export type StaleFact = {
  /** "Roads 9 d old (131200Z NOV): times may be too short" */
  readonly sentence: string
  /** "due every 3 d" */
  readonly due: string
  /** How many more kinds of data are stale. */
  readonly moreCount: number
}

/**
 * Of the kinds of data that a slide rests on, the one that is most overdue, if the newest of it is
 * older than twice the time in which new data is expected; null if none is.
 */
export function staleFact(
  document: OperationDocument,
  kinds: readonly DatasetKind[],
  nowAt: string,
): StaleFact | null {
  const stale = staleDatasets(document, kinds, nowAt)
  const [first] = stale
  if (!first?.asOf || first.expectedEveryHours === null) return null
  const when = dateTimeGroup(first.asOf).slice(0, -3)
  return {
    sentence: `${first.title} ${ageText(first.asOf, nowAt)} old (${when}): ${CONSEQUENCES[first.kind]}`,
    due: `due every ${hoursText(first.expectedEveryHours)}`,
    moreCount: stale.length - 1,
  }
}

/** What figures of a comparison rest on. */
const COMPARED_KINDS = ['roads', 'waterways', 'incidents', 'patrols', 'surveys'] as const

/** Everything stale that a comparison rests on, most overdue first: "Roads 10 d old, due every 3 d: times may be too short". */
export function staleUnderCompared(document: OperationDocument, nowAt: string): string[] {
  return staleDatasets(document, COMPARED_KINDS, nowAt).flatMap(
    ({ title, kind, asOf, expectedEveryHours }) =>
      asOf === null || expectedEveryHours === null
        ? []
        : [
            `${title} ${ageText(asOf, nowAt)} old, due every ${hoursText(expectedEveryHours)}: ${CONSEQUENCES[kind]}`,
          ],
  )
}

/** Most overdue first. */
function staleDatasets(
  { tables }: OperationDocument,
  kinds: readonly DatasetKind[],
  nowAt: string,
): Dataset[] {
  return latestOfEachKind([...tables.datasets.values()])
    .filter(
      ({ kind, asOf, expectedEveryHours }) =>
        kinds.includes(kind) && freshnessOf(asOf, expectedEveryHours, nowAt) === 'stale',
    )
    .sort((a, b) => overdueShare(b, nowAt) - overdueShare(a, nowAt) || (a.id < b.id ? -1 : 1))
}
