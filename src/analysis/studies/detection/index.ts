import { counted, grouped, peopleInFull, peopleText, percent } from '#core/figures.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import { monthOf, monthStart } from '#core/time/months.ts'
import type { Ground } from '../../ground.ts'
import { monthlyCounts } from '../../incidents/monthly-counts.ts'
import { betaQuantile } from '../../statistics/beta.ts'
import { CATEGORY_OPTION } from '../options.ts'
import { areaPlaces, sumByArea } from '../parts/area-places.ts'
import { highestCells } from '../parts/cell-communities.ts'
import { peopleIn, unknownPeople, withoutRecord } from '../parts/incident-words.ts'
import { reportOpportunity } from '../parts/report-opportunity.ts'
import { wholeMonths } from '../parts/whole-months.ts'
import { countByCell, windowIncidents } from '../parts/window-incidents.ts'
import type { Study, StudyAnswer, StudyBlock, StudyChoices, StudyFacts } from '../study.ts'
import { MONTH_COUNT, methodOf } from './method.ts'

const LISTED_COUNT = 8
const COUNTY_COUNT = 16
const KIND_NAMES = [
  'Neither',
  'Reported and found',
  'Reported only',
  'Found by patrols only',
] as const
const FOUND_ONLY = 3

/** What people report beside what patrols find. */
export const DETECTION: Study = {
  id: 'detection',
  title: 'Reported and found',
  group: 'incidents',
  question: 'What do people report, and what do only patrols find?',
  datedBy: ['incidents', 'patrols'],
  isForWall: true,
  options: [CATEGORY_OPTION],
  surface: {
    palette: 'outliers',
    breaks: [0.5, 1.5, 2.5],
    classNames: KIND_NAMES,
    unknownName: 'Nobody could report',
    valueText: (value) => (KIND_NAMES[value] ?? '').toLowerCase(),
  },
  ask: (facts, choices): StudyAnswer => {
    const { ground, incidents } = facts
    const cellCount = ground.grid.cells.length
    const method = methodOf(facts, choices)
    if (incidents.rowCount === 0) return withoutRecord(cellCount, method)
    const count = (detection: 'reported' | 'discovered') =>
      windowIncidents(facts, choices, { detection }).count
    const counts = (detection: 'reported' | 'discovered') =>
      countByCell(windowIncidents(facts, choices, { detection, isCellKnown: true }), cellCount)
    const [reportedCount, foundCount] = [count('reported'), count('discovered')]
    const [allReported, allFound] = (['reported', 'discovered'] as const).map((detection) =>
      countByCell(windowIncidents(facts, choices, { detection }), cellCount),
    )
    const [reportedCounts, foundCounts] = [counts('reported'), counts('discovered')]
    const hasOpportunity = reportOpportunity(facts)
    const values = Float64Array.from(reportedCounts, (reports, cell) => {
      const isFound = foundCounts[cell]! > 0
      if (reports > 0) return isFound ? 1 : 2
      if (isFound) return FOUND_ONLY
      return hasOpportunity[cell] ? 0 : Number.NaN
    })
    const isFoundOnly = (cell: number) => values[cell] === FOUND_ONLY
    const foundOnly = values.filter((kind) => kind === FOUND_ONLY).length
    const isAnyPlaced = foundCounts.some((found) => found > 0)
    return {
      values,
      blocks: [
        inAll(facts, reportedCount, foundCount),
        ...(isAnyPlaced ? [foundOnlySentence(foundOnly, peopleIn(ground, isFoundOnly))] : []),
        ...unknownPeople(ground, values),
        ...monthBlocks(facts, choices),
        ...(foundCount > 0
          ? [
              countyShares(facts, allReported!, allFound!),
              foundOnlyTable(ground, foundCounts, isFoundOnly),
            ]
          : []),
      ],
      method,
    }
  },
}

function inAll({ operation }: StudyFacts, reported: number, found: number): StudyBlock {
  const days = `${operation.incidentWindowDays} days`
  const text =
    reported + found === 0
      ? `Nothing was reported or found in ${days}.`
      : `People or media reported ${counted(reported, 'incident')} in ${days}; patrols found ${found === 0 ? 'none' : `${grouped(found)} more, ${percent(found / (reported + found))} % of what is known`}.`
  return { type: 'sentence', tone: 'plain', text }
}

