import { LEAST_CELL_COUNT } from '#core/disclosure-limits.ts'
import { counted, decimal, grouped, NOTHING, peopleInFull, percent } from '#core/figures.ts'
import { type Engagement, VOICE_GROUPS } from '#core/records/engagement.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import { type VoiceSpot, voiceSpots } from '../../voice/voice-place.ts'
import { numberOf } from '../options.ts'
import { highestCells } from '../parts/cell-communities.ts'
import { GROUP_NAMES } from '../parts/voice-names.ts'
import type { Study, StudyAnswer, StudyBlock, StudyFacts, StudyOption } from '../study.ts'

const WINDOW_OPTION = {
  id: 'windowDays',
  name: 'Met within',
  type: 'number',
  unit: 'days',
  min: 30,
  max: 365,
  step: 5,
  usual: 90,
} as const satisfies StudyOption

const LISTED_COUNT = 12
/** High need: the cells of this share with the highest need, of at least this score. */
const HIGH_NEED_SHARE = 0.25
const LEAST_HIGH_NEED = 5

type Meeting = {
  readonly engagement: Engagement
  readonly spot: VoiceSpot
  readonly daysAgo: number
}

/** Who was met, where and when, and where people of high need were not listened to. */
export const ENGAGEMENT: Study = {
  id: 'engagement',
  title: 'Engagement',
  group: 'voice',
  question: 'Whom have we met, when last, and where should we listen next?',
  datedBy: [],
  options: [WINDOW_OPTION],
  surface: {
    palette: 'need',
    breaks: [14, 30, 90, 180],
    classNames: ['Met within 2 weeks', '2–4 weeks', '1–3 months', '3–6 months', 'Longer ago'],
    unknownName: 'Never met on record',
    valueText: (value) => `last met ${counted(Math.round(value), 'day')} ago`,
  },
  ask: (facts, choices): StudyAnswer => {
    const windowDays = numberOf(WINDOW_OPTION, choices)
    const meetings = heldMeetings(facts)
    const recent = meetings.filter(({ daysAgo }) => daysAgo <= windowDays)
    const values = daysSinceMet(facts, meetings)
    return {
      values,
      blocks: [
        ...sentences(facts, recent, windowDays),
        listenNext(facts, values, windowDays),
        byCounty(facts, meetings, windowDays),
        byGroup(meetings, recent),
      ],
      method: {
        formula:
          'Days from the last meeting held at a community of the cell to the planning instant; planned ones do not count, nor those known to a county only. High need: the quarter of ranked cells with the highest need, without those that tie with the first beyond it, and none below the least score; each is named after its largest community.',
        parameters: [
          { name: 'Window', value: counted(windowDays, 'day') },
          { name: 'High need', value: `highest ${percent(HIGH_NEED_SHARE)} % of ranked cells` },
          { name: 'Least score', value: decimal(LEAST_HIGH_NEED) },
        ],
        limits: [
          'A meeting with leaders does not speak for women or youth.',
          'A meeting that nobody wrote down is not here.',
          'Where need is unknown no place is listed: see Need for where to go and find out.',
        ],
        source: 'Engagement register of the operation.',
      },
    }
  },
}

function heldMeetings({ ground, operation, engagements }: StudyFacts): Meeting[] {
  const spotOf = voiceSpots(ground)
  const at = epochMinutesOf(operation.planningAt)
  return engagements
    .map((engagement) => ({
      engagement,
      spot: spotOf(engagement),
      daysAgo: (at - epochMinutesOf(engagement.heldAt)) / 1440,
    }))
    .filter(({ engagement, daysAgo }) => engagement.status !== 'planned' && daysAgo >= 0)
}

function daysSinceMet({ ground }: StudyFacts, meetings: readonly Meeting[]): Float64Array {
  const days = new Float64Array(ground.grid.cells.length).fill(Number.NaN)
  for (const { spot, daysAgo } of meetings) {
    if (spot.cell >= 0 && !(days[spot.cell]! <= daysAgo)) days[spot.cell] = daysAgo
  }
  return days
}

function sentences(
  { ground, operation, engagements }: StudyFacts,
  recent: readonly Meeting[],
  windowDays: number,
): StudyBlock[] {
  if (engagements.length === 0) {
    const text = 'No engagement is on record: whom we have met is unknown.'
    return [{ type: 'sentence', tone: 'plain', text }]
  }
  const places = new Set(recent.flatMap(({ spot }) => (spot.community < 0 ? [] : [spot.community])))
  const metAreas = new Set(recent.map(({ spot }) => spot.area))
  const unmet = ground.areaNames.filter((_, area) => !metAreas.has(area))
  const women = womenShare(recent)
  const at = epochMinutesOf(operation.planningAt)
  const dueCount = engagements.filter(
    ({ status, followUpAt }) =>
      (status === 'followUpDue' || status === 'held') &&
      followUpAt !== null &&
      epochMinutesOf(followUpAt) <= at,
  ).length
  const within = places.size === 0 ? '' : ` in ${counted(places.size, 'community', 'communities')}`
  const met =
    recent.length === 0
      ? `Nobody was met in the last ${windowDays} days.`
      : `${counted(recent.length, 'meeting')}${within} in the last ${windowDays} days.`
  const share =
    women === null ? '' : ` ${percent(women)} % of the participants who were counted were women.`
  const blocks: StudyBlock[] = [{ type: 'sentence', tone: 'plain', text: met + share }]
  if (unmet.length > 0 && recent.length > 0) {
    const text = `Nobody was met in ${unmet.join(', ')} in the last ${windowDays} days.`
    blocks.push({ type: 'sentence', tone: 'watch', text })
  }
  if (dueCount > 0) {
    const text = `${counted(dueCount, 'promised follow-up')} ${dueCount === 1 ? 'is' : 'are'} due.`
    blocks.push({ type: 'sentence', tone: 'watch', text })
  }
  return blocks
}

