import { decimal } from '#core/figures.ts'
import { coverageByDistance, nearestBaseKilometres } from '../../patrols/coverage-by-distance.ts'
import { hasPeople, NO_PEOPLE } from '../parts/counties.ts'
import {
  DWELL_LIMIT,
  dwellIn,
  dwellTable,
  ENGAGED_WORDS,
  engagedSentence,
} from '../parts/dwell-blocks.ts'
import { halfLifeWords } from '../parts/figure-words.ts'
import { NO_PATROLS, patrolRecordOf, recordWarnings } from '../parts/patrol-record.ts'
import type { MethodCard, Study, StudyAnswer, StudyFacts } from '../study.ts'
import {
  apartSentence,
  bandTable,
  CLOSE_KILOMETRES,
  closeSentence,
  EDGES_KILOMETRES,
  MUCH,
  NO_BASES,
  shareTable,
  unvisitedSentence,
} from './bands.ts'

/** Whether patrols go where need is, or where it is near. */
export const EFFORT: Study = {
  id: 'effort',
  title: 'Effort by distance',
  group: 'patrols',
  question: 'Do patrols go where need is, or where it is close to base?',
  datedBy: ['patrols', 'incidents'],
  isForWall: true,
  options: [],
  surface: {
    palette: 'remoteness',
    breaks: EDGES_KILOMETRES,
    classNames: ['Up to 10 km', '10 to 25 km', '25 to 50 km', '50 to 100 km', 'Over 100 km'],
    unknownName: 'No unit can get there',
    valueText: (value) => `${decimal(value, 0)} km from a base`,
  },
  ask: (facts): StudyAnswer => {
    const { ground, situation, bases } = facts
    const record = patrolRecordOf(facts)
    const { hasVisits } = record
    const method = methodOf(facts)
    const straight = nearestBaseKilometres(ground.grid, bases)
    const values = straight.map((kilometres, cell) =>
      Number.isNaN(situation.responseMinutes[cell]!) ? Number.NaN : kilometres,
    )
    const windowDays = facts.operation.incidentWindowDays
    const dwell = dwellIn(facts, windowDays)
    const bands = coverageByDistance(
      {
        distance: values,
        peopleCount: ground.peopleCount,
        needScore: situation.need.score,
        presenceShare: situation.presence.presenceShare,
        visitCount: situation.presence.visitCount,
        teamMinutes: dwell.teamMinutes,
      },
      EDGES_KILOMETRES,
    )
    if (bases.length === 0) return { values, blocks: [NO_BASES], method }
    if (!hasPeople(ground)) return { values, blocks: [NO_PEOPLE], method }
    const apart = bands.at(-1)!
    return {
      values,
      blocks: [
        ...(hasVisits
          ? [
              closeSentence(bands),
              unvisitedSentence(bands),
              ...engagedSentence(dwell, record.periodDays),
            ]
          : [NO_PATROLS]),
        ...(apart.peopleCount > 0 ? [apartSentence(bands)] : []),
        ...(hasVisits ? recordWarnings(record, facts) : []),
        bandTable(bands, hasVisits),
        ...(hasVisits ? [shareTable(bands), dwellTable(facts, dwell, record.periodDays)] : []),
      ],
      method,
    }
  },
}

function methodOf({ operation }: StudyFacts): MethodCard {
  return {
    formula:
      'Cells by kilometres to the nearest place with a unit; for each band the sum of people, need and presence weighted by people, visits (one for each patrol and cell it entered) per 1,000 people. Share of need: people × need. Share of time: minutes of all teams in the cells of the band.',
    parameters: [
      { name: 'Bands', value: `${EDGES_KILOMETRES.join(', ')} km, beyond, out of reach` },
      { name: 'Close', value: `up to ${CLOSE_KILOMETRES} km` },
      {
        name: '“Stay close”',
        value: `at least ${MUCH} × the visits for the same need`,
      },
      {
        name: 'Half-life',
        value: `${halfLifeWords(operation.presenceHalfLifeDays)} days, a guess`,
      },
      { name: 'Engaged', value: ENGAGED_WORDS },
      { name: 'Window', value: `${operation.incidentWindowDays} days` },
    ],
    limits: [
      'Kilometres as the crow flies, from where units stand now; patrols may have set out from elsewhere.',
      'A visit to a town and to a village count the same, but need counts people: bases in large towns make the nearest band look poor in visits.',
      DWELL_LIMIT,
      'Every patrol crosses the ground around its base, so some surplus of visits there is the way out, not a choice.',
      'Where need is not known people count, but not in mean or share of need.',
      'Figures are of whole bands; a band of under five people shows no count.',
    ],
    source:
      'A plain comparison of bands. Precedent: UNAMID patrols “often stayed closer to the base”.',
  }
}
