import { LEAST_CELL_COUNT } from '#core/disclosure-limits.ts'
import { counted, decimal, grouped } from '#core/figures.ts'
import { VOICE_TOPICS } from '#core/records/engagement.ts'
import type { Grievance } from '#core/records/grievance.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import type { DisclosedTable } from '../../disclosure.ts'
import { medianOf } from '../../statistics/moments.ts'
import {
  discloseAllAndPart,
  type GrievanceState,
  shownCount,
  stateOf,
} from '../../voice/grievance-tables.ts'
import { voiceSpots } from '../../voice/voice-place.ts'
import { choiceOf, numberOf } from '../options.ts'
import { areaPlaces } from '../parts/area-places.ts'
import { TOPIC_NAMES } from '../parts/voice-names.ts'
import type { Study, StudyAnswer, StudyBlock, StudyFacts, StudyOption } from '../study.ts'

const SHOWN_OPTION = {
  id: 'shown',
  name: 'Grievances',
  type: 'choice',
  choices: [
    { id: 'open', name: 'Open' },
    { id: 'overdue', name: 'Open and overdue' },
  ],
  usual: 'open',
} as const satisfies StudyOption

const OVERDUE_OPTION = {
  id: 'overdueDays',
  name: 'Overdue after',
  type: 'number',
  unit: 'days',
  min: 7,
  max: 90,
  step: 1,
  usual: 30,
} as const satisfies StudyOption

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
  options: [SHOWN_OPTION, OVERDUE_OPTION],
  surface: {
    palette: 'density',
    breaks: [1, 3, 6, 12],
    classNames: ['Under 1 open per 100,000', '1–3', '3–6', '6–12', '12 and more'],
    unknownName: 'None told, or too few to show',
    valueText: (value) => `${decimal(value)} open per 100,000 people`,
  },
  ask: (facts, choices): StudyAnswer => {
    const { operation } = facts
    const overdueDays = numberOf(OVERDUE_OPTION, choices)
    const shown = choiceOf(SHOWN_OPTION, choices)
    const told = toldOf(facts, overdueDays)
    const open = told.filter(({ isOpen }) => isOpen)
    const areas = ascending(told.map(({ area }) => area))
    const topics = ascending(told.map(({ topic }) => topic))
    const { all, part, counts } = discloseAllAndPart(
      open.map(({ area, topic, isOverdue }) => ({
        row: areas.indexOf(area),
        column: topics.indexOf(topic),
        isPart: isOverdue,
      })),
      { rows: areas.length, columns: topics.length },
    )
    const isOverdueShown = shown === 'overdue'
    return {
      values: perPeople(facts, areas, all),
      blocks: [
        ...sentences(told, open, { all, part, overdueDays }),
        matrix(
          facts,
          { areas, topics },
          {
            title: isOverdueShown
              ? `Open and overdue, by county and topic`
              : 'Open, by county and topic',
            table: isOverdueShown ? part : all,
            counts: isOverdueShown ? counts.part : counts.all,
          },
        ),
        waiting(facts, open),
      ],
      method: {
        formula:
          'Counts by county and topic. Counts from 1 to 4 are hidden, and as many others that no row or column with its total has exactly one hidden. Overdue: open, without an answer, for longer than allowed. Where all but a few are overdue that count is hidden too.',
        parameters: [
          { name: 'Planning instant', value: operation.planningAt.slice(0, 10) },
          { name: 'Overdue after', value: counted(overdueDays, 'day') },
          { name: 'Least count shown', value: String(LEAST_CELL_COUNT) },
        ],
        limits: [
          'Who does not trust us, or cannot reach us, does not complain: few grievances are not contentment.',
          'Protected cases are never counted here.',
          'One event may be raised more than once.',
        ],
        source: 'Minimum cell of 5 with complementary suppression, as in health statistics.',
      },
    }
  },
}

