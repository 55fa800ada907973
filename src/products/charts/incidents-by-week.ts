import { categoriesOf, numbersOf } from '#core/columns/columns.ts'
import type { ChartBlock } from '#core/records/page.ts'
import { observedOf, toldUntil } from '../counts/observed.ts'
import { dayInFull, dayInShort } from '../counts/period-of.ts'
import { typeName } from '../counts/type-names.ts'
import { countedDatasets } from '../levels/counted-datasets.ts'
import { isOutside } from '../levels/levels.ts'
import { isTellable, roundedCount } from '../levels/told-count.ts'
import type { Chart } from './chart.ts'
import { lastWeekText } from './last-week-text.ts'
import { SERIES_TONES } from './tones.ts'

const WEEK_MINUTES = 7 * 1440
const WEEK_COUNT = 12
const MOST_TYPES = 4

const ROUNDED = 'To the nearest 5; a week without a column had 1 to 4, or is not on record.'

/** Incidents of the last twelve weeks: by type for the staff; for others together, without weeks of few. */
export const INCIDENTS_BY_WEEK: Chart = {
  id: 'incidentsByWeek',
  title: 'Incidents by week',
  datasetKinds: ['incidents'],
  widestLevel: 'public',
  needs: 'facts',
  fault: (document) =>
    countedDatasets(document, 'incidents').length === 0 ? 'No incidents are on record.' : null,
  draw(facts): ChartBlock | null {
    const observed = observedOf(facts, 'incidents', 'occurredEpochMinutes')
    if (!observed) return null
    const until = toldUntil(facts, observed)
    const starts = weekStarts(until)
    const isStaff = !isOutside(facts.deck.level)
    const byType = new Map<string, number[]>()
    for (const batch of observed.batches) {
      const times = numbersOf(batch, 'occurredEpochMinutes')
      const { codes, labels } = categoriesOf(batch, 'category')
      for (let row = 0; row < batch.rowCount; row++) {
        const week = Math.floor((times[row]! - starts[0]!) / WEEK_MINUTES)
        if (!(week >= 0 && times[row]! < until)) continue
        const type = isStaff ? (labels[codes[row]!] ?? 'other') : 'incidents'
        const own = byType.get(type) ?? starts.map(() => 0)
        own[week]!++
        byType.set(type, own)
      }
    }
    const isKnown = starts.map((start) => start >= observed.from)
    return {
      type: 'chart',
      form: 'stackedColumns',
      title: 'Incidents on record by week',
      unit: 'incidents',
      categories: starts.map(dayInShort),
      series: isStaff ? seriesOf(byType, isKnown) : toldSeries(seriesOf(byType, isKnown)),
      mark: null,
      note: `Weeks begin on the day named; the last one ends on ${dayInFull(until)}. What nobody reported is not in it.${isStaff ? '' : ` ${ROUNDED}`}`,
    }
  },
  headline: ({ series, note }) =>
    note?.includes(ROUNDED) && series[0]?.values.at(-1) === null
      ? 'Too few incidents to tell of in the last week'
      : lastWeekText(series, ['incident', 'incidents']),
}

function weekStarts(until: number): number[] {
  return Array.from({ length: WEEK_COUNT }, (_, week) => until - (WEEK_COUNT - week) * WEEK_MINUTES)
}

function toldSeries(series: ChartBlock['series']): ChartBlock['series'] {
  const told = (count: number | null) =>
    count !== null && isTellable(count) ? roundedCount(count) : null
  return series.map((line) => ({ ...line, values: line.values.map(told) }))
}

function seriesOf(
  byType: ReadonlyMap<string, readonly number[]>,
  isKnown: readonly boolean[],
): ChartBlock['series'] {
  const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0)
  const sorted = [...byType].sort(
    ([a, one], [b, other]) =>
      Number(a === 'other') - Number(b === 'other') || sum(other) - sum(one) || (a < b ? -1 : 1),
  )
  const known = (counts: readonly number[]) =>
    counts.map((count, week) => (isKnown[week] ? count : null))
  const told = sorted.slice(0, MOST_TYPES)
  const rest = sorted.slice(MOST_TYPES).map(([, counts]) => counts)
  const others = isKnown.map((_, week) => rest.reduce((all, counts) => all + counts[week]!, 0))
  const named = told.map(([type, counts]) => ({ name: typeName(type), counts }))
  const all = rest.length > 0 ? [...named, { name: 'Others', counts: others }] : named
  const lines = all.length > 0 ? all : [{ name: 'Incidents', counts: isKnown.map(() => 0) }]
  return lines.map(({ name, counts }, index) => ({
    name,
    tone: SERIES_TONES[index] ?? 'unknown',
    values: known(counts),
  }))
}