function foundOnlySentence(cellCount: number, people: number): StudyBlock {
  const text =
    cellCount > 0
      ? `In ${counted(cellCount, 'cell')} with ${peopleText(people)} people patrols found incidents and nobody reported any: ask there why.`
      : 'Wherever patrols found incidents, people reported some too.'
  return { type: 'sentence', tone: 'plain', text }
}

function foundOnlyTable(
  ground: Ground,
  foundCounts: Float64Array,
  isFoundOnly: (cell: number) => boolean,
): StudyBlock {
  const cellCount = foundCounts.filter((_, cell) => isFoundOnly(cell)).length
  return {
    type: 'table',
    title: 'Found by patrols, reported by nobody',
    columns: ['Place', 'Found', 'People'],
    rows: highestCells(ground, foundCounts, { isMeant: isFoundOnly, count: LISTED_COUNT }).map(
      ({ cell, place }) => ({
        cells: [place.name, grouped(foundCounts[cell]!), peopleInFull(ground.peopleCount[cell]!)],
        place,
      }),
    ),
    moreCount: Math.max(0, cellCount - LISTED_COUNT),
  }
}

/** The last whole months, each kind for itself: their sum would mean nothing. */
function monthBlocks(facts: StudyFacts, choices: StudyChoices): readonly StudyBlock[] {
  const { operation } = facts
  const atEpochMinutes = epochMinutesOf(operation.planningAt)
  const days = Math.max(365, operation.incidentWindowDays)
  const record = wholeMonths(facts, choices)
  const fromEpochMinutes = Math.max(
    atEpochMinutes - days * 1440,
    monthStart(monthOf(atEpochMinutes) - MONTH_COUNT),
    monthStart(record.firstMonth),
  )
  const untilEpochMinutes = monthStart(record.firstMonth + record.monthCount)
  return (['reported', 'discovered'] as const).flatMap((detection) => {
    const { occurredEpochMinutes } = windowIncidents(facts, choices, { detection, days })
    const { firstMonth, counts } = monthlyCounts(occurredEpochMinutes, {
      fromEpochMinutes,
      untilEpochMinutes,
    })
    const nothing = [...counts].map(() => Number.NaN)
    if (!counts.some((own) => own > 0)) return []
    return {
      type: 'months',
      title: detection === 'reported' ? 'Reported, by month' : 'Found by patrols, by month',
      firstMonth,
      observed: [...counts],
      expected: nothing,
      upper: nothing,
      alarms: [],
    }
  })
}

function countyShares(
  { ground }: StudyFacts,
  reportedCounts: Float64Array,
  foundCounts: Float64Array,
): StudyBlock {
  const reported = sumByArea(ground, reportedCounts)
  const found = sumByArea(ground, foundCounts)
  const places = areaPlaces(ground)
  const sum = (counts: Float64Array) => counts.reduce((all, own) => all + own, 0)
  const overall = sum(found) / (sum(found) + sum(reported))
  const rows = ground.areaNames
    .map((name, area) => {
      const [some, all] = [found[area]!, found[area]! + reported[area]!]
      const none = { value: Number.NaN, low: Number.NaN, high: Number.NaN }
      return {
        name,
        note: all > 0 ? `${grouped(some)} of ${counted(all, 'incident')}` : 'no incident known',
        ...(all > 0 ? exactShare(some, all) : none),
        place: places[area]!,
      }
    })
    .filter(({ place }) => place !== null)
    .sort((a, b) => (Number.isNaN(b.value) ? -1 : b.value) - (Number.isNaN(a.value) ? -1 : a.value))
  return {
    type: 'intervals',
    title: `Share found by patrols, by county${rows.length > COUNTY_COUNT ? `, the ${COUNTY_COUNT} highest of ${rows.length}` : ''}`,
    unit: '%',
    decimals: 0,
    reference: Number.isNaN(overall) ? null : 100 * overall,
    rows: rows.slice(0, COUNTY_COUNT),
  }
}

/** Clopper and Pearson’s interval of a share, in per cent. */
function exactShare(some: number, all: number) {
  return {
    value: (100 * some) / all,
    low: some === 0 ? 0 : 100 * betaQuantile(0.025, some, all - some + 1),
    high: some === all ? 100 : 100 * betaQuantile(0.975, some + 1, all - some),
  }
}
