import { counted, decimal } from '#core/figures.ts'
import { effectiveSampleCount, type SampledShare } from '../../voice/share-estimate.ts'
import type { SurveyFigure } from '../../voice/survey-figure.ts'
import type { AreaWave, SurveyQuestion } from '../../voice/survey-waves.ts'

/** So many answers carry a value without the word “few”. */
const MANY_ANSWERS = 60

export const SAYS: Readonly<Record<SurveyQuestion, string>> = {
  feelSafe: 'feel safe',
  trustMission: 'trust the mission',
}

/** How long ago a wave was asked. */
export function ageText({ heldEpochMinutes }: AreaWave, atEpochMinutes: number): string {
  return `${counted(Math.round((atEpochMinutes - heldEpochMinutes) / 1440), 'day')} ago`
}

/** The name with what a reader must beware of: few answers, or a value too near 0 to be told well. */
export function marked(name: string, figure: SurveyFigure | null): string {
  if (figure?.display !== 'withWarning') return name
  return `${name} (${(figure.effectiveSampleCount ?? 0) < MANY_ANSWERS ? 'few' : 'rough'})`
}

/** How many were asked, how the sample was drawn, how long ago; of very few not even that. */
export function noteOf(
  sampled: SampledShare | null,
  figure: SurveyFigure | null,
  age: string,
): string {
  if (!sampled || !figure) return 'Not asked'
  if (figure.display === 'suppressed') return 'Too few asked'
  if (figure.display === 'noValue') return `Too few: n ${figure.sampleCount}`
  const effect = sampled.sampleCount / effectiveSampleCount(sampled)
  return `n ${figure.sampleCount}, design effect ${decimal(effect)}, ${age}`
}
