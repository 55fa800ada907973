import { counted, decimal, grouped, peopleInFull, peopleText } from '#core/figures.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import { incidentDensity } from '../../incidents/incident-density.ts'
import { CATEGORY_OPTION, choiceOf, numberOf } from '../options.ts'
import { highestCells } from '../parts/cell-communities.ts'
import {
  isOrAre,
  looselyPlaced,
  peopleIn,
  unknownPeople,
  withoutRecord,
} from '../parts/incident-words.ts'
import { reportOpportunity } from '../parts/report-opportunity.ts'
import { windowIncidents } from '../parts/window-incidents.ts'
import type { MethodCard, Study, StudyAnswer, StudyBlock } from '../study.ts'
import { BANDWIDTH, HALF_LIFE, methodOf, WEIGHT } from './method.ts'

const LISTED_COUNT = 8
/** A surface of fewer reports would point at single people (analysis.md §9). */
const LEAST_REPORTS = 10

/** Times the mean from which a place is named as crowded. */
const CROWDED_TIMES = 5

/** Where incidents lie dense, the recent and the severe counting for more. */
export const DENSITY: Study = {
  id: 'density',
  title: 'Density',
  group: 'incidents',
  question: 'Where do reported incidents lie dense now, if older ones fade?',
  datedBy: ['incidents'],
  isForWall: true,
  options: [CATEGORY_OPTION, BANDWIDTH, HALF_LIFE, WEIGHT],
  surface: {
    palette: 'density',
    breaks: [0.5, 1, 2, 5],
    classNames: [
      'Below half the mean',
      'Half the mean to the mean',
      'Up to 2 times the mean',
      '2 to 5 times',
      '5 times and more',
    ],
    unknownName: 'Nobody could report',
    valueText: (value) => `${decimal(value)} times the mean of the theatre`,
  },
  ask: (facts, choices): StudyAnswer => {
    const { ground, operation, incidents } = facts
    const { grid } = ground
    const cellCount = grid.cells.length
    const method = methodOf(facts, choices)
    if (incidents.rowCount === 0) return withoutRecord(cellCount, method)
    const bandwidthKilometres = numberOf(BANDWIDTH, choices)
    const every = windowIncidents(facts, choices, { detection: 'reported' })
    const reports = windowIncidents(facts, choices, {
      detection: 'reported',
      mostErrorMetres: 1000 * bandwidthKilometres,
    })
    if (reports.count < LEAST_REPORTS) return tooFew(cellCount, reports.count, method)
    const isSevere = choiceOf(WEIGHT, choices) === 'severity'
    const weightOf = (i: number) =>
      reports.confidenceShare[i]! * (isSevere ? reports.severityShare[i]! : 1)
    const density = incidentDensity(grid, reports, {
      centre: operation.centre,
      atEpochMinutes: epochMinutesOf(operation.planningAt),
      shape: 'quartic',
      bandwidthKilometres,
      halfLifeDays: numberOf(HALF_LIFE, choices),
      weightOf,
    })
    const squareKilometres = grid.areaSquareKilometres.reduce((sum, own) => sum + own, 0)
    const mass = density.reduce((sum, own, cell) => sum + own * grid.areaSquareKilometres[cell]!, 0)
    const mean = mass / squareKilometres
    const hasOpportunity = reportOpportunity(facts)
    const values = density.map((own, cell) =>
      own === 0 && !hasOpportunity[cell] ? Number.NaN : mean > 0 ? own / mean : 0,
    )
    const unweighed = Array.from({ length: reports.count }, (_, i) => weightOf(i)).filter(
      (weight) => !(weight > 0),
    ).length
    const isCrowded = (cell: number) => values[cell]! >= CROWDED_TIMES
    const crowded = [...values.keys()].filter(isCrowded)
    const share = crowded.reduce(
      (sum, cell) => sum + density[cell]! * grid.areaSquareKilometres[cell]!,
      0,
    )
    return {
      values,
      blocks: [
        {
          type: 'sentence',
          tone: 'plain',
          text:
            crowded.length > 0
              ? `${counted(crowded.length, 'cell')} of ${cellCount} ${isOrAre(crowded.length)} at least ${CROWDED_TIMES} times as dense as the theatre on the whole: ${decimal((100 * share) / mass, 0)} % of the weight of reports lies there, among ${peopleText(peopleIn(ground, isCrowded))} people.`
              : `No cell of ${cellCount} is ${CROWDED_TIMES} times as dense as the theatre on the whole.`,
        },
        ...weightless(unweighed, reports.count),
        ...looselyPlaced(every.count - reports.count, every.count, `${bandwidthKilometres} km`),
        ...unknownPeople(ground, values),
        {
          type: 'table',
          title: 'Densest places',
          columns: ['Place', 'Times the mean', 'Per 1,000 km²', 'People'],
          rows: highestCells(ground, values, {
            isMeant: (cell) => values[cell]! > 0,
            count: LISTED_COUNT,
          }).map(({ cell, place }) => ({
            cells: [
              place.name,
              decimal(values[cell]!, values[cell]! < 100 ? 1 : 0),
              decimal(1000 * density[cell]!, 2),
              peopleInFull(ground.peopleCount[cell]!),
            ],
            place,
          })),
          moreCount: Math.max(0, values.filter((value) => value > 0).length - LISTED_COUNT),
        },
      ],
      method,
    }
  },
}

function weightless(count: number, allCount: number): readonly StudyBlock[] {
  if (count === 0) return []
  return [
    {
      type: 'sentence',
      tone: 'watch',
      text: `${grouped(count)} of ${counted(allCount, 'report')} ${count === 1 ? 'weighs' : 'weigh'} nothing: nobody said how severe or how sure ${count === 1 ? 'it was' : 'they were'}.`,
    },
  ]
}

function tooFew(cellCount: number, count: number, method: MethodCard): StudyAnswer {
  const text = `${counted(count, 'report')} with a place: it takes ${LEAST_REPORTS} before a density says more than where those few people live.`
  return {
    values: new Float64Array(cellCount).fill(Number.NaN),
    blocks: [{ type: 'sentence', tone: 'watch', text }],
    method,
  }
}
