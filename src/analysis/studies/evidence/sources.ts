import type { EvidenceSurface } from '../../situation.ts'
import type { StudyOption } from '../study.ts'

export const SOURCES = ['patrol', 'report', 'survey'] as const
export type Source = (typeof SOURCES)[number]

/** Who counts as having told us. */
export const SOURCES_OPTION = {
  id: 'sources',
  name: 'Heard through',
  type: 'choice',
  choices: [
    { id: 'any', name: 'Patrol, report or survey' },
    { id: 'withoutSurvey', name: 'Patrol or report' },
    { id: 'patrol', name: 'Patrol alone' },
  ],
  usual: 'any',
} as const satisfies StudyOption

/** The choice as a sentence says it. */
export const SOURCE_WORDS: Readonly<Record<string, string>> = {
  any: 'patrol, report or survey',
  withoutSurvey: 'patrol or report',
  patrol: 'patrol',
}

const CHOSEN: Readonly<Record<string, readonly Source[]>> = {
  any: SOURCES,
  withoutSurvey: ['patrol', 'report'],
  patrol: ['patrol'],
}

/** The latest word from each cell. */
export type Heard = {
  /** NaN: never. */
  readonly days: Float64Array
  /** Which of SOURCES it came from; −1: none. Of two on one day the one named first. */
  readonly source: Int8Array
}

export function heardFrom(evidence: EvidenceSurface, choice: string): Heard {
  const daysOf: Readonly<Record<Source, Float64Array>> = {
    patrol: evidence.daysSincePatrol,
    report: evidence.daysSinceReport,
    survey: evidence.daysSinceSurvey,
  }
  const days = new Float64Array(evidence.daysSinceAny.length).fill(Number.NaN)
  const source = new Int8Array(days.length).fill(-1)
  for (const name of CHOSEN[choice] ?? SOURCES) {
    daysOf[name].forEach((since, cell) => {
      if (Number.isNaN(since) || days[cell]! <= since) return
      days[cell] = since
      source[cell] = SOURCES.indexOf(name)
    })
  }
  return { days, source }
}
