import type { Dataset } from '../records/dataset.ts'
import { epochMinutesOf } from './instant.ts'

/**
 * The dataset that says how old the picture is: of the latest of each kind, the one whose age is most
 * beside how often new data is expected. A quarterly survey of last month is newer in this than a
 * daily report of last week. Where nothing is expected regularly, the oldest.
 */
export function leadingDataset(
  datasets: ReadonlyMap<string, Dataset>,
  nowAt: string,
): Dataset | null {
  const dated = [...datasets.values()].filter(({ asOf }) => asOf !== null)
  const regular = dated.filter(({ expectedEveryHours }) => expectedEveryHours !== null)
  return latestOfEachKind(regular.length > 0 ? regular : dated).reduce<Dataset | null>(
    (leading, dataset) =>
      !leading || overdueShare(dataset, nowAt) > overdueShare(leading, nowAt) ? dataset : leading,
    null,
  )
}

/** Of each kind the dataset that is newest. */
export function latestOfEachKind(datasets: readonly Dataset[]): Dataset[] {
  const latest = new Map<string, Dataset>()
  for (const dataset of datasets) {
    const known = latest.get(dataset.kind)
    if (!known || (dataset.asOf ?? '') > (known.asOf ?? '')) latest.set(dataset.kind, dataset)
  }
  return [...latest.values()]
}

/** Age over how often new data is expected; where nothing is expected, the age in hours. */
export function overdueShare({ asOf, expectedEveryHours }: Dataset, nowAt: string): number {
  const ageMinutes = epochMinutesOf(nowAt) - epochMinutesOf(asOf ?? nowAt)
  return ageMinutes / 60 / (expectedEveryHours ?? 1)
}
