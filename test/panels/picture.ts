import type { ScenarioPicture } from '#analysis/compare/scenario-measures.ts'
import type { Ground } from '#analysis/ground.ts'
import type { SituationInput } from '#analysis/situation.ts'
import { situationOf } from '#analysis/situation-of.ts'
import { DEFAULT_INDICATORS } from '#core/defaults/indicators.ts'
import {
  incidentColumns,
  situationInput,
  surveyColumns,
  twoCounties,
} from '../analysis/small-ground.ts'

/** Two counties of 130 cells, each with a village of 1,000. */
export const GROUND: Ground = twoCounties()

const CELLS = GROUND.grid.cells.map((_, cell) => cell)

/** Minutes to the nearest unit, cell by cell. */
export const FAR_MINUTES = Float64Array.from(CELLS, (cell) => 30 + 2 * cell)

/** A real picture of the two counties: trouble in the east, a survey in both. */
export function aPicture(
  responseMinutes = FAR_MINUTES,
  facts: Partial<SituationInput> = {},
): ScenarioPicture {
  const east = CELLS.filter((cell) => GROUND.grid.areaIndex[cell] === 1)
  const input = situationInput(GROUND, {
    indicators: [...DEFAULT_INDICATORS].sort((a, b) => (a.orderKey < b.orderKey ? -1 : 1)),
    incidents: [
      incidentColumns(
        east.slice(0, 30).map((cell, i) => ({
          at: [GROUND.grid.lonDegrees[cell]!, GROUND.grid.latDegrees[cell]!],
          ageDays: 3 + i,
          category: i % 2 === 0 ? 'violence' : 'theft',
        })),
      ),
    ],
    surveys: [
      surveyColumns([
        { areaId: 'a-west', ageDays: 40, sampleCount: 200, feelSafeShare: 0.8 },
        { areaId: 'b-east', ageDays: 40, sampleCount: 200, feelSafeShare: 0.35 },
      ]),
    ],
    ...facts,
  })
  const travelToTownMinutes = Float64Array.from(CELLS, (cell) => 20 + 3 * cell)
  return { input, situation: situationOf(input, { responseMinutes, travelToTownMinutes }) }
}
