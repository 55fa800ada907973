import { counted, grouped, peopleInFull, peopleText } from '#core/figures.ts'
import { emergingHotSpots } from '../../incidents/emerging-hot-spots.ts'
import { CATEGORY_OPTION } from '../options.ts'
import { highestCells } from '../parts/cell-communities.ts'
import {
  isOrAre,
  looselyPlaced,
  peopleIn,
  unknownPeople,
  withoutRecord,
} from '../parts/incident-words.ts'
import { reportOpportunity } from '../parts/report-opportunity.ts'
import type { Study, StudyAnswer, StudyBlock } from '../study.ts'
import { EMERGING_NAMES, isHotNow } from './class-names.ts'
import { LEAST_REPORTS, methodOf } from './method.ts'
import { STEP_COUNT, STEP_DAYS, stepRates } from './step-rates.ts'

const LISTED_COUNT = 8

/** What became of hot and cold places over the last year. */
export const EMERGING: Study = {
  id: 'emerging',
  title: 'Emerging hot spots',
  group: 'incidents',
  question: 'Where did places become hot over the last year, where do they fade?',
  datedBy: ['incidents'],
  isForWall: true,
  options: [CATEGORY_OPTION],
  surface: {
    palette: 'emerging',
    breaks: EMERGING_NAMES.slice(1).map((_, code) => code + 0.5),
    classNames: EMERGING_NAMES,
    unknownName: 'Not known',
    valueText: (value) => (EMERGING_NAMES[value] ?? '').toLowerCase(),
  },
  ask: (facts, choices): StudyAnswer => {
    const { ground, incidents } = facts
    const { grid } = ground
    const cellCount = grid.cells.length
    const method = methodOf(choices)
    if (incidents.rowCount === 0) return withoutRecord(cellCount, method)
    const { rates, counts, looseCount, reportCount } = stepRates(facts, choices)
    const placedCount = reportCount - looseCount
    if (placedCount < LEAST_REPORTS) {
      const text = `Only ${counted(placedCount, 'report')} in the year ${placedCount === 1 ? 'has' : 'have'} a place that is known well enough: it takes ${LEAST_REPORTS} to tell one step of ${STEP_DAYS} days from another.`
      return {
        values: new Float64Array(cellCount).fill(Number.NaN),
        blocks: [
          { type: 'sentence', tone: 'watch', text },
          ...looselyPlaced(looseCount, reportCount),
        ],
        method,
      }
    }
    const { z, code } = emergingHotSpots(rates, grid)
    const values = Float64Array.from(code, (own, cell) =>
      Number.isNaN(rates[0]![cell]!) ? Number.NaN : Math.max(0, own),
    )
    const lastZ = z.slice((STEP_COUNT - 1) * cellCount)
    const lastCounts = counts.at(-1)!
    const isHere = (cell: number) => isHotNow(values[cell]!) && lastCounts[cell]! > 0
    /** By reports of the last step, among equals by score. */
    const urgency = lastZ.map((own, cell) => 1e6 * lastCounts[cell]! + own)
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
          title: `Hot, with most reports in the last ${STEP_DAYS} days`,
          columns: ['Place', 'What became of it', 'Last 28 days', 'Year'],
          rows: highestCells(ground, urgency, { isMeant: isHere, count: LISTED_COUNT }).map(
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
          moreCount: Math.max(0, values.filter((_, cell) => isHere(cell)).length - LISTED_COUNT),
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
        ? `${counted(hot, 'cell')} of ${grouped(known)} ${isOrAre(hot)} hot in the last ${STEP_DAYS} days, with ${peopleText(people((cell) => isHotNow(values[cell]!)))} people${parts.length > 0 ? `; of these ${parts.join(', ')}` : ''}.`
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
      cells: [name, grouped(count), peopleInFull(people((cell) => values[cell] === code))],
      place: null,
    })),
    moreCount: Math.max(0, sorted.length - LISTED_COUNT),
  }
}
