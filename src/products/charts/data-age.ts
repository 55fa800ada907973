import { counted } from '#core/figures.ts'
import { DATA_NAMES, dataAges } from '../counts/data-ages.ts'
import type { Chart } from './chart.ts'

/** How old the newest data of each kind is. */
export const DATA_AGE: Chart = {
  id: 'dataAge',
  title: 'Age of the data',
  datasetKinds: [],
  widestLevel: 'public',
  needs: 'facts',
  fault: ({ tables }) => (tables.datasets.size === 0 ? 'No data has been brought in yet.' : null),
  draw(facts) {
    const ages = dataAges(facts)
    if (ages.length === 0) return null
    const stale = ages.filter(({ freshness }) => freshness === 'stale')
    const undated = ages.filter(({ ageDays }) => ageDays === null)
    const names = (of: typeof ages) => of.map(({ kind }) => DATA_NAMES[kind]).join(', ')
    const notes = [
      stale.length > 0
        ? `Older than twice the time in which new data is expected: ${names(stale)}.`
        : null,
      undated.length > 0 ? `Nobody said when these are from: ${names(undated)}.` : null,
    ].filter((note) => note !== null)
    return {
      type: 'chart',
      form: 'bars',
      title: 'Days since the newest data',
      unit: 'days',
      categories: ages.map(({ kind }) => DATA_NAMES[kind]),
      series: [
        {
          name: 'Age',
          tone: 'main',
          values: ages.map(({ ageDays }) =>
            ageDays === null
              ? null
              : ageDays < 10
                ? Math.round(10 * ageDays) / 10
                : Math.round(ageDays),
          ),
        },
      ],
      mark: null,
      note: notes.length > 0 ? notes.join(' ') : null,
    }
  },
  headline({ series, categories }) {
    const values = series[0]?.values ?? []
    const [oldest] = values
    if (oldest === null || oldest === undefined) return 'Nobody said how old the data is'
    if (oldest < 1) return 'No dated data is older than a day'
    return `${categories[0]} are oldest: the newest of them is ${daysText(oldest)} old`
  },
}

/** "32 days", and from two years on in these. */
function daysText(days: number): string {
  const years = Math.floor(days / 365.25)
  return years >= 2 ? `more than ${years} years` : counted(Math.round(days), 'day')
}
