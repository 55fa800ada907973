import { type SurveyFigure, surveyFigure } from '#analysis/voice/survey-figure.ts'
import { type SurveyQuestion, wavesByArea } from '#analysis/voice/survey-waves.ts'
import { countiesAmong } from '#core/county-level.ts'
import { monthOf } from '#core/time/months.ts'
import { type CountFacts, planningMinutes } from './period-of.ts'

/** What a county answered when it was last asked, and the time before; as it may be shown. */
export type CountyAnswer = {
  readonly name: string
  /** Null: never asked. */
  readonly heldEpochMinutes: number | null
  readonly now: SurveyFigure | null
  readonly before: SurveyFigure | null
}

/**
 * Answers by county to one question, of all who were asked. Only surveys that readers may have count;
 * a wave of another month is another wave.
 *
 * @returns null: the surveys are not at hand yet.
 */
export function perceptionByCounty(
  facts: CountFacts,
  question: SurveyQuestion,
): readonly CountyAnswer[] | null {
  const { tables } = facts.document
  const datasets = [...tables.datasets.values()].filter(({ kind }) => kind === 'surveys')
  const batches = datasets.flatMap(({ id }) => facts.columns.get(id) ?? [])
  if (batches.length < datasets.length) return null
  const waves = wavesByArea(batches, question, planningMinutes(facts))
  return countiesAmong(tables.areas.values())
    .map(({ id, name }) => {
      const own = (waves.get(id) ?? []).filter(({ group }) => group === null)
      const [now] = own
      const before = own.find(
        ({ heldEpochMinutes }) => now && monthOf(heldEpochMinutes) < monthOf(now.heldEpochMinutes),
      )
      return {
        name,
        heldEpochMinutes: now?.heldEpochMinutes ?? null,
        now: now ? surveyFigure(now) : null,
        before: before ? surveyFigure(before) : null,
      }
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}
