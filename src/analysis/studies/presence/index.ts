import { choiceOf } from '../options.ts'
import { hasPeople, NO_PEOPLE } from '../parts/counties.ts'
import {
  chosenVisits,
  DWELL_LIMIT,
  dwellIn,
  dwellTable,
  ENGAGED_WORDS,
  engagedSentence,
  VISITS_OPTION,
} from '../parts/dwell-blocks.ts'
import { halfLifeWords, shareWords } from '../parts/figure-words.ts'
import { NO_PATROLS, patrolRecordOf, recordWarnings } from '../parts/patrol-record.ts'
import { weightedMean } from '../parts/weighted.ts'
import type { MethodCard, Study, StudyAnswer, StudyFacts } from '../study.ts'
import {
  byCounty,
  countyRows,
  dependence,
  dependsMost,
  guessesOf,
  HARDLY_ANY,
  halfLifeTable,
  hardlyAny,
} from './guesses.ts'

/** How much of the patrols' visits is still felt, and how far that hangs on a guess. */
export const PRESENCE: Study = {
  id: 'presence',
  title: 'Presence',
  group: 'patrols',
  question: 'How much of our visits is still felt, and how far does that depend on our guess?',
  datedBy: ['patrols'],
  isForWall: true,
  options: [VISITS_OPTION],
  surface: {
    palette: 'coverage',
    breaks: [HARDLY_ANY, 0.25, 0.5, 0.75],
    classNames: ['Under 5 %', '5 to 25 %', '25 to 50 %', '50 to 75 %', 'Over 75 %'],
    unknownName: 'No patrols on record',
    valueText: shareWords,
  },
  ask: (facts, choices): StudyAnswer => {
    const record = patrolRecordOf(facts)
    const { ground, operation, situation } = facts
    const cellCount = ground.grid.cells.length
    const isEngagedOnly = choiceOf(VISITS_OPTION, choices) === 'engaged'
    const method = methodOf(facts, isEngagedOnly)
    if (!record.hasVisits) {
      return { values: new Float64Array(cellCount).fill(Number.NaN), blocks: [NO_PATROLS], method }
    }
    if (!hasPeople(ground))
      return { values: situation.presence.presenceShare, blocks: [NO_PEOPLE], method }
    const guesses = guessesOf(facts, chosenVisits(facts, choices))
    const at = guesses[1]!
    const { periodDays } = record
    const dwell = dwellIn(facts, periodDays)
    const counties = countyRows(guesses, facts)
    const all = guesses.map(({ share }) => weightedMean(share, ground.peopleCount))
    return {
      values: at.share,
      blocks: [
        {
          type: 'sentence',
          tone: 'plain',
          text: `The average person has a patrol presence of ${shareWords(all[1]!)}, if a visit loses half of its weight in ${halfLifeWords(operation.presenceHalfLifeDays)} days. ${dependence(all)}`,
        },
        ...dependsMost(counties),
        hardlyAny(guesses, ground.peopleCount),
        ...engagedSentence(dwell, periodDays),
        ...recordWarnings(record, facts),
        halfLifeTable(guesses, facts),
        dwellTable(facts, dwell, periodDays),
        byCounty(counties, all[1]!),
      ],
      method,
    }
  },
}

function methodOf({ operation }: StudyFacts, isEngagedOnly: boolean): MethodCard {
  return {
    formula:
      'Presence = 1 − Π(1 − 0.5^(age of visit / half-life)) over the visits of a cell in the window; means weighted by people, or by people × need where need is known.',
    parameters: [
      {
        name: 'Half-life',
        value: `${halfLifeWords(operation.presenceHalfLifeDays)} days, a guess`,
      },
      { name: 'Shown beside it', value: 'half and double' },
      { name: 'Window', value: `${operation.incidentWindowDays} days` },
      { name: 'Visits', value: isEngagedOnly ? 'engaged only' : 'all' },
      { name: 'Engaged', value: ENGAGED_WORDS },
      { name: 'Dashed line', value: 'all people, at the half-life' },
    ],
    limits: [
      'No source gives a half-life for villages. The two others show what the guess does; they are no interval of confidence.',
      isEngagedOnly
        ? 'A patrol that stopped need not have spoken to anybody.'
        : 'A patrol that drove through counts like one that stopped and spoke.',
      DWELL_LIMIT,
      'A team-minute is a minute of one patrol in the cell; person-minutes need the size of the team, which few tracks tell.',
      'A visit counts for its whole cell. Patrols without a track count nowhere.',
      'Figures are of whole counties, so no small group is shown.',
    ],
    source:
      'That the effect of a visit fades: Koper, Justice Quarterly 12 (1995), on streets in a city.',
  }
}
