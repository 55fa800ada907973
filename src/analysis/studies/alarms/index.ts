import { CATEGORY_OPTION, numberOf } from '../options.ts'
import { withoutRecord } from '../parts/incident-words.ts'
import { silentMonths, wholeMonths } from '../parts/whole-months.ts'
import type { Study, StudyAnswer, StudyOption } from '../study.ts'
import { isChanging, monthsChart, ratioRows, trendTable } from './charts.ts'
import { countyChanges, earlierYears } from './county-change.ts'
import { LOOKED_AT_MONTHS, methodOf } from './method.ts'
import { monthAlarms } from './month-alarms.ts'
import { changeSentence, countyAlarms, monthSentence } from './sentences.ts'

const CODES = { falling: -1, noChangeSeen: 0, rising: 1, tooFew: Number.NaN } as const

const YEARS = {
  id: 'years',
  name: 'Compare with',
  type: 'number',
  unit: 'years before',
  min: 1,
  max: 5,
  step: 1,
  usual: 3,
} as const satisfies StudyOption

/** Whether there is more than is usual at this time of the year. */
export const ALARMS: Study = {
  id: 'alarms',
  title: 'Alarms and trends',
  group: 'incidents',
  question: 'Is more reported than is usual at this time of the year, and where?',
  datedBy: ['incidents'],
  isForWall: true,
  options: [CATEGORY_OPTION, YEARS],
  surface: {
    palette: 'change',
    breaks: [-0.5, 0.5],
    classNames: ['County falling', 'No change seen', 'County rising'],
    unknownName: 'Too few to say',
    valueText: (value) =>
      value === 0 ? 'no change seen in the county' : `county ${value > 0 ? 'rising' : 'falling'}`,
  },
  ask: (facts, choices): StudyAnswer => {
    const { ground, incidents } = facts
    const months = wholeMonths(facts, choices)
    const yearCount = earlierYears(months, numberOf(YEARS, choices))
    const overall = monthAlarms(months.seriesOf(null), LOOKED_AT_MONTHS)
    const method = methodOf(choices, overall, yearCount)
    if (incidents.rowCount === 0) return withoutRecord(ground.grid.cells.length, method)
    const counties = countyChanges(ground, months, yearCount)
    const codes = new Map(counties.map(({ area, direction }) => [area, CODES[direction]]))
    return {
      values: Float64Array.from(ground.grid.areaIndex, (area) => codes.get(area) ?? Number.NaN),
      blocks: [
        monthSentence(months, overall),
        ...silentMonths(months),
        changeSentence(counties, yearCount),
        ...countyAlarms(counties, months),
        ...(months.monthCount > 0 ? [monthsChart(months, overall)] : []),
        ...(counties.some(({ direction }) => direction !== 'tooFew')
          ? [ratioRows(counties, months, yearCount)]
          : []),
        ...(counties.some(isChanging) ? [trendTable(counties, months)] : []),
      ],
      method,
    }
  },
}
