import { counted, decimal, grouped } from '#core/figures.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import { incidentDensity } from '../../incidents/incident-density.ts'
import { highestCells } from '../cell-communities.ts'
import {
  isOrAre,
  looselyPlaced,
  peopleIn,
  peopleText,
  unknownPeople,
  withoutRecord,
} from '../incident-words.ts'
import { CATEGORY_OPTION, categoryName, choiceOf, numberOf } from '../options.ts'
import { reportOpportunity } from '../report-opportunity.ts'
import type {
  MethodCard,
  Study,
  StudyAnswer,
  StudyBlock,
  StudyChoices,
  StudyFacts,
  StudyOption,
} from '../study.ts'
import { windowIncidents } from '../window-incidents.ts'

const LISTED_COUNT = 8
/** Times the mean from which a place is named as crowded. */
const CROWDED_TIMES = 5
const BANDWIDTH = {
  id: 'bandwidthKilometres',
  name: 'Felt as far as',
  type: 'number',
  unit: 'km',
  min: 3,
  max: 30,
  step: 1,
  usual: 8,
} as const satisfies StudyOption
const HALF_LIFE = {
  id: 'halfLifeDays',
  name: 'Halves in',
  type: 'number',
  unit: 'days',
  min: 15,
  max: 365,
  step: 5,
  usual: 60,
} as const satisfies StudyOption
const WEIGHT = {
  id: 'weight',
  name: 'Each weighs',
  type: 'choice',
  choices: [
    { id: 'severity', name: 'Severity × confidence' },
    { id: 'confidence', name: 'Confidence alone' },
  ],
  usual: 'severity',
} as const satisfies StudyOption

/** Where incidents lie dense, the recent and the severe counting for more. */
export const DENSITY: Study = {
  id: 'density',
  title: 'Density',
  group: 'incidents',
  question: 'Where do reported incidents lie dense now, if older ones fade?',
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
              ? `${counted(crowded.length, 'cell')} of ${cellCount} ${isOrAre(crowded.length)} at least ${CROWDED_TIMES} times as dense as the theatre on the whole: ${decimal((100 * share) / mass, 0)} % of what is still felt lies there, among ${peopleText(peopleIn(ground, isCrowded))}.`
              : `No cell of ${cellCount} is ${CROWDED_TIMES} times as dense as the theatre on the whole.`,
        },
        ...weightless(unweighed, reports.count),
        ...looselyPlaced(every.count - reports.count, every.count),
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
              decimal(values[cell]!),
              decimal(1000 * density[cell]!, 2),
              grouped(ground.peopleCount[cell]!),
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

function methodOf({ operation }: StudyFacts, choices: StudyChoices): MethodCard {
  const isSevere = choiceOf(WEIGHT, choices) === 'severity'
  const kilometres = numberOf(BANDWIDTH, choices)
  return {
    formula:
      'Sum over reports of weight × 0.5^(age ÷ half-life) × 3/(πb²)·(1 − d²/b²)² within b kilometres (quartic kernel), per km² in a plane of true areas; the map divides it by the mean of the theatre.',
    parameters: [
      { name: 'Incidents', value: `${categoryName(choices)}, reported` },
      { name: 'Window', value: `${operation.incidentWindowDays} days` },
      { name: 'Bandwidth b', value: `${kilometres} km` },
      { name: 'Half-life', value: `${numberOf(HALF_LIFE, choices)} days` },
      {
        name: 'Weight',
        value: isSevere
          ? 'severity share × confidence share; without a severity it is 0, without a confidence 1'
          : 'confidence share; 1 where nobody said',
      },
      { name: 'Left out', value: `places known less exactly than ${kilometres} km` },
      { name: 'Classes', value: 'fixed at half, 1, 2 and 5 times the mean' },
    ],
    limits: [
      'It counts incidents, not people: where many live, much is reported.',
      'Distance and half-life are working values: another choice gives another map.',
      'Times the mean says nothing of how much there is in all; the table has it per 1,000 km².',
      'It shows where incidents were, not where the next one will be.',
    ],
    source: 'Silverman, Density Estimation (1986).',
  }
}
