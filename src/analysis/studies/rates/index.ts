import { counted, decimal, peopleInFull } from '#core/figures.ts'
import type { Ground } from '../../ground.ts'
import { CATEGORY_OPTION, choiceOf } from '../options.ts'
import { highestCells } from '../parts/cell-communities.ts'
import {
  listed,
  rateDecimals,
  rateText,
  unknownPeople,
  withoutRecord,
} from '../parts/incident-words.ts'
import { type ReportRates, reportRates } from '../parts/report-rates.ts'
import { countByCell, windowIncidents } from '../parts/window-incidents.ts'
import type { Study, StudyAnswer, StudyBlock, StudyOption } from '../study.ts'
import { type CountyRate, countyRates, type ExactRate, exactRate } from './county-rates.ts'
import { methodOf } from './method.ts'

const LISTED_COUNT = 8
const COUNTY_COUNT = 16
/** A place with fewer reports is not put on top of a list. A working value. */
const LEAST_LISTED_REPORTS = 3
const UNIT = 'per 10,000 people a year'

const SHOWN_OPTION = {
  id: 'shown',
  name: 'On the map',
  type: 'choice',
  choices: [
    { id: 'shrunk', name: 'Steadied rate' },
    { id: 'raw', name: 'Rate as counted' },
  ],
  usual: 'shrunk',
} as const satisfies StudyOption

/** How often something is reported where how many people live. */
export const RATES: Study = {
  id: 'rates',
  title: 'Rates',
  group: 'incidents',
  question: 'How often are incidents reported, for the people who live there?',
  datedBy: ['incidents'],
  isForWall: true,
  options: [CATEGORY_OPTION, SHOWN_OPTION],
  surface: {
    palette: 'density',
    breaks: [0.3, 1, 3, 10],
    classNames: ['Below 0.3', '0.3 to 1', '1 to 3', '3 to 10', '10 and more'],
    unknownName: 'Nobody lives or could report',
    valueText: (value) => `${rateText(value)} ${UNIT}`,
  },
  ask: (facts, choices): StudyAnswer => {
    const { ground, operation, incidents } = facts
    const cellCount = ground.grid.cells.length
    const method = methodOf(facts, choices)
    if (incidents.rowCount === 0) return withoutRecord(cellCount, method)
    const rates = reportRates(facts, choices)
    const { count, rate } = rates
    const raw = count.map((own, cell) =>
      rates.exposure[cell]! > 0 ? own / rates.exposure[cell]! : Number.NaN,
    )
    const isKnown = (cell: number) => !Number.isNaN(count[cell]!)
    const years = operation.incidentWindowDays / 365.25
    const reports = countByCell(
      windowIncidents(facts, choices, { detection: 'reported' }),
      cellCount,
    )
    const counties = countyRates(facts, reports, { isKnown, years })
    const all = exactRate(
      reports.reduce((sum, own) => sum + own, 0),
      ground.peopleCount.reduce((sum, own) => sum + own, 0),
      years,
    )
    return {
      values: choiceOf(SHOWN_OPTION, choices) === 'raw' ? raw : rate,
      blocks: [
        {
          type: 'sentence',
          tone: 'plain',
          text: `${counted(
            reports.reduce((sum, own) => sum + own, 0),
            'report',
          )} in ${operation.incidentWindowDays} days: ${rateText(all.value)} ${UNIT} (95 % interval ${rateText(all.low)} to ${rateText(all.high)}), over all people, whether or not they could report.`,
        },
        ...differing(counties, all),
        ...(rates.isEven ? [EVEN] : []),
        ...unknownPeople(ground, count),
        {
          type: 'intervals',
          title: `Rate by county ${UNIT}${counties.length > COUNTY_COUNT ? `, the ${COUNTY_COUNT} highest of ${counties.length}` : ''}`,
          unit: '',
          decimals: rateDecimals(all.value),
          reference: Number.isFinite(all.value) ? all.value : null,
          rows: counties.slice(0, COUNTY_COUNT).map(({ name, note, value, low, high, place }) => ({
            name,
            note,
            value,
            low,
            high,
            place,
          })),
        },
        highestTable(ground, rates, raw),
      ],
      method,
    }
  },
}

const EVEN: StudyBlock = {
  type: 'sentence',
  tone: 'watch',
  text: 'Cells differ no more than chance makes of so few reports: the steadied rate is the same everywhere.',
}

/** Which counties chance alone does not put above or below the rate of all. */
function differing(counties: readonly CountyRate[], all: ExactRate): readonly StudyBlock[] {
  const above = counties.filter(({ low }) => low > all.value).map(({ name }) => name)
  const below = counties.filter(({ high }) => high < all.value).map(({ name }) => name)
  if (!(all.value > 0)) return []
  const parts = [
    above.length > 0 ? `Above that beyond chance: ${listed(above)}.` : '',
    below.length > 0 ? `Below it: ${listed(below.reverse())}.` : '',
  ].filter((part) => part !== '')
  const text = parts.join(' ') || 'No county differs from that beyond chance.'
  return [{ type: 'sentence', tone: 'plain', text }]
}

function highestTable(ground: Ground, { count, rate }: ReportRates, raw: Float64Array): StudyBlock {
  const isMeant = (cell: number) => count[cell]! >= LEAST_LISTED_REPORTS
  const meantCount = [...rate.keys()].filter(isMeant).length
  return {
    type: 'table',
    title: `Highest steadied rates, from ${LEAST_LISTED_REPORTS} reports on`,
    columns: ['Place', 'Reports', 'People', 'As counted', 'Steadied'],
    rows: highestCells(ground, rate, { isMeant, count: LISTED_COUNT }).map(({ cell, place }) => ({
      cells: [
        place.name,
        decimal(count[cell]!, Number.isInteger(count[cell]!) ? 0 : 1),
        peopleInFull(ground.peopleCount[cell]!),
        rateText(raw[cell]!),
        rateText(rate[cell]!),
      ],
      place,
    })),
    moreCount: Math.max(0, meantCount - LISTED_COUNT),
  }
}
