import { decimal, NOTHING } from '#core/figures.ts'
import {
  coverageByDistance,
  type DistanceBand,
  nearestBaseKilometres,
} from '../../patrols/coverage-by-distance.ts'
import { hasPeople, NO_PEOPLE } from '../counties.ts'
import { asStart, halfLifeWords, peopleWords, shareWords } from '../figure-words.ts'
import { NO_PATROLS, patrolRecordOf, recordWarnings } from '../patrol-record.ts'
import type { MethodCard, Study, StudyAnswer, StudyBlock, StudyFacts } from '../study.ts'

const EDGES_KILOMETRES = [10, 25, 50, 100] as const
/** "Close to base" is up to this edge. */
const CLOSE_KILOMETRES = 25
/** From so many times the visits for the same need on, patrols are said to stay close; the other way, to go far. */
const MUCH = 1.25

/** Whether patrols go where need is, or where it is near. */
export const EFFORT: Study = {
  id: 'effort',
  title: 'Effort by distance',
  group: 'patrols',
  question: 'Do patrols go where need is, or where it is close to base?',
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
    const bands = coverageByDistance(
      {
        distance: values,
        peopleCount: ground.peopleCount,
        needScore: situation.need.score,
        presenceShare: situation.presence.presenceShare,
        visitCount: situation.presence.visitCount,
      },
      EDGES_KILOMETRES,
    )
    if (bases.length === 0) return { values, blocks: [NO_BASES], method }
    if (!hasPeople(ground)) return { values, blocks: [NO_PEOPLE], method }
    const apart = bands.at(-1)!
    return {
      values,
      blocks: [
        ...(hasVisits ? [closeSentence(bands), unvisitedSentence(bands)] : [NO_PATROLS]),
        ...(apart.peopleCount > 0 ? [apartSentence(bands)] : []),
        ...(hasVisits ? recordWarnings(record, facts) : []),
        bandTable(bands, hasVisits),
        ...(hasVisits ? [shareTable(bands)] : []),
      ],
      method,
    }
  },
}

const NO_BASES: StudyBlock = {
  type: 'sentence',
  tone: 'watch',
  text: 'No unit stands anywhere in this COA, so there is no distance to measure from.',
}

function closeSentence(bands: readonly DistanceBand[]): StudyBlock {
  const close = sharesOf(bands.filter(({ to }) => to <= CLOSE_KILOMETRES))
  const far = sharesOf(bands.filter(({ from }) => from >= CLOSE_KILOMETRES))
  const ratio = close.visits / close.need / (far.visits / far.need)
  const figures = `${shareWords(close.visits)} of visits and ${shareWords(close.need)} of need are within ${CLOSE_KILOMETRES} km, ${shareWords(far.visits)} of visits and ${shareWords(far.need)} of need beyond`
  return { type: 'sentence', tone: 'plain', text: `${closeWords(ratio)}${figures}.` }
}

function sharesOf(bands: readonly DistanceBand[]) {
  const sum = (of: (band: DistanceBand) => number) =>
    bands.reduce((total, band) => total + of(band), 0)
  return { need: sum((band) => band.needShare), visits: sum((band) => band.visitShare) }
}

/** @param ratio visits for the same need, close over far; ∞ if none go far, NaN where it cannot be said. */
function closeWords(ratio: number): string {
  const lead = `For the same need, places within ${CLOSE_KILOMETRES} km have`
  if (Number.isNaN(ratio)) return 'Near and far cannot be set side by side: '
  if (ratio === Number.POSITIVE_INFINITY) return 'Patrols stay close to base, none goes far: '
  if (ratio >= MUCH) {
    return `Patrols stay close to base. ${lead} ${decimal(ratio)} times the visits of places farther out: `
  }
  if (ratio > 1 / MUCH) return 'Patrols go far as well as near, as need would have it: '
  return `Patrols go far out. ${lead} only ${decimal(ratio)} times the visits of places farther out: `
}

function unvisitedSentence(bands: readonly DistanceBand[]): StudyBlock {
  const people = bands.reduce((sum, band) => sum + band.peopleCount, 0)
  const far = bands.filter(({ from }) => from >= CLOSE_KILOMETRES)
  const unvisited = bands.reduce((sum, band) => sum + band.unvisitedPeopleCount, 0)
  const unvisitedFar = far.reduce((sum, band) => sum + band.unvisitedPeopleCount, 0)
  const text =
    unvisited > 0
      ? `${asStart(shareWords(unvisited / people))} of people live where no patrol came in the window; ${shareWords(unvisitedFar / unvisited)} of those live more than ${CLOSE_KILOMETRES} km from a base.`
      : 'Nobody lives where no patrol came in the window.'
  return { type: 'sentence', tone: 'plain', text }
}

function apartSentence(bands: readonly DistanceBand[]): StudyBlock {
  const people = bands.reduce((sum, band) => sum + band.peopleCount, 0)
  const { peopleCount } = bands.at(-1)!
  return {
    type: 'sentence',
    tone: 'watch',
    text: `${asStart(peopleWords(peopleCount))} people (${shareWords(peopleCount / people)}) live where no unit can get by road and on foot. They stand in a row of their own, whatever the distance.`,
  }
}

function bandTable(bands: readonly DistanceBand[], hasVisits: boolean): StudyBlock {
  return {
    type: 'table',
    title: 'Coverage against need',
    columns: ['From base', 'People', 'Need', 'Presence', 'Visits per 1 000'],
    rows: bands.map((band) => ({
      cells: [
        bandName(band),
        peopleWords(band.peopleCount),
        decimal(band.needMean),
        hasVisits ? shareWords(band.presenceMean) : NOTHING,
        hasVisits ? decimal(band.visitsPerThousandPeople) : NOTHING,
      ],
      place: null,
    })),
    moreCount: 0,
  }
}

function shareTable(bands: readonly DistanceBand[]): StudyBlock {
  return {
    type: 'table',
    title: 'Share of need, share of visits',
    columns: ['From base', 'Of need', 'Of visits', 'Not visited'],
    rows: bands.map((band) => ({
      cells: [
        bandName(band),
        shareWords(band.needShare),
        shareWords(band.visitShare),
        peopleWords(band.unvisitedPeopleCount),
      ],
      place: null,
    })),
    moreCount: 0,
  }
}

function bandName({ from, to }: DistanceBand): string {
  if (Number.isNaN(to)) return 'Out of reach'
  if (to === Number.POSITIVE_INFINITY) return `Over ${from} km`
  return from === 0 ? `Up to ${to} km` : `${from} to ${to} km`
}

function methodOf({ operation }: StudyFacts): MethodCard {
  return {
    formula:
      'Cells by kilometres to the nearest place with a unit; for each band the sum of people, need and presence weighted by people, visits (one for each patrol and cell it entered) per 1,000 people. Share of need: people × need.',
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
      { name: 'Window', value: `${operation.incidentWindowDays} days` },
    ],
    limits: [
      'Kilometres as the crow flies, from where units stand now; patrols may have set out from elsewhere.',
      'A visit to a town and to a village count the same, but need counts people: bases in large towns make the nearest band look poor in visits.',
      'Every patrol crosses the ground around its base, so some surplus of visits there is the way out, not a choice.',
      'Where need is not known people count, but not in mean or share of need.',
      'Figures are of whole bands; a band of under five people shows no count.',
    ],
    source:
      'A plain comparison of bands. Precedent: UNAMID patrols “often stayed closer to the base”.',
  }
}
