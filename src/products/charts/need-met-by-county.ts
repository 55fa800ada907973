import { needMetByCounty } from '#analysis/compare/need-met.ts'
import { operationOf } from '#core/document.ts'
import { percent } from '#core/figures.ts'
import type { Chart } from './chart.ts'

/** How far need is met in each county, the worst first, with the floor that each shall have. */
export const NEED_MET_BY_COUNTY: Chart = {
  id: 'needMetByCounty',
  title: 'Need met by county',
  datasetKinds: ['incidents', 'patrols', 'roads'],
  widestLevel: 'partners',
  needs: 'situation',
  fault: ({ tables }) =>
    tables.indicators.size === 0 ? 'No indicator says what need is yet.' : null,
  draw({ ground, situations, document }, { scenarioId }) {
    const situation = situations[scenarioId]
    if (!ground || !situation) return null
    const known = needMetByCounty(ground, situation)
    const names = new Set(known.map(({ name }) => name))
    const unknown = ground.areaNames.filter((name) => !names.has(name))
    const { floorShare } = operationOf(document)
    return {
      type: 'chart',
      form: 'bars',
      title: 'Share of need that is met',
      unit: '%',
      categories: [...known.map(({ name }) => name), ...unknown],
      series: [
        {
          name: 'Need met',
          tone: 'main',
          values: [
            ...known.map(({ share }) => Math.round(1000 * share) / 10),
            ...unknown.map(() => null),
          ],
        },
      ],
      mark: { value: 100 * floorShare, label: `floor ${percent(floorShare)} %` },
      note:
        unknown.length > 0
          ? `Need is not known in ${unknown.length} of ${ground.areaNames.length} counties.`
          : null,
    }
  },
  headline({ series, categories, mark }) {
    const values = series[0]?.values ?? []
    const known = values.filter((value) => value !== null)
    const under = known.filter((value) => value < (mark?.value ?? 0)).length
    if (known.length === 0) return 'How far need is met is not known in any county'
    const of =
      known.length < categories.length
        ? `${known.length} counties where need is known`
        : `${known.length} counties`
    return under === 0
      ? `None of ${of} is below the floor`
      : `${under} of ${of} ${under === 1 ? 'is' : 'are'} below the floor`
  },
}
