import { counted, decimal, grouped } from '#core/figures.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import { type ElevatedRisk, elevatedRisk } from '../../incidents/elevated-risk.ts'
import { incidentPlane } from '../../incidents/incident-plane.ts'
import { type NearRepeatTable, nearRepeat } from '../../incidents/near-repeat.ts'
import { looselyPlaced, peopleIn, peopleText, withoutRecord } from '../incident-words.ts'
import { CATEGORY_OPTION, categoryName } from '../options.ts'
import { reportOpportunity } from '../report-opportunity.ts'
import type {
  MethodCard,
  Study,
  StudyAnswer,
  StudyBlock,
  StudyChoices,
  StudyFacts,
} from '../study.ts'
import { windowIncidents } from '../window-incidents.ts'
import { recentNear } from './recent-near.ts'

const SEED = 23
const KILOMETRES = [2, 5, 10, 20] as const
const DAYS = [7, 14, 28, 56] as const
/** Known less exactly than the nearest band an incident is near to nothing. */
const MOST_ERROR_METRES = 1000 * KILOMETRES[0]
/** Fewer pairs in a band than this are not called frequent. */
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
    classNames: ['None', '1 incident', '2 or 3', '4 to 7', '8 and more'],
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
        ...looselyPlaced(every.count - reports.count, every.count),
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
        ? `Only ${counted(count, 'report')} ${count === 1 ? 'has' : 'have'} a place that is known well enough: from ${LEAST_INCIDENTS} on they can be compared.`
        : 'Too many reports lie near each other to be compared pair by pair; choose one kind of incident.',
  }
}

function riskSentences(
  table: NearRepeatTable,
  risk: ElevatedRisk | null,
  now: { readonly cellCount: number; readonly people: number },
): readonly StudyBlock[] {
  if (!risk) {
    const sooner = table.pValue.filter((p) => p < 0.05).length
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

function methodOf(
  { operation }: StudyFacts,
  choices: StudyChoices,
  permutationCount: number,
): MethodCard {
  return {
    formula:
      'Knox test in bands: pairs of incidents by distance and days between them, over the pairs to be expected if place and time had nothing to do with each other; p = (M + 1)/(R + 1) of R shuffles of the times over the places, one-sided.',
    parameters: [
      { name: 'Incidents', value: `${categoryName(choices)}, reported` },
      { name: 'Window', value: `${operation.incidentWindowDays} days` },
      { name: 'Bands', value: `${KILOMETRES.join(', ')} km; ${DAYS.join(', ')} days` },
      {
        name: 'Shuffles',
        value: `${permutationCount}${permutationCount < 999 ? ', as there are more than 5,000 incidents' : ''}`,
      },
      { name: 'Seed', value: String(SEED) },
      {
        name: 'Raised',
        value: 'from the first band on, each with 1.2 times the pairs of chance and p below 0.05',
      },
      { name: 'On the map', value: 'incidents so near and so recent to the middle of a cell' },
      { name: 'Left out', value: `places known less exactly than ${KILOMETRES[0]} km` },
    ],
    limits: [
      'One event that was reported twice looks like a repeat.',
      'Places that grow or fade over the whole window, or a season, raise all bands alike.',
      'It says that more follows, not who does it or why.',
      'Of sixteen bands about one has p below 0.05 by chance.',
    ],
    source:
      'Knox, Applied Statistics 13 (1964); Ratcliffe and Rengert, Security Journal 21 (2008); the 1.2 as in the Near Repeat Calculator.',
  }
}
