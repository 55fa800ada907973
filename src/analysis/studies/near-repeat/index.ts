import { counted, decimal, grouped } from '#core/figures.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import { type ElevatedRisk, elevatedRisk } from '../../incidents/elevated-risk.ts'
import { incidentPlane } from '../../incidents/incident-plane.ts'
import { type NearRepeatTable, nearRepeat } from '../../incidents/near-repeat.ts'
import { looselyPlaced, peopleIn, peopleText, withoutRecord } from '../incident-words.ts'
import { CATEGORY_OPTION } from '../options.ts'
import { reportOpportunity } from '../report-opportunity.ts'
import type { Study, StudyAnswer, StudyBlock } from '../study.ts'
import { windowIncidents } from '../window-incidents.ts'
import { DAYS, KILOMETRES, methodOf, SEED } from './method.ts'
import { recentNear } from './recent-near.ts'

/** Known less exactly than the nearest band an incident is near to nothing. */
const MOST_ERROR_METRES = 1000 * KILOMETRES[0]
/** Fewer incidents than this are not compared. A working value. */
const LEAST_INCIDENTS = 20

/** Whether an incident is followed by others nearby. */
export const NEAR_REPEAT: Study = {
  id: 'nearRepeat',
  title: 'Near repeats',
  group: 'incidents',
  question: 'Is an incident followed by others nearby, and where is that so now?',
  options: [CATEGORY_OPTION],
  surface: {
    palette: 'density',
    breaks: [0.5, 1.5, 3.5, 7.5],
    classNames: ['No raised risk', '1 incident near', '2 or 3', '4 to 7', '8 and more'],
    unknownName: 'Nobody could report',
    valueText: (value) =>
      value === 0 ? 'no raised risk seen' : `${counted(value, 'incident')} raise it`,
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
    const risk = table && elevatedRisk(table)
    const near = recentNear(ground.grid, reports, {
      atEpochMinutes: epochMinutesOf(operation.planningAt),
      withinMetres: risk?.withinDistance ?? 0,
      withinDays: risk?.withinDays ?? 0,
    })
    const hasOpportunity = reportOpportunity(facts)
    const values = near.map((count, cell) =>
      count === 0 && !hasOpportunity[cell] ? Number.NaN : count,
    )
    const isRaised = (cell: number) => values[cell]! > 0
    return {
      values,
      blocks: [
        ...(table
          ? riskSentences(table, risk, {
              cellCount: values.filter((count) => count > 0).length,
              people: peopleIn(ground, isRaised),
            })
          : [whyNone(reports.count)]),
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

function whyNone(count: number): StudyBlock {
  return {
    type: 'sentence',
    tone: 'watch',
    text:
      count < LEAST_INCIDENTS
        ? `${count === 0 ? 'No report has' : `Only ${counted(count, 'report')} ${count === 1 ? 'has' : 'have'}`} a place that is known well enough: it takes ${LEAST_INCIDENTS} to compare them.`
        : 'Too many reports lie near each other to be compared pair by pair; choose one kind of incident.',
  }
}

function riskSentences(
  table: NearRepeatTable,
  risk: ElevatedRisk | null,
  now: { readonly cellCount: number; readonly people: number },
): readonly StudyBlock[] {
  if (!risk) {
    const sooner = table.pValue.filter((p, i) => i > 0 && p < 0.05 && table.ratio[i]! > 1).length
    return [
      {
        type: 'sentence',
        tone: 'plain',
        text: `An incident is not seen to be followed by others nearby: the closest band has ${ratioText(table.ratio[0]!)} times the pairs of chance${sooner > 0 ? `; ${counted(sooner, 'band')} further out ${sooner === 1 ? 'stands' : 'stand'} out alone` : ''}.`,
      },
    ]
  }
  const within = `within ${decimal(risk.withinDistance / 1000, 0)} km and ${grouped(risk.withinDays)} days`
  return [
    {
      type: 'sentence',
      tone: 'plain',
      text: `After an incident, others ${within} are ${decimal(risk.ratio)} times as frequent as chance would have it.`,
    },
    {
      type: 'sentence',
      tone: 'plain',
      text:
        now.cellCount > 0
          ? `That holds now for ${counted(now.cellCount, 'cell')} with ${peopleText(now.people)}.`
          : 'No place is so near to so recent an incident now.',
    },
  ]
}

const ratioText = (ratio: number) => (Number.isNaN(ratio) ? 'no' : decimal(ratio, 2))

function matrixOf({ ratio, pValue, observed }: NearRepeatTable): StudyBlock {
  return {
    type: 'matrix',
    title: 'Pairs of incidents against chance',
    rowName: 'Apart',
    columnName: 'days between',
    rows: bandNames(KILOMETRES, 'km'),
    columns: bandNames(DAYS, ''),
    cells: [...ratio.keys()].map((i) => ({
      text: decimal(ratio[i]!, 2),
      isStrong: pValue[i]! < 0.05 && ratio[i]! > 1 && observed[i]! > 0,
    })),
  }
}

function bandNames(edges: readonly number[], unit: string): string[] {
  return edges.map((edge, i) => `${edges[i - 1] ?? 0}–${edge} ${unit}`.trim())
}
