import { counted, decimal, peopleText } from '#core/figures.ts'
import { coverageSummary, type PatrolCoverage } from '../../patrols/patrol-coverage.ts'
import { highestCells } from '../parts/cell-communities.ts'
import { LISTED_COUNT, NO_PEOPLE } from '../parts/counties.ts'
import { asStart, daysWords, shareWords } from '../parts/figure-words.ts'
import { peopleTimesNeed, weightedMean, weightShare } from '../parts/weighted.ts'
import type { StudyBlock, StudyFacts } from '../study.ts'
import type { Measure } from './measures.ts'

/** A measure that the table shows in place of the longest gap. */
const COLUMN_OF: Partial<Record<Measure, string>> = {
  meanSince: 'Mean since',
  uncovered: 'Not covered',
}

export type GapFacts = {
  readonly facts: StudyFacts
  readonly coverage: PatrolCoverage
  /** Days of every cell under the chosen measure. */
  readonly values: Float64Array
  readonly measure: Measure
  readonly withinDays: number
  readonly periodDays: number
}

/** How many people, and how much need, lives how long without a patrol; and why counts mislead. */
export function gapSentences(gaps: GapFacts): readonly StudyBlock[] {
  const { facts, coverage, withinDays } = gaps
  const { peopleCount } = facts.ground
  const needWeights = peopleTimesNeed(peopleCount, facts.situation.need.score)
  const byPeople = coverageSummary(coverage, peopleCount, withinDays)
  const byNeed = coverageSummary(coverage, needWeights, withinDays)
  const orNeed = (words: string) => (Number.isNaN(byNeed.meanMaxGapDays) ? '' : words)
  if (Number.isNaN(byPeople.meanMaxGapDays)) {
    return [NO_PEOPLE]
  }
  return [
    { type: 'sentence', tone: 'plain', text: measureWords(gaps, needWeights) },
    {
      type: 'sentence',
      tone: 'plain',
      text: `${asStart(shareWords(byPeople.visitedShare))} of people live where a patrol came at least once, ${shareWords(byPeople.coveredShare)} where one came in the last ${withinDays} days${orNeed(`; by need it is ${shareWords(byNeed.visitedShare)} and ${shareWords(byNeed.coveredShare)}`)}.`,
    },
    { type: 'sentence', tone: 'watch', text: countsMislead(gaps) },
  ]
}

/** The chosen measure over all people, and by need where that is known. */
function measureWords({ facts, ...gaps }: GapFacts, needWeights: Float64Array): string {
  const { values, measure, withinDays, periodDays } = gaps
  const { peopleCount } = facts.ground
  const [byPeople, byNeed] = [peopleCount, needWeights].map((weights) =>
    weightedMean(values, weights),
  ) as [number, number]
  const neverShare = weightShare(peopleCount, (cell) => Number.isNaN(values[cell]!))
  const period = `In ${counted(periodDays, 'day')}`
  const daysOf = (days: number) => decimal(days, 0)
  const byNeedToo = (figure: (days: number) => string) =>
    Number.isNaN(byNeed) ? '' : `; weighted by need it is ${figure(byNeed)}`
  const apart = neverShare > 0 ? ` Not counted: ${shareWords(neverShare)} of people, ` : ''
  if (measure === 'sinceLast') {
    const never = apart && `${apart}whose places were never visited on record.`
    return `The last patrol came to the average person ${daysOf(byPeople)} days ago${byNeedToo(daysOf)}.${never}`
  }
  if (measure === 'meanSince') {
    const never = apart && `${apart}whose places were not visited at all.`
    return `${period} the last visit to the average person was ${daysOf(byPeople)} days old on average${byNeedToo(daysOf)}.${never}`
  }
  if (measure === 'uncovered') {
    const share = (days: number) => shareWords(1 - days / periodDays)
    return `${period} the average person had a visit within ${withinDays} days on ${share(byPeople)} of days${byNeedToo(share)}. The map shows the days without.`
  }
  return `${period} the average person waited ${daysOf(byPeople)} days at the longest for a patrol${byNeedToo(daysOf)}.`
}

/** Of the tenth of settled, visited cells with most visits: how many were left alone for long all the same. */
function countsMislead({ facts, coverage, withinDays }: GapFacts): string {
  const { ground } = facts
  const { visitCount, maxGapDays } = coverage
  const visited = [...visitCount.keys()].filter(
    (cell) => visitCount[cell]! > 0 && ground.peopleCount[cell]! > 0,
  )
  const sorted = visited.sort((a, b) => visitCount[b]! - visitCount[a]! || a - b)
  const most = sorted.slice(0, Math.ceil(sorted.length / 10))
  const left = most.filter((cell) => maxGapDays[cell]! > withinDays)
  const lead = 'Do not count visits: five in one week and none after is no coverage.'
  if (left.length === 0) return lead
  const [worst] = highestCells(ground, maxGapDays, {
    isMeant: (cell) => left.includes(cell),
    count: 1,
  })
  const example = worst
    ? `; ${worst.place.name} had ${counted(visitCount[worst.cell]!, 'visit')}, and once none for ${counted(Math.round(maxGapDays[worst.cell]!), 'day')}`
    : ''
  return `${lead} Of the ${counted(most.length, 'most visited cell')}, ${left.length} went more than ${withinDays} days without one${example}.`
}

/** Where most people live through gaps longer than a visit covers, by people × days of the measure. */
export function longGapTable(gaps: GapFacts): StudyBlock {
  const { facts, coverage, values, measure, withinDays, periodDays } = gaps
  const { ground } = facts
  const { maxGapDays, visitCount, daysSinceVisit } = coverage
  const personDays = values.map(
    (days, cell) => ground.peopleCount[cell]! * (Number.isNaN(days) ? periodDays : days),
  )
  const isLong = (cell: number) => ground.peopleCount[cell]! > 0 && maxGapDays[cell]! > withinDays
  const longCount = [...maxGapDays.keys()].filter(isLong).length
  const rows = highestCells(ground, personDays, { isMeant: isLong, count: LISTED_COUNT })
  return {
    type: 'table',
    title: 'Long gaps where most people live',
    columns: ['Place', 'People', COLUMN_OF[measure] ?? 'Longest gap', 'Last visit', 'Visits'],
    rows: rows.map(({ cell, place }) => ({
      cells: [
        place.name,
        peopleText(ground.peopleCount[cell]!),
        daysWords((COLUMN_OF[measure] ? values : maxGapDays)[cell]!),
        daysWords(daysSinceVisit[cell]!),
        decimal(visitCount[cell]!, 0),
      ],
      place,
    })),
    moreCount: longCount - rows.length,
  }
}
