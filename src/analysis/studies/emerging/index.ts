import { counted, decimal, grouped } from '#core/figures.ts'
import { emergingHotSpots } from '../../incidents/emerging-hot-spots.ts'
import { highestCells } from '../cell-communities.ts'
import {
  isOrAre,
  looselyPlaced,
  peopleIn,
  peopleText,
  unknownPeople,
  withoutRecord,
} from '../incident-words.ts'
import { CATEGORY_OPTION, categoryName } from '../options.ts'
import { reportOpportunity } from '../report-opportunity.ts'
import type { MethodCard, Study, StudyAnswer, StudyBlock, StudyChoices } from '../study.ts'
import { EMERGING_NAMES, isHotNow, PRESSING_CODES } from './class-names.ts'
import { STEP_COUNT, STEP_DAYS, stepRates } from './step-rates.ts'

const LISTED_COUNT = 8

/** What became of hot and cold places over the last year. */
export const EMERGING: Study = {
  id: 'emerging',
  title: 'Emerging hot spots',
  group: 'incidents',
  question: 'Where did places become hot over the last year, where do they fade?',
  options: [CATEGORY_OPTION],
  surface: {
    palette: 'emerging',
    breaks: EMERGING_NAMES.slice(1).map((_, code) => code + 0.5),
    classNames: EMERGING_NAMES,
    unknownName: 'Nobody could report',
    valueText: (value) => (EMERGING_NAMES[value] ?? '').toLowerCase(),
  },
  ask: (facts, choices): StudyAnswer => {
    const { ground, incidents } = facts
    const { grid } = ground
    const cellCount = grid.cells.length
    const method = methodOf(choices)
    if (incidents.rowCount === 0) return withoutRecord(cellCount, method)
    const { rates, counts, looseCount, reportCount } = stepRates(facts, choices)
    const { z, code } = emergingHotSpots(rates, grid)
    const values = Float64Array.from(code, (own, cell) =>
      Number.isNaN(rates[0]![cell]!) ? Number.NaN : Math.max(0, own),
    )
    const lastZ = z.slice((STEP_COUNT - 1) * cellCount)
    const isPressing = (cell: number) => PRESSING_CODES.includes(values[cell]!)
    const pressing = values.filter((_, cell) => isPressing(cell)).length
    const urgency = lastZ.map((own, cell) =>
      isPressing(cell) ? 1e6 * (9 - PRESSING_CODES.indexOf(values[cell]!)) + own : Number.NaN,
    )
    const reports = (cell: number) => counts.map((step) => step[cell]!)
    const hasOpportunity = reportOpportunity(facts, STEP_DAYS * STEP_COUNT)
    return {
      values,
      blocks: [
        hotSentence(values, (isMeant) => peopleIn(ground, isMeant)),
        ...looselyPlaced(looseCount, reportCount),
        ...unknownPeople(
          ground,
          values.map((_, cell) => (hasOpportunity[cell] ? 0 : Number.NaN)),
        ),
        {
          type: 'table',
          title: `What became of places in ${STEP_COUNT} steps of ${STEP_DAYS} days`,
          ...classRows(values, (isMeant) => peopleIn(ground, isMeant)),
        },
        {
          type: 'table',
          title: 'Where to look first',
          columns: ['Place', 'What became of it', 'Last 28 days', 'Year'],
          rows: highestCells(ground, urgency, { isMeant: isPressing, count: LISTED_COUNT }).map(
            ({ cell, place }) => ({
              cells: [
                place.name,
                EMERGING_NAMES[values[cell]!] ?? '',
                grouped(reports(cell).at(-1) ?? 0),
                grouped(reports(cell).reduce((sum, own) => sum + own, 0)),
              ],
              place,
            }),
          ),
          moreCount: Math.max(0, pressing - LISTED_COUNT),
        },
      ],
      method,
    }
  },
}

type PeopleIn = (isMeant: (cell: number) => boolean) => number

function hotSentence(values: Float64Array, people: PeopleIn): StudyBlock {
  const known = values.filter((code) => !Number.isNaN(code)).length
  const hot = values.filter(isHotNow).length
  const counts = (id: string) => values.filter((code) => EMERGING_NAMES[code] === id).length
  const parts = ['Newly hot', 'Hot of late', 'Hot and growing', 'Hot but fading']
    .map((name) => ({ name: name.toLowerCase(), count: counts(name) }))
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${grouped(count)} ${isOrAre(count)} ${name}`)
  return {
    type: 'sentence',
    tone: 'plain',
    text:
      hot > 0
        ? `${counted(hot, 'cell')} of ${grouped(known)} ${isOrAre(hot)} hot in the last ${STEP_DAYS} days, with ${peopleText(people((cell) => isHotNow(values[cell]!)))}${parts.length > 0 ? `; of these ${parts.join(', ')}` : ''}.`
        : `Of ${counted(known, 'cell')} none was hot in the last ${STEP_DAYS} days, more than chance would have it.`,
  }
}

/** Classes that some cell is in, those with most cells first, "no pattern" last. */
function classRows(values: Float64Array, people: PeopleIn) {
  const held = EMERGING_NAMES.map((name, code) => ({
    name,
    code,
    count: values.filter((own) => own === code).length,
  })).filter(({ count }) => count > 0)
  const sorted = held.sort(
    (a, b) => Number(a.code === 0) - Number(b.code === 0) || b.count - a.count || a.code - b.code,
  )
  return {
    columns: ['What became of it', 'Cells', 'People'],
    rows: sorted.slice(0, LISTED_COUNT).map(({ name, code, count }) => ({
      cells: [name, grouped(count), grouped(people((cell) => values[cell] === code))],
      place: null,
    })),
    moreCount: Math.max(0, sorted.length - LISTED_COUNT),
  }
}

function methodOf(choices: StudyChoices): MethodCard {
  return {
    formula:
      'Getis–Ord Gi* of each cell and step against all cells and steps, with its neighbours in the same step and the step before; Benjamini–Hochberg; then Mann–Kendall on each cell’s scores.',
    parameters: [
      { name: 'Incidents', value: `${categoryName(choices)}, reported` },
      {
        name: 'Steps',
        value: `${STEP_COUNT} of ${STEP_DAYS} days up to the planning time, whatever the window`,
      },
      { name: 'Values', value: 'empirical-Bayes rates per 10,000 people a year, whole reports' },
      { name: 'Hot or cold at', value: `${decimal(90, 0)} %` },
      { name: '“Throughout” from', value: 'nine steps of ten' },
    ],
    limits: [
      'Cold means few reports, not peace.',
      'A step of four weeks with few reports says little; a season can look like a trend.',
      'Cells where nobody lives or could report are left out, not counted as zero.',
      'The classes follow Esri’s published rules; they were not checked against its tool.',
    ],
    source:
      'Ord and Getis, Geographical Analysis 27 (1995); Esri, Emerging Hot Spot Analysis (documentation).',
  }
}
