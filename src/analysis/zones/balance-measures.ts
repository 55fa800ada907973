import { UNDERSERVED_SCORE } from '../compare/underserved-score.ts'
import type { Ground } from '../ground.ts'
import type { Situation } from '../situation.ts'

/** What zones can be balanced by. */
export const BALANCE_MEASURES = [
  { id: 'people', name: 'People', unit: 'people' },
  { id: 'need', name: 'Need', unit: 'people × need' },
  { id: 'underserved', name: 'People underserved', unit: 'people underserved' },
  { id: 'area', name: 'Area', unit: 'km²' },
  { id: 'incidents', name: 'Incidents', unit: 'incidents' },
  { id: 'workload', name: 'Work of patrols', unit: 'patrol-days' },
] as const

export type BalanceMeasureId = (typeof BALANCE_MEASURES)[number]['id']

type MeasuredFacts = {
  readonly ground: Pick<Ground, 'grid' | 'peopleCount'>
  readonly situation: Pick<Situation, 'underservedScore'> & {
    readonly need: Pick<Situation['need'], 'score'>
  }
  /** Incidents of the window, by cell. */
  readonly incidentCount: Float64Array
}

/**
 * How much of a measure lies in each cell; NaN where it is not known, as need is without data. Workload
 * depends on who does it: `baseWork`.
 */
export function amountsOf(
  measureId: Exclude<BalanceMeasureId, 'workload'>,
  { ground, situation, incidentCount }: MeasuredFacts,
): Float64Array {
  const { peopleCount, grid } = ground
  switch (measureId) {
    case 'people':
      return peopleCount
    case 'area':
      return grid.areaSquareKilometres
    case 'incidents':
      return incidentCount
    case 'need':
      return peopleCount.map((people, cell) =>
        people === 0 ? 0 : people * situation.need.score[cell]!,
      )
    case 'underserved':
      return peopleCount.map((people, cell) => {
        const score = situation.underservedScore[cell]!
        if (people === 0) return 0
        return Number.isNaN(score) ? Number.NaN : score >= UNDERSERVED_SCORE ? people : 0
      })
  }
}
