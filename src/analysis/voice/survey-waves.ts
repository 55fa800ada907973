import { type Columns, categoriesOf, labelAt, numbersOf } from '#core/columns/columns.ts'
import type { SampledShare } from './share-estimate.ts'

/** The questions of a survey, by the column that holds the share of those who said yes. */
export const SURVEY_QUESTIONS = {
  feelSafe: 'feelSafeShare',
  trustMission: 'trustMissionShare',
} as const
export type SurveyQuestion = keyof typeof SURVEY_QUESTIONS

/** What one area answered when it was asked. */
export type AreaWave = SampledShare & {
  readonly heldEpochMinutes: number
  /** Null: all who were asked. */
  readonly group: string | null
}

/** Of whom a row of a survey is: women, men, youth; null: of all. */
export function surveyGroups(batch: Columns): (row: number) => string | null {
  const column = batch.fields['group']
  return column?.type === 'category' ? (row) => labelAt(column, row) : () => null
}

/**
 * The answers of each area to one question up to an instant, the latest first; those of groups are
 * among them, rows without an answer are not.
 */
export function wavesByArea(
  surveys: readonly Columns[],
  question: SurveyQuestion,
  atEpochMinutes: number,
): ReadonlyMap<string, readonly AreaWave[]> {
  const waves = new Map<string, AreaWave[]>()
  for (const batch of surveys) {
    const area = categoriesOf(batch, 'areaId')
    const [held, asked, design, share] = [
      'heldEpochMinutes',
      'sampleCount',
      'designEffect',
      SURVEY_QUESTIONS[question],
    ].map((field) => numbersOf(batch, field)) as [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
    ]
    const groupAt = surveyGroups(batch)
    for (let row = 0; row < batch.rowCount; row++) {
      const id = labelAt(area, row)
      const heldEpochMinutes = held[row]!
      if (id === null || Number.isNaN(share[row]!) || !(heldEpochMinutes <= atEpochMinutes)) {
        continue
      }
      const wave = {
        share: share[row]!,
        sampleCount: asked[row]!,
        designEffect: design[row]!,
        heldEpochMinutes,
        group: groupAt(row),
      }
      const own = waves.get(id)
      if (own) own.push(wave)
      else waves.set(id, [wave])
    }
  }
  for (const own of waves.values()) own.sort((a, b) => b.heldEpochMinutes - a.heldEpochMinutes)
  return waves
}
