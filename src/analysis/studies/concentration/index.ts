import { counted, decimal, grouped, percent } from '#core/figures.ts'
import {
  type Concentration,
  concentrationOf,
  holdingClasses,
  placesHolding,
} from '../../statistics/concentration.ts'
import { CATEGORY_OPTION } from '../options.ts'
import { looselyPlaced, unknownPeople, withoutRecord } from '../parts/incident-words.ts'
import { reportOpportunity } from '../parts/report-opportunity.ts'
import { countByCell, windowIncidents } from '../parts/window-incidents.ts'
import type { Study, StudyAnswer, StudyBlock } from '../study.ts'
import { holdingHalfByChance } from './by-chance.ts'
import { DRAW_COUNT, methodOf, SEED } from './method.ts'

const CURVE_POINTS = 200
const HELD_SHARES = [0.25, 0.5, 0.8] as const
const HOLDING_TEXTS = [
  'nothing reported',
  'among the cells that hold the last fifth of reports',
  'among the fewest cells that hold 80 % of reports',
  'among the fewest cells that hold half of the reports',
  'among the fewest cells that hold a quarter of the reports',
]

/** How few places hold how many of the reports. */
export const CONCENTRATION: Study = {
  id: 'concentration',
  title: 'Concentration',
  group: 'incidents',
  question: 'How few places hold how many of the reported incidents?',
  datedBy: ['incidents'],
  isForWall: true,
  options: [CATEGORY_OPTION],
  surface: {
    palette: 'density',
    breaks: [0.5, 1.5, 2.5, 3.5],
    classNames: [
      'No report',
      'All others with reports',
      'With those, 80 % of reports',
      'With those, half of reports',
      'Fullest: a quarter of reports',
    ],
    unknownName: 'Nobody lives or could report',
    valueText: (value) => HOLDING_TEXTS[value] ?? '',
  },
  ask: (facts, choices): StudyAnswer => {
    const { ground, incidents } = facts
    const cellCount = ground.grid.cells.length
    const method = methodOf(facts, choices)
    if (incidents.rowCount === 0) return withoutRecord(cellCount, method)
    const every = windowIncidents(facts, choices, { detection: 'reported' })
    const reports = windowIncidents(facts, choices, { detection: 'reported', isCellKnown: true })
    const hasOpportunity = reportOpportunity(facts)
    const byCell = countByCell(reports, cellCount)
    const settled = [...byCell.keys()].filter(
      (cell) => ground.peopleCount[cell]! > 0 && hasOpportunity[cell],
    )
    const counts = Float64Array.from(settled, (cell) => byCell[cell]!)
    const people = Float64Array.from(settled, (cell) => ground.peopleCount[cell]!)
    const eventCount = counts.reduce((sum, own) => sum + own, 0)
    const unknown = unknownPeople(
      ground,
      Float64Array.from(hasOpportunity, (has) => (has ? 0 : Number.NaN)),
    )
    const loose = looselyPlaced(every.count - reports.count, every.count)
    if (eventCount === 0) {
      const text = 'Nothing was reported from settled places in the window.'
      return {
        values: onMap(cellCount, settled, new Float64Array(settled.length)),
        blocks: [{ type: 'sentence', tone: 'plain', text }, ...loose, ...unknown],
        method,
      }
    }
    const found = concentrationOf(counts)
    const half = placesHolding(found, 0.5)
    const chance = holdingHalfByChance(people, eventCount, { drawCount: DRAW_COUNT, seed: SEED })
    return {
      values: onMap(cellCount, settled, holdingClasses(counts, HELD_SHARES)),
      blocks: [
        {
          type: 'sentence',
          tone: 'plain',
          text: `${shareText(half)} % of settled cells hold 50 % of reports: ${grouped(half * settled.length)} of ${grouped(settled.length)} from which somebody could report, with ${counted(eventCount, 'report')} in all.`,
        },
        againstChance(half, chance),
        ...loose,
        ...unknown,
        curveOf(found),
        {
          type: 'intervals',
          title: 'Share of settled cells that hold half of the reports',
          unit: '%',
          decimals: 1,
          reference: null,
          rows: [
            {
              name: 'As reported',
              note: counted(eventCount, 'report'),
              value: 100 * half,
              low: Number.NaN,
              high: Number.NaN,
              place: null,
            },
            {
              name: 'By chance',
              note: `95 % of ${DRAW_COUNT} draws`,
              value: 100 * chance.value,
              low: 100 * chance.low,
              high: 100 * chance.high,
              place: null,
            },
          ],
        },
        heldTable(found, settled.length),
        {
          type: 'table',
          title: 'In one number',
          columns: ['Measure', 'Value'],
          rows: [
            { cells: ['Gini, G', decimal(found.gini, 2)], place: null },
            { cells: ['For few reports, G′', decimal(found.generalisedGini, 2)], place: null },
          ],
          moreCount: 0,
        },
      ],
      method,
    }
  },
}

/** Classes of settled cells on the whole ground; NaN where nobody lives or could report. */
function onMap(cellCount: number, settled: readonly number[], classes: Float64Array) {
  const values = new Float64Array(cellCount).fill(Number.NaN)
  settled.forEach((cell, at) => {
    values[cell] = classes[at]!
  })
  return values
}

const shareText = (share: number) => percent(share, share < 0.1 ? 1 : 0)

function againstChance(
  half: number,
  { low, high, value }: { readonly value: number; readonly low: number; readonly high: number },
): StudyBlock {
  const text =
    half < low
      ? `That is more crowded than where people live explains: by chance half of them would lie in ${shareText(value)} % of cells.`
      : half > high
        ? `That is less crowded than where people live: by chance half of them would lie in ${shareText(value)} % of cells.`
        : `Where people live explains that: by chance half of them would lie in ${shareText(value)} % of cells.`
  return { type: 'sentence', tone: 'plain', text }
}

function heldTable(found: Concentration, cellCount: number): StudyBlock {
  return {
    type: 'table',
    title: 'Fewest cells that hold so much',
    columns: ['Of the reports', 'Cells', 'Of settled cells'],
    rows: HELD_SHARES.map((share) => {
      const places = placesHolding(found, share)
      return {
        cells: [`${percent(share)} %`, grouped(places * cellCount), `${shareText(places)} %`],
        place: null,
      }
    }),
    moreCount: 0,
  }
}

/** The curve in so many points that a line needs. */
function curveOf({ placeShare, eventShare }: Concentration): StudyBlock {
  const last = placeShare.length - 1
  const every = Math.max(1, Math.floor(last / CURVE_POINTS))
  const kept = [...placeShare.keys()].filter((at) => at % every === 0 || at === last)
  return {
    type: 'curve',
    title: 'Reports held by the fullest cells',
    acrossName: 'of settled cells, fullest first',
    upName: 'of reports',
    across: kept.map((at) => placeShare[at]!),
    up: kept.map((at) => eventShare[at]!),
  }
}
