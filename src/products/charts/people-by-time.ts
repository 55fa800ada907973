import { wholePeople } from '#analysis/compare/whole-people.ts'
import { FINENESS } from '#analysis/whole-units.ts'
import { LEAST_CELL_COUNT } from '#core/disclosure-limits.ts'
import { operationOf } from '#core/document.ts'
import { durationText, peopleText } from '#core/figures.ts'
import type { Chart } from './chart.ts'

const EDGES_MINUTES = [30, 60, 120, 240]

/** How many people a unit reaches in what time. */
export const PEOPLE_BY_TIME: Chart = {
  id: 'peopleByTime',
  title: 'People by time to help',
  datasetKinds: ['roads'],
  widestLevel: 'partners',
  needs: 'situation',
  fault: ({ tables }) =>
    tables.communities.size === 0 && tables.areas.size === 0
      ? 'Nothing is known yet of where people live.'
      : null,
  draw({ ground, situations, document }, { scenarioId }) {
    const situation = situations[scenarioId]
    if (!ground || !situation) return null
    const edges = [...new Set([...EDGES_MINUTES, operationOf(document).responseStandardMinutes])]
    edges.sort((a, b) => a - b)
    const units = new Float64Array(edges.length + 2)
    wholePeople(ground.peopleCount).forEach((people, cell) => {
      const minutes = situation.responseMinutes[cell]!
      const bin = edges.findIndex((edge) => minutes <= edge)
      const last = Number.isNaN(minutes) ? edges.length + 1 : edges.length
      units[bin < 0 ? last : bin]! += people
    })
    return {
      type: 'chart',
      form: 'columns',
      title: 'People by the time in which a unit reaches them',
      unit: 'people',
      categories: [
        ...edges.map((edge) => `within ${durationText(edge)}`),
        `over ${durationText(edges.at(-1)!)}`,
        'no unit can',
      ],
      series: [{ name: 'People', tone: 'main', values: [...units].map(told) }],
      mark: null,
      note: 'By road and on foot, as the roads are on record. People are estimated where nobody counted.',
    }
  },
  headline({ series, categories }) {
    const values = series[0]?.values ?? []
    const beyond = values.at(-1) ?? null
    const first = values[0] ?? null
    const sooner = first === null ? '' : `${peopleText(first)} people have help ${categories[0]}`
    return beyond === null || beyond === 0
      ? sooner
      : `${sooner}; no unit can reach ${peopleText(beyond)}`
  },
}

function told(units: number): number | null {
  const count = Math.round(units / FINENESS)
  return count > 0 && count < LEAST_CELL_COUNT ? null : count
}
