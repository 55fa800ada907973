import type { DatasetKind } from '#core/records/dataset.ts'
import { type Freshness, freshnessOf } from '#core/time/freshness.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import { latestOfEachKind } from '#core/time/leading-dataset.ts'
import type { ProductFacts } from '../facts.ts'
import { countedDatasets } from '../levels/counted-datasets.ts'

/** How old the newest data of a kind is. */
export type DataAge = {
  readonly kind: DatasetKind
  readonly asOf: string | null
  /** Null: nobody said when it is from. Newer than now: 0. */
  readonly ageDays: number | null
  readonly freshness: Freshness
}

/** How people name what data is of. */
export const DATA_NAMES: Readonly<Record<DatasetKind, string>> = {
  incidents: 'Incidents',
  protectedIncidents: 'Protected incidents',
  patrols: 'Patrols',
  surveys: 'Surveys',
  signals: 'What is posted',
  roads: 'Roads',
  waterways: 'Rivers and lakes',
  landCover: 'Land cover',
  elevation: 'Heights',
  population: 'People',
}

/** Kinds without which a picture of need says little; told as missing where there is none. */
export const EXPECTED_KINDS: readonly DatasetKind[] = ['incidents', 'patrols', 'surveys', 'roads']

/** Of each kind that figures are made of, the oldest first, then those of which nobody said it. */
export function dataAges({ document, nowAt }: Pick<ProductFacts, 'document' | 'nowAt'>): DataAge[] {
  const all = [...document.tables.datasets.values(), ...countedDatasets(document)]
  return latestOfEachKind(all)
    .map(({ kind, asOf, expectedEveryHours }) => ({
      kind,
      asOf,
      ageDays:
        asOf === null ? null : Math.max(0, (epochMinutesOf(nowAt) - epochMinutesOf(asOf)) / 1440),
      freshness: freshnessOf(asOf, expectedEveryHours, nowAt),
    }))
    .sort((a, b) => (b.ageDays ?? -1) - (a.ageDays ?? -1) || (a.kind < b.kind ? -1 : 1))
}
