import { numbersOf } from '#core/columns/columns.ts'
import type { ChartBlock } from '#core/records/page.ts'
import { observedOf, toldUntil } from '../counts/observed.ts'
import { dayInFull, dayInShort } from '../counts/period-of.ts'
import { countedDatasets } from '../levels/counted-datasets.ts'
import type { Chart } from './chart.ts'
import { lastWeekText } from './last-week-text.ts'

const WEEK_MINUTES = 7 * 1440
const WEEK_COUNT = 12

/** Patrols that set out in the last twelve weeks, all over the theatre. */
export const PATROLS_BY_WEEK: Chart = {
  id: 'patrolsByWeek',
  title: 'Patrols by week',
  datasetKinds: ['patrols'],
  widestLevel: 'public',
  needs: 'facts',
  fault: (document) =>
    countedDatasets(document, 'patrols').length === 0 ? 'No patrols are on record.' : null,
  draw(facts): ChartBlock | null {
    const observed = observedOf(facts, 'patrols', 'startedEpochMinutes')
    if (!observed) return null
    const until = toldUntil(facts, observed)
    const from = until - WEEK_COUNT * WEEK_MINUTES
    const starts = Array.from({ length: WEEK_COUNT }, (_, week) => from + week * WEEK_MINUTES)
    const counts = starts.map(() => 0)
    for (const batch of observed.batches) {
      for (const time of numbersOf(batch, 'startedEpochMinutes')) {
        if (time >= from && time < until) counts[Math.floor((time - from) / WEEK_MINUTES)]!++
      }
    }
    return {
      type: 'chart',
      form: 'columns',
      title: 'Patrols on record by week',
      unit: 'patrols',
      categories: starts.map(dayInShort),
      series: [
        {
          name: 'Patrols',
          tone: 'main',
          values: counts.map((count, week) => (starts[week]! >= observed.from ? count : null)),
        },
      ],
      mark: null,
      note: `Weeks begin on the day named; the last one ends on ${dayInFull(until)}.`,
    }
  },
  headline: ({ series }) => lastWeekText(series, ['patrol', 'patrols']),
}
