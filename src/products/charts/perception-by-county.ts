import type { SurveyFigure } from '#analysis/voice/survey-figure.ts'
import { perceptionByCounty } from '../counts/perception.ts'
import type { Chart } from './chart.ts'

/** How many people feel safe where they live, as they said when they were last asked. */
export const PERCEPTION_BY_COUNTY: Chart = {
  id: 'perceptionByCounty',
  title: 'How safe people feel, by county',
  datasetKinds: ['surveys'],
  // The label of the surveys says who may have them: they are not in the document of others.
  widestLevel: 'public',
  needs: 'facts',
  fault: ({ tables }) =>
    [...tables.datasets.values()].some(({ kind }) => kind === 'surveys')
      ? null
      : 'No survey is on record that these readers may see.',
  draw(facts) {
    const answers = perceptionByCounty(facts, 'feelSafe')
    if (!answers) return null
    const told = answers.filter(({ now }) => now?.share != null)
    const few = answers.filter(({ now }) => now !== null && now.share === null).length
    const never = answers.filter(({ now }) => now === null).length
    const rough = told.filter(({ now }) => now?.display === 'withWarning').map(({ name }) => name)
    const notes = [
      few > 0 ? `Too few were asked in ${few} counties to show a figure.` : null,
      never > 0 ? `Nobody was asked in ${never} counties.` : null,
      rough.length > 0 ? `Rough, as few were asked: ${rough.join(', ')}.` : null,
    ].filter((note) => note !== null)
    return {
      type: 'chart',
      form: 'bars',
      title: 'People who feel safe where they live',
      unit: '%',
      categories: answers.length > 0 ? answers.map(({ name }) => name) : ['No county'],
      series: [
        {
          name: 'Feel safe',
          tone: 'main',
          values: answers.length > 0 ? answers.map(({ now }) => shownPercent(now)) : [null],
        },
      ],
      mark: null,
      note: notes.length > 0 ? notes.join(' ').slice(0, 480) : null,
    }
  },
  headline({ series, categories }) {
    const told = (series[0]?.values ?? []).flatMap((value, at) =>
      value === null ? [] : [{ name: categories[at] ?? '', value }],
    )
    told.sort((a, b) => a.value - b.value)
    const [low, high] = [told[0], told.at(-1)]
    if (!low || !high) return 'How safe people feel is not known: too few were asked'
    return low === high
      ? `In ${low.name} ${Math.round(low.value)} % feel safe`
      : `Fewest feel safe in ${low.name} (${Math.round(low.value)} %), most in ${high.name} (${Math.round(high.value)} %)`
  },
}

function shownPercent(now: SurveyFigure | null): number | null {
  return now?.share == null ? null : Math.round(1000 * now.share) / 10
}