/** Raised by now and not protected, with where and about what; off the ground is the last row. */
function toldOf({ ground, operation, grievances }: StudyFacts, overdueDays: number): Told[] {
  const spotOf = voiceSpots(ground)
  const atEpochMinutes = epochMinutesOf(operation.planningAt)
  return grievances.filter(isTold).flatMap((grievance) => {
    const state = stateOf(grievance, atEpochMinutes, overdueDays)
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
  {
    all,
    part,
    overdueDays,
  }: { readonly all: DisclosedTable; readonly part: DisclosedTable; readonly overdueDays: number },
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
    all.total === null
      ? 'Fewer than 5 grievances are open, or their number is held back'
      : `${counted(all.total, 'grievance')} ${all.total === 1 ? 'is' : 'are'} open`
  const overdueText =
    part.total === null
      ? `how many have waited over ${overdueDays} days without an answer is too small a count to show`
      : part.total === 0
        ? `none has waited over ${overdueDays} days without an answer`
        : `${grouped(part.total)} of them have waited over ${overdueDays} days without an answer`
  const waited = open.filter(({ isAnswered }) => !isAnswered).map(({ waitedDays }) => waitedDays)
  const median =
    waited.length >= LEAST_WAITING
      ? ` Half of those without an answer have waited ${decimal(medianOf(waited), 0)} days or more.`
      : ''
  const text = `${openText}; ${overdueText}.${median}`
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
  {
    title,
    table,
    counts,
  }: {
    readonly title: string
    readonly table: DisclosedTable
    readonly counts: readonly (readonly number[])[]
  },
): StudyBlock {
  const sum = (list: readonly number[]) => list.reduce((total, count) => total + count, 0)
  const cell = (shown: number | null, count: number) => ({
    text: shownCount(shown, count),
    isStrong: shown !== null && shown >= 10,
  })
  const columnTotal = (column: number) => sum(counts.map((row) => row[column]!))
  const lines = areas.map((_, row) => [
    { ...cell(table.rowTotals[row]!, sum(counts[row]!)), isStrong: false },
    ...topics.map((_topic, column) => cell(table.counts[row]![column]!, counts[row]![column]!)),
  ])
  const totals = [
    cell(table.total, sum(counts.map(sum))),
    ...topics.map((_, column) => cell(table.columnTotals[column]!, columnTotal(column))),
  ].map((each) => ({ ...each, isStrong: false }))
  return {
    type: 'matrix',
    title,
    rowName: 'County',
    columnName: 'topic',
    rows: ['All', ...areas.map((area) => ground.areaNames[area] ?? 'Elsewhere')],
    columns: ['All', ...topics.map((topic) => TOPIC_NAMES[VOICE_TOPICS[topic]!])],
    cells: [...totals, ...lines.flat()],
  }
}

/** Waits of counties with enough that wait; the others are one row. Communities are never named. */
function waiting({ ground }: StudyFacts, open: readonly Told[]): StudyBlock {
  const unanswered = open.filter(({ isAnswered }) => !isAnswered)
  const byArea = ascending(unanswered.map(({ area }) => area)).map(
    (area) => [area, unanswered.filter((each) => each.area === area)] as const,
  )
  const enough = byArea.filter(([, own]) => own.length >= LEAST_WAITING)
  const few = byArea.flatMap(([, own]) => (own.length < LEAST_WAITING ? own : []))
  const row = (name: string, own: readonly Told[], area: number) => ({
    longest: Math.max(...own.map(({ waitedDays }) => waitedDays)),
    cells: [
      name,
      `${decimal(medianOf(own.map(({ waitedDays }) => waitedDays)), 0)} d`,
      `${decimal(Math.max(...own.map(({ waitedDays }) => waitedDays)), 0)} d`,
    ],
    place: area < 0 ? null : (areaPlaces(ground)[area] ?? null),
  })
  const rows = enough
    .map(([area, own]) => row(ground.areaNames[area] ?? 'Elsewhere', own, area))
    .sort((a, b) => b.longest - a.longest)
  if (few.length >= LEAST_WAITING) rows.push(row('Counties with fewer than 5', few, -1))
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
