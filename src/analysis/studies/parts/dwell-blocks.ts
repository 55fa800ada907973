import { counted, decimal, grouped, NOTHING } from '#core/figures.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import { type Dwell, dwellOf, ENGAGED_MINUTES, engagedVisits } from '../../patrols/dwell.ts'
import type { Visits } from '../../patrols/visits.ts'
import { choiceOf } from '../options.ts'
import type { StudyBlock, StudyChoices, StudyFacts, StudyOption } from '../study.ts'
import { shareWords } from './figure-words.ts'
import { type CellWeights, peopleTimesNeed, weightedMean, weightShare } from './weighted.ts'

/** Whether a patrol that drove through counts. */
export const VISITS_OPTION = {
  id: 'visits',
  name: 'Count',
  type: 'choice',
  choices: [
    { id: 'all', name: 'All visits' },
    { id: 'engaged', name: 'Engaged only' },
  ],
  usual: 'all',
} as const satisfies StudyOption

/** The visits that count under a choice. */
export function chosenVisits({ visits }: StudyFacts, choices: StudyChoices): Visits {
  return choiceOf(VISITS_OPTION, choices) === 'engaged' ? engagedVisits(visits) : visits
}

/** What makes a visit engaged, for the card of the method. */
export const ENGAGED_WORDS = `${ENGAGED_MINUTES} minutes or more in a cell at a walking pace or slower (up to 6 km/h), a guess; else the patrol drove through`

/** What only tracks with many fixes can tell. */
export const DWELL_LIMIT =
  'Between two fixes a patrol is taken to move evenly: a short stop between fixes far apart reads as driving through.'

/** The time of patrols over a period. */
export function dwellIn({ ground, operation, visits }: StudyFacts, periodDays: number): Dwell {
  return dwellOf(visits, {
    cellCount: ground.grid.cells.length,
    atEpochMinutes: epochMinutesOf(operation.planningAt),
    windowDays: periodDays,
  })
}

/** How many visits engaged; nothing without any. */
export function engagedSentence(dwell: Dwell, periodDays: number): StudyBlock[] {
  const [engaged, through, untimed] = [
    dwell.engagedCount,
    dwell.droveThroughCount,
    dwell.untimedCount,
  ].map(sumOf) as [number, number, number]
  const timed = engaged + through
  if (timed + untimed === 0) return []
  const untold = `${counted(untimed, 'visit')} ${untimed === 1 ? 'is' : 'are'} of tracks without times: whether they engaged is not known.`
  if (timed === 0) return [{ type: 'sentence', tone: 'watch', text: untold }]
  const text = `Of ${counted(timed, 'visit')} in ${counted(periodDays, 'day')} patrols engaged at ${grouped(engaged)} (${shareWords(engaged / timed)}) and drove through at ${grouped(through)}.`
  return [{ type: 'sentence', tone: 'plain', text: untimed > 0 ? `${text} ${untold}` : text }]
}

/** The time of patrols at the place of the average person, by people and by need. */
export function dwellTable(
  { ground, situation }: StudyFacts,
  dwell: Dwell,
  periodDays: number,
): StudyBlock {
  const weights = [
    ground.peopleCount,
    peopleTimesNeed(ground.peopleCount, situation.need.score),
  ] as const
  const row = (name: string, figure: (weights: CellWeights) => string) => ({
    cells: [name, ...weights.map(figure)],
    place: null,
  })
  const weekly = (minutes: Float64Array) => (by: CellWeights) =>
    minutesWords((weightedMean(minutes, by) * 7) / periodDays)
  const { engagedCount, droveThroughCount, untimedCount } = dwell
  const isThrough = (cell: number) => engagedCount[cell] === 0 && droveThroughCount[cell]! > 0
  const isUntimed = (cell: number) =>
    engagedCount[cell]! + droveThroughCount[cell]! === 0 && untimedCount[cell]! > 0
  return {
    type: 'table',
    title: 'Time of patrols where people live',
    columns: ['At the average place', 'By people', 'By need'],
    rows: [
      row('Team-minutes a week', weekly(dwell.teamMinutes)),
      personRow(dwell, weekly(dwell.personMinutes), row),
      row('A patrol engaged', (by) => shareWords(weightShare(by, (c) => engagedCount[c]! > 0))),
      row('Patrols only drove through', (by) => shareWords(weightShare(by, isThrough))),
      ...(sumOf(untimedCount) > 0
        ? [row('Visited, time not known', (by) => shareWords(weightShare(by, isUntimed)))]
        : []),
    ],
    moreCount: 0,
  }
}

/** Person-minutes are not known where no team's size is, and a least where those of some are. */
function personRow<T>(
  { teamMinutes, sizedTeamMinutes }: Dwell,
  figure: (weights: CellWeights) => string,
  row: (name: string, figure: (weights: CellWeights) => string) => T,
): T {
  const share = sumOf(sizedTeamMinutes) / sumOf(teamMinutes)
  if (!(share > 0)) return row('Person-minutes a week, no team size told', () => NOTHING)
  if (share > 0.9999) return row('Person-minutes a week', figure)
  const name = `Person-minutes a week, at least (team size told for ${shareWords(share)} of time)`
  return row(name, figure)
}

function minutesWords(minutes: number): string {
  if (Number.isNaN(minutes)) return NOTHING
  return minutes > 0 && minutes < 0.05 ? 'under 0.1' : decimal(minutes, minutes < 10 ? 1 : 0)
}

/** Of all known values. */
function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => (Number.isNaN(value) ? sum : sum + value), 0)
}
