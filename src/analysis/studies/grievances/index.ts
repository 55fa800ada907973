import { LEAST_CELL_COUNT } from '#core/disclosure-limits.ts'
import { counted, decimal } from '#core/figures.ts'
import { VOICE_TOPICS } from '#core/records/engagement.ts'
import type { Grievance } from '#core/records/grievance.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import { type DisclosedTable, discloseCounts } from '../../disclosure.ts'
import { medianOf } from '../../statistics/moments.ts'
import { countTable, type GrievanceState, stateOf } from '../../voice/grievance-tables.ts'
import { voiceSpots } from '../../voice/voice-place.ts'
import { areaPlaces } from '../parts/area-places.ts'
import { shownCount } from '../parts/figure-words.ts'
import { TOPIC_NAMES } from '../parts/voice-names.ts'
import type { Study, StudyAnswer, StudyBlock, StudyFacts } from '../study.ts'
import { bandTable, OVERDUE_DAYS, overdueWords, type WaitBands, waitBands } from './wait-bands.ts'

/** Nothing can be told from the wait of fewer. */
const LEAST_WAITING = LEAST_CELL_COUNT

type Told = GrievanceState & { readonly area: number; readonly topic: number }

/** What is still open, about what, and who has waited longest for an answer. */
export const GRIEVANCES: Study = {
  id: 'grievances',
  title: 'Grievances',
  group: 'voice',
  question: 'What do communities complain of, and who still waits for an answer?',
  datedBy: [],
  isForWall: false,
  options: [],
  surface: {
    palette: 'density',
    breaks: [1, 3, 6, 12],
    classNames: ['Under 1 open per 100,000', '1–3', '3–6', '6–12', '12 and more'],
    unknownName: 'None told, or too few to show',
    valueText: (value) => `${decimal(value)} open per 100,000 people`,
  },
  ask: (facts): StudyAnswer => {
    const { operation } = facts
    const told = toldOf(facts)
    const open = told.filter(({ isOpen }) => isOpen)
    const areas = ascending(told.map(({ area }) => area))
    const topics = ascending(told.map(({ topic }) => topic))
    const table = discloseCounts(
      countTable(
        open.map(({ area, topic }) => ({
          row: areas.indexOf(area),
          column: topics.indexOf(topic),
        })),
        { rows: areas.length, columns: topics.length },
      ),
    )
    const waits = waitBands(open, table.total)
    const isShownArea = (area: number) => table.rowTotals[areas.indexOf(area)] !== null
    return {
      values: perPeople(facts, areas, table),
      blocks: [
        ...sentences(told, open, { total: table.total, waits }),
        ...(open.length > 0 ? [bandTable(waits)] : []),
        matrix(facts, { areas, topics }, table),
        waiting(facts, open, isShownArea),
      ],
      method: {
        formula:
          'Counts by county and topic. Counts from 1 to 4 are hidden, and as many others, all as "…", that none can be worked out from what is shown nor be known to be small. Overdue: open and without an answer for longer than allowed; waits are counted in fixed bands, hidden by the same rule.',
        parameters: [
          { name: 'Planning instant', value: operation.planningAt.slice(0, 10) },
          { name: 'Overdue after', value: counted(OVERDUE_DAYS, 'day') },
          { name: 'Least count shown', value: String(LEAST_CELL_COUNT) },
        ],
        limits: [
          'Who does not trust us, or cannot reach us, does not complain: few grievances are not contentment.',
          'Whether one is open is as of today, not of the planning instant: nobody writes down when one was resolved.',
          'Protected cases are never counted here.',
          'One event may be raised more than once.',
        ],
        source: 'Minimum cell of 5 with complementary suppression, as in health statistics.',
      },
    }
  },
}

/** Raised by now and not protected, with where and about what; off the ground is the last row. */
function toldOf({ ground, operation, grievances }: StudyFacts): Told[] {
  const spotOf = voiceSpots(ground)
  const atEpochMinutes = epochMinutesOf(operation.planningAt)
  return grievances.filter(isTold).flatMap((grievance) => {
    const state = stateOf(grievance, atEpochMinutes, OVERDUE_DAYS)
    if (state.waitedDays < 0) return []
    const { area } = spotOf(grievance)
    const topic = VOICE_TOPICS.indexOf(grievance.topic)
    return [{ ...state, area: area < 0 ? ground.areaIds.length : area, topic }]
  })
}

function isTold({ isProtectedCase }: Grievance): boolean {
  return !isProtectedCase
}