/** Of the meetings at which both were counted; null where too few women or men were there to show. */
function womenShare(meetings: readonly Meeting[]): number | null {
  let [women, people] = [0, 0]
  for (const { engagement } of meetings) {
    const { participantCount, womenCount } = engagement
    if (participantCount === null || womenCount === null) continue
    women += womenCount
    people += participantCount
  }
  const isSmall = (count: number) => count > 0 && count < LEAST_CELL_COUNT
  return people === 0 || isSmall(women) || isSmall(people - women) ? null : women / people
}

function listenNext(
  { ground, situation }: StudyFacts,
  daysSince: Float64Array,
  windowDays: number,
): StudyBlock {
  const { score } = situation.need
  const settled = new Set(ground.communityCell)
  const ranked = [...score.keys()].filter(
    (cell) => settled.has(cell) && !Number.isNaN(score[cell]!),
  )
  const byNeed = ranked.sort((a, b) => score[b]! - score[a]!)
  const beyond = score[byNeed[Math.ceil(byNeed.length * HIGH_NEED_SHARE)] ?? -1] ?? -Infinity
  const isMeant = (cell: number) =>
    settled.has(cell) &&
    score[cell]! > beyond &&
    score[cell]! >= LEAST_HIGH_NEED &&
    !(daysSince[cell]! <= windowDays)
  const meantCount = byNeed.filter(isMeant).length
  const cells = highestCells(ground, score, { isMeant, count: LISTED_COUNT })
  return {
    type: 'table',
    title: `Listen here next: high need, not met in ${windowDays} days`,
    columns: ['Community', 'County', 'Need', 'Last met'],
    rows: cells.map(({ cell, place }) => ({
      cells: [
        place.name,
        ground.areaNames[ground.grid.areaIndex[cell]!] ?? NOTHING,
        decimal(score[cell]!),
        Number.isNaN(daysSince[cell]!) ? 'never' : `${decimal(daysSince[cell]!, 0)} d`,
      ],
      place,
    })),
    moreCount: meantCount - cells.length,
  }
}

/** Days since each group of each county was met last. */
function byCounty(
  { ground }: StudyFacts,
  meetings: readonly Meeting[],
  windowDays: number,
): StudyBlock {
  const groups = VOICE_GROUPS.filter((group) =>
    meetings.some(({ engagement }) => engagement.withWhom === group),
  )
  return {
    type: 'matrix',
    title: 'Days since last met, by county and group',
    rowName: 'County',
    columnName: 'group',
    rows: ground.areaNames,
    columns: groups.map((group) => GROUP_NAMES[group]),
    cells: ground.areaNames.flatMap((_, area) =>
      groups.map((group) => {
        const own = meetings.filter(
          ({ engagement, spot }) => engagement.withWhom === group && spot.area === area,
        )
        const days = lastOf(own)
        return {
          text: days === null ? NOTHING : grouped(days),
          isStrong: days !== null && days > windowDays,
        }
      }),
    ),
  }
}

function byGroup(meetings: readonly Meeting[], recent: readonly Meeting[]): StudyBlock {
  return {
    type: 'table',
    title: 'Who was met',
    columns: ['Group', 'Meetings', 'Attendances', 'Women', 'Last'],
    rows: VOICE_GROUPS.map((group) => {
      const isOwn = ({ engagement }: Meeting) => engagement.withWhom === group
      const own = recent.filter(isOwn)
      const days = lastOf(meetings.filter(isOwn))
      const women = womenShare(own)
      return {
        cells: [
          GROUP_NAMES[group],
          grouped(own.length),
          attendancesText(own),
          women === null ? NOTHING : `${percent(women)} %`,
          days === null ? 'never' : `${grouped(days)} d`,
        ],
        place: null,
      }
    }),
    moreCount: 0,
  }
}

function attendancesText(meetings: readonly Meeting[]): string {
  const counts = meetings.flatMap(({ engagement }) => engagement.participantCount ?? [])
  if (counts.length === 0) return NOTHING
  const people = counts.reduce((sum, count) => sum + count, 0)
  return peopleInFull(people)
}

function lastOf(meetings: readonly Meeting[]): number | null {
  if (meetings.length === 0) return null
  return Math.round(meetings.reduce((least, { daysAgo }) => Math.min(least, daysAgo), Infinity))
}
