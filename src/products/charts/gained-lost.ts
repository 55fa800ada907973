import { LEAST_CELL_COUNT } from '#core/disclosure-limits.ts'
import { operationOf } from '#core/document.ts'
import { durationText, peopleText } from '#core/figures.ts'
import type { Chart } from './chart.ts'

const MOST_COUNTIES = 12

/** Who gains and who loses help in time, by county, from one course of action to another. */
export const GAINED_LOST: Chart = {
  id: 'gainedLost',
  title: 'People gained and lost by county',
  datasetKinds: ['roads'],
  widestLevel: 'partners',
  needs: 'comparison',
  fault: ({ tables }) =>
    tables.scenarios.size < 2 ? 'There is no other course of action to compare with.' : null,
  draw({ comparison, document }, { againstScenarioId }) {
    if (!comparison || againstScenarioId === null) return null
    const counties = comparison.counties.slice(0, MOST_COUNTIES)
    const moreCount = comparison.counties.length - counties.length
    const standard = durationText(operationOf(document).responseStandardMinutes)
    return {
      type: 'chart',
      form: 'bars',
      title: `People who gain or lose help within ${standard}`,
      unit: 'people',
      categories: counties.length > 0 ? counties.map(({ name }) => name) : ['All counties'],
      series: [
        {
          name: 'Gain',
          tone: 'good',
          values: counties.length > 0 ? counties.map((each) => told(each.gainedPeopleCount)) : [0],
        },
        {
          name: 'Lose',
          tone: 'bad',
          values: counties.length > 0 ? counties.map((each) => told(each.lostPeopleCount)) : [0],
        },
      ],
      mark: null,
      note: moreCount > 0 ? `${moreCount} more counties change less.` : null,
    }
  },
  headline({ series }) {
    const sum = (at: number) =>
      (series[at]?.values ?? []).reduce<number>((all, one) => all + (one ?? 0), 0)
    return `${peopleText(sum(0))} people in these counties gain help in time, ${peopleText(sum(1))} lose it`
  },
}

function told(people: number): number | null {
  const count = Math.round(people)
  return count > 0 && count < LEAST_CELL_COUNT ? null : count
}