function sentences(
  told: readonly Told[],
  open: readonly Told[],
  { total, waits }: { readonly total: number | null; readonly waits: WaitBands },
): StudyBlock[] {
  const protectedCases: StudyBlock = {
    type: 'sentence',
    tone: 'watch',
    text: 'Protected cases, if there are any, are not in these figures.',
  }
  if (told.length === 0) {
    const text = 'No grievance is on record: that may be peace, or nobody to tell.'
    return [{ type: 'sentence', tone: 'plain', text }, protectedCases]
  }
  const openText =
    total === null
      ? 'How many grievances are open is held back, as that count or one beside it is too small to show'
      : `${counted(total, 'grievance')} ${total === 1 ? 'is' : 'are'} open`
  const waited = open.filter(({ isAnswered }) => !isAnswered).map(({ waitedDays }) => waitedDays)
  const median =
    total !== null && waited.length >= LEAST_WAITING
      ? ` Half of those without an answer have waited ${decimal(medianOf(waited), 0)} days or more.`
      : ''
  const text = `${openText}; ${overdueWords(waits)}.${median}`
  return [{ type: 'sentence', tone: 'plain', text }, protectedCases]
}

/** The counties and topics that anything was told of, by index. */
type Lines = { readonly areas: readonly number[]; readonly topics: readonly number[] }

function ascending(values: readonly number[]): number[] {
  return [...new Set(values)].sort((a, b) => a - b)
}

function matrix(
  { ground }: StudyFacts,
  { areas, topics }: Lines,
  table: DisclosedTable,
): StudyBlock {
  const cell = (shown: number | null) => ({
    text: shownCount(shown),
    isStrong: shown !== null && shown >= 10,
  })
  const lines = table.counts.map((counts, row) => [
    { ...cell(table.rowTotals[row]!), isStrong: false },
    ...counts.map(cell),
  ])
  const totals = [table.total, ...table.columnTotals].map((total) => ({
    ...cell(total),
    isStrong: false,
  }))
  return {
    type: 'matrix',
    title: 'Open, by county and topic',
    rowName: 'County',
    columnName: 'topic',
    rows: ['All', ...areas.map((area) => ground.areaNames[area] ?? 'Elsewhere')],
    columns: ['All', ...topics.map((topic) => TOPIC_NAMES[VOICE_TOPICS[topic]!])],
    cells: [...totals, ...lines.flat()],
  }
}

/**
 * Waits of counties with enough that wait and whose count is shown, for a wait tells that there are
 * enough; the others are one row. Communities are never named.
 */
function waiting(
  { ground }: StudyFacts,
  open: readonly Told[],
  isShownArea: (area: number) => boolean,
): StudyBlock {
  const unanswered = open.filter(({ isAnswered }) => !isAnswered)
  const byArea = ascending(unanswered.map(({ area }) => area)).map(
    (area) => [area, unanswered.filter((each) => each.area === area)] as const,
  )
  const isOwnRow = (area: number, own: readonly Told[]) =>
    own.length >= LEAST_WAITING && isShownArea(area)
  const enough = byArea.filter(([area, own]) => isOwnRow(area, own))
  const few = byArea.flatMap(([area, own]) => (isOwnRow(area, own) ? [] : own))
  const row = (name: string, own: readonly Told[], area: number) => {
    const waits = own.map(({ waitedDays }) => waitedDays)
    const longest = waits.reduce((most, days) => Math.max(most, days), 0)
    return {
      longest,
      cells: [name, `${decimal(medianOf(waits), 0)} d`, `${decimal(longest, 0)} d`],
      place: area < 0 ? null : (areaPlaces(ground)[area] ?? null),
    }
  }
  const rows = enough
    .map(([area, own]) => row(ground.areaNames[area] ?? 'Elsewhere', own, area))
    .sort((a, b) => b.longest - a.longest)
  if (few.length >= LEAST_WAITING) rows.push(row('Other counties', few, -1))
  return {
    type: 'table',
    title: 'Waiting for an answer',
    columns: ['County', 'Half wait', 'Longest'],
    rows: rows.map(({ cells, place }) => ({ cells, place })),
    moreCount: 0,
  }
}

/** Open per 100,000 people, of counties whose count may be shown; where nobody complained it is unknown. */
function perPeople(
  { ground }: StudyFacts,
  areas: readonly number[],
  all: DisclosedTable,
): Float64Array {
  const people = new Float64Array(ground.areaIds.length)
  ground.grid.areaIndex.forEach((area, cell) => {
    people[area]! += ground.peopleCount[cell]!
  })
  return Float64Array.from(ground.grid.areaIndex, (area) => {
    const open = all.rowTotals[areas.indexOf(area)] ?? null
    return open === null || !(people[area]! > 0) ? Number.NaN : (open / people[area]!) * 1e5
  })
}
