import { categoriesOf, labelAt, numbersOf } from '#core/columns/columns.ts'
import { LEAST_SAMPLE_COUNT } from '../evidence.ts'
import { surveyGroups } from '../voice/survey-waves.ts'
import type { MeasureFacts, TakeMeasure } from './measure.ts'

/** After so many days an answer counts for half: a working value; opinion moves within a year. */
const ANSWER_HALF_LIFE_DAYS = 365

/**
 * Share of the people asked who do not feel safe, from the latest survey of the cell's area; under
 * 30 asked it gives no value. It weighs less as it ages.
 */
export const feelUnsafe: TakeMeasure = (facts) => {
  const { grid, areaIds } = facts.input.ground
  const latest = latestAnswers(facts)
  const answerOf = (area: number) => latest.get(areaIds[area] ?? '')
  const values = Float64Array.from(grid.areaIndex, (area) => {
    const answer = answerOf(area)
    return answer ? 1 - answer.feelSafeShare : Number.NaN
  })
  const confidenceShare = Float64Array.from(grid.areaIndex, (area) => {
    const answer = answerOf(area)
    if (!answer) return 0
    const ageDays = (facts.atEpochMinutes - answer.heldEpochMinutes) / 1440
    return 0.5 ** (ageDays / ANSWER_HALF_LIFE_DAYS)
  })
  return { values, confidenceShare }
}

type Answer = { readonly heldEpochMinutes: number; readonly feelSafeShare: number }

function latestAnswers({ input, atEpochMinutes }: MeasureFacts): Map<string, Answer> {
  const latest = new Map<string, Answer>()
  for (const batch of input.surveys) {
    const areaId = categoriesOf(batch, 'areaId')
    const held = numbersOf(batch, 'heldEpochMinutes')
    const asked = numbersOf(batch, 'sampleCount')
    const safe = numbersOf(batch, 'feelSafeShare')
    const groupAt = surveyGroups(batch)
    for (let row = 0; row < batch.rowCount; row++) {
      const area = labelAt(areaId, row)
      const answer = { heldEpochMinutes: held[row]!, feelSafeShare: safe[row]! }
      if (area === null || groupAt(row) !== null || Number.isNaN(answer.feelSafeShare)) continue
      if (!(asked[row]! >= LEAST_SAMPLE_COUNT) || !(answer.heldEpochMinutes <= atEpochMinutes)) {
        continue
      }
      const before = latest.get(area)
      if (!before || before.heldEpochMinutes < answer.heldEpochMinutes) latest.set(area, answer)
    }
  }
  return latest
}
