import { counted, decimal, NOTHING } from '#core/figures.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import { elevatedRisk } from '../../incidents/elevated-risk.ts'
import { incidentPlane } from '../../incidents/incident-plane.ts'
import { type NearRepeatTable, nearRepeat } from '../../incidents/near-repeat.ts'
import { CATEGORY_OPTION } from '../options.ts'
import { looselyPlaced, peopleIn, withoutRecord } from '../parts/incident-words.ts'
import { reportOpportunity } from '../parts/report-opportunity.ts'
import { windowIncidents } from '../parts/window-incidents.ts'
import type { Study, StudyAnswer, StudyBlock } from '../study.ts'
import { DAYS, KILOMETRES, methodOf, SEED } from './method.ts'
import { recentNear } from './recent-near.ts'
import { DRIFT, isRaisedAlike, LEAST_INCIDENTS, riskSentences, whyNone } from './sentences.ts'

/** Known less exactly than the nearest band an incident is near to nothing. */
const MOST_ERROR_METRES = 1000 * KILOMETRES[0]

/** Whether an incident is followed by others nearby. */
export const NEAR_REPEAT: Study = {
  id: 'nearRepeat',
  title: 'Near repeats',
  group: 'incidents',
  question: 'Is an incident followed by others nearby, and where is that so now?',
  datedBy: ['incidents'],
  isForWall: true,
  options: [CATEGORY_OPTION],
  surface: {
    palette: 'density',
    breaks: [0.5, 1.5, 3.5, 7.5],
    classNames: ['No raised risk', '1 incident near', '2 or 3', '4 to 7', '8 and more'],
    unknownName: 'Not known',
    valueText: (value) =>
      value === 0 ? 'no raised risk seen' : `raised by ${counted(value, 'recent incident')}`,
  },
  ask: (facts, choices): StudyAnswer => {
    const { ground, operation, incidents } = facts
    const cellCount = ground.grid.cells.length
    const every = windowIncidents(facts, choices, { detection: 'reported' })
    const reports = windowIncidents(facts, choices, {
      detection: 'reported',
      mostErrorMetres: MOST_ERROR_METRES,
    })
    const permutationCount = permutationsFor(reports.count)
    const method = methodOf(facts, choices, permutationCount)
    if (incidents.rowCount === 0) return withoutRecord(cellCount, method)
    const plane = incidentPlane(reports, operation.centre, MOST_ERROR_METRES)
    const table =
      reports.count < LEAST_INCIDENTS
        ? null
        : nearRepeat(plane, {
            spaceEdges: KILOMETRES.map((kilometres) => 1000 * kilometres),
            dayEdges: DAYS,
            permutationCount,
            seed: SEED,
          })
    const isDrifting = table !== null && isRaisedAlike(table)
    const isJudged = table !== null && !isDrifting
    const risk = table && !isDrifting ? elevatedRisk(table) : null
    const near = recentNear(ground.grid, reports, {
      atEpochMinutes: epochMinutesOf(operation.planningAt),
      withinMetres: risk?.withinDistance ?? 0,
      withinDays: risk?.withinDays ?? 0,
    })
    const hasOpportunity = reportOpportunity(facts)
    const values = near.map((count, cell) =>
      !isJudged || (count === 0 && !hasOpportunity[cell]) ? Number.NaN : count,
    )
    const isRaised = (cell: number) => values[cell]! > 0
    return {
      values,
      blocks: [
        ...(isDrifting ? [DRIFT] : []),
        ...(table && !isDrifting
          ? riskSentences(table, risk, {
              cellCount: values.filter((count) => count > 0).length,
              people: peopleIn(ground, isRaised),
            })
          : []),
        ...(table ? [] : [whyNone(reports.count)]),
        ...looselyPlaced(every.count - reports.count, every.count, `${KILOMETRES[0]} km`),
        ...(table ? [matrixOf(table)] : []),
      ],
      method,
    }
  },
}

/** Shuffles take time with the square of incidents. */
function permutationsFor(incidentCount: number): number {
  return incidentCount > 5000 ? 199 : 999
}

function matrixOf({ ratio, pValue, expected }: NearRepeatTable): StudyBlock {
  return {
    type: 'matrix',
    title: 'Pairs of incidents against chance',
    rowName: 'Apart',
    columnName: 'days between',
    rows: bandNames(KILOMETRES, 'km'),
    columns: bandNames(DAYS, ''),
    cells: [...ratio.keys()].map((i) => ({
      text: expected[i]! < 1 ? NOTHING : decimal(ratio[i]!, 2),
      isStrong: expected[i]! >= 1 && pValue[i]! < 0.05 && ratio[i]! > 1,
    })),
  }
}

function bandNames(edges: readonly number[], unit: string): string[] {
  return edges.map((edge, i) => `${edges[i - 1] ?? 0}–${edge} ${unit}`.trim())
}
