import { type OperationDocument, operationOf } from '#core/document.ts'
import type { Dataset, DatasetKind } from '#core/records/dataset.ts'
import { ageText, type Freshness, freshnessOf } from '#core/time/freshness.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import { remembered } from '../remembered.ts'

/** How old what a layer shows is: of its kinds of data the one that is most overdue. */
export type DatasetAge = {
  readonly asOf: string | null
  readonly expectedEveryHours: number | null
  readonly freshness: Freshness
  /** What to beware of, when it is stale; else null. */
  readonly warning: string | null
}

/** The age of the newest dataset of each kind, and of these the one that is most overdue. */
export const datasetAge = remembered(
  (document: OperationDocument, kinds: readonly DatasetKind[]): DatasetAge => {
    const nowAt = operationOf(document).planningAt
    const newest = kinds.flatMap((kind) => newestOf(document, kind) ?? [])
    const oldest = newest.reduce<Dataset | null>(
      (worst, each) => (worst && overdue(worst, nowAt) >= overdue(each, nowAt) ? worst : each),
      null,
    )
    if (!oldest) {
      return { asOf: null, expectedEveryHours: null, freshness: 'unknown', warning: null }
    }
    const { asOf, expectedEveryHours } = oldest
    const freshness = freshnessOf(asOf, expectedEveryHours, nowAt)
    return { asOf, expectedEveryHours, freshness, warning: staleWarning(oldest, freshness, nowAt) }
  },
  24,
)

function newestOf(document: OperationDocument, kind: DatasetKind): Dataset | null {
  let newest: Dataset | null = null
  for (const dataset of document.tables.datasets.values()) {
    if (dataset.kind !== kind) continue
    if (!newest || (dataset.asOf ?? '') > (newest.asOf ?? '')) newest = dataset
  }
  return newest
}

/** Age over how often new data is expected; undated is most overdue, never expected least. */
function overdue({ asOf, expectedEveryHours }: Dataset, nowAt: string): number {
  if (asOf === null) return Number.POSITIVE_INFINITY
  const ageHours = (epochMinutesOf(nowAt) - epochMinutesOf(asOf)) / 60
  return expectedEveryHours === null ? ageHours * 1e-9 : ageHours / expectedEveryHours
}

function staleWarning(dataset: Dataset, freshness: Freshness, nowAt: string): string | null {
  if (freshness !== 'stale' || dataset.expectedEveryHours === null) return null
  const age = ageText(dataset.asOf, nowAt)
  return `${dataset.title}: ${age} old, expected every ${hoursText(dataset.expectedEveryHours)}.`
}

function hoursText(hours: number): string {
  return hours >= 48 ? `${Math.round(hours / 24)} d` : `${Math.round(hours)} h`
}
