import { decimal } from '#core/figures.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import { patrolCoverage } from '../../patrols/patrol-coverage.ts'
import { countiesOf, hasPeople, LISTED_COUNTY_COUNT, NO_PEOPLE } from '../counties.ts'
import { asStart, halfLifeWords, shareWords } from '../figure-words.ts'
import { NO_PATROLS, patrolRecordOf, recordWarnings } from '../patrol-record.ts'
import type { MethodCard, Study, StudyAnswer, StudyBlock, StudyFacts } from '../study.ts'
import { peopleTimesNeed, weightedMean, weightShare } from '../weighted.ts'

/** Below this a place has hardly any presence. */
const HARDLY_ANY = 0.05
/** Presence at double over presence at half the half-life: from here on the guess matters, or matters much. */
const MATTERS = 1.25
const MATTERS_MUCH = 2

/** How much of the patrols' visits is still felt, and how far that hangs on a guess. */
export const PRESENCE: Study = {
  id: 'presence',
  title: 'Presence',
  group: 'patrols',
  question: 'How much of our visits is still felt, and how far does that depend on our guess?',
  options: [],
  surface: {
    palette: 'coverage',
    breaks: [HARDLY_ANY, 0.25, 0.5, 0.75],
    classNames: ['Under 5 %', '5 to 25 %', '25 to 50 %', '50 to 75 %', 'Over 75 %'],
    unknownName: 'No patrols on record',
    valueText: shareWords,
  },
  ask: (facts): StudyAnswer => {
    const record = patrolRecordOf(facts)
    const { ground, operation, situation } = facts
    const cellCount = ground.grid.cells.length
    const method = methodOf(facts)
    if (!record.hasVisits) {
      return { values: new Float64Array(cellCount).fill(Number.NaN), blocks: [NO_PATROLS], method }
    }
    if (!hasPeople(ground))
      return { values: situation.presence.presenceShare, blocks: [NO_PEOPLE], method }
    const guesses = guessesOf(facts)
    const at = guesses[1]!
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
        ...recordWarnings(record, facts),
        halfLifeTable(guesses, facts),
        byCounty(counties, all[1]!),
      ],
      method,
    }
  },
}

/** Presence of every cell under one half-life. */
type Guess = { readonly halfLifeDays: number; readonly share: Float64Array }

function guessesOf({ ground, operation, visits }: StudyFacts): readonly Guess[] {
  const halfLifeDays = operation.presenceHalfLifeDays
  const coverage = patrolCoverage(visits, {
    cellCount: ground.grid.cells.length,
    atEpochMinutes: epochMinutesOf(operation.planningAt),
    windowDays: operation.incidentWindowDays,
    withinDays: halfLifeDays,
    halfLifeDays,
  })
  return [
    { halfLifeDays: halfLifeDays / 2, share: coverage.presenceShareAtHalf },
    { halfLifeDays, share: coverage.presenceShare },
    { halfLifeDays: halfLifeDays * 2, share: coverage.presenceShareAtDouble },
  ]
}

function dependence([half, , double]: readonly number[]): string {
  const range = `${shareWords(half!)} if it fades twice as fast, ${shareWords(double!)} if half as fast`
  if (!(half! > 0)) return `It would be ${range}.`
  const ratio = double! / half!
  if (ratio >= MATTERS_MUCH) return `The level depends much on that guess: ${range}.`
  if (ratio >= MATTERS) return `The level depends somewhat on that guess: ${range}.`
  return `The level hardly depends on that guess: ${range}.`
}

function hardlyAny(guesses: readonly Guess[], people: Float64Array): StudyBlock {
  const share = weightShare(people, (cell) =>
    guesses.every((guess) => guess.share[cell]! < HARDLY_ANY),
  )
  return {
    type: 'sentence',
    tone: 'plain',
    text:
      share > 0
        ? `${asStart(shareWords(share))} of people live where presence is under 5 % under all three guesses: no guess fills those places.`
        : 'Nobody lives where presence is under 5 % under all three guesses.',
  }
}

function halfLifeTable(guesses: readonly Guess[], { ground, situation }: StudyFacts): StudyBlock {
  const { peopleCount } = ground
  const needWeights = peopleTimesNeed(peopleCount, situation.need.score)
  return {
    type: 'table',
    title: 'Presence under three guesses',
    columns: ['Halves in', 'By people', 'By need', 'People under 5 %'],
    rows: guesses.map(({ halfLifeDays, share }) => ({
      cells: [
        `${halfLifeWords(halfLifeDays)} d`,
        shareWords(weightedMean(share, peopleCount)),
        shareWords(weightedMean(share, needWeights)),
        shareWords(weightShare(peopleCount, (cell) => share[cell]! < HARDLY_ANY)),
      ],
      place: null,
    })),
    moreCount: 0,
  }
}

function countyRows(guesses: readonly Guess[], { ground }: StudyFacts) {
  const [half, at, double] = guesses as readonly [Guess, Guess, Guess]
  return countiesOf(ground)
    .map(({ name, place, cells }) => {
      const of = ({ share }: Guess) => 100 * weightedMean(share, ground.peopleCount, cells)
      const value = of(at)
      const note = Number.isNaN(value) ? 'nobody lives there' : ''
      return { name, place, note, value, low: of(half), high: of(double) }
    })
    .sort((a, b) => (Number.isNaN(a.value) ? 1 : Number.isNaN(b.value) ? -1 : a.value - b.value))
}

type CountyRow = ReturnType<typeof countyRows>[number]

function dependsMost(rows: readonly CountyRow[]): readonly StudyBlock[] {
  const range = ({ low, high }: CountyRow) => (Number.isNaN(high) ? 0 : high - low)
  const [most] = [...rows].sort((a, b) => range(b) - range(a))
  if (rows.length < 2 || !most || range(most) < 1) return []
  const text = `The guess matters most in ${most.name}: ${decimal(most.low, 0)} to ${decimal(most.high, 0)} %.`
  return [{ type: 'sentence', tone: 'plain', text }]
}

function byCounty(rows: readonly CountyRow[], ofAll: number): StudyBlock {
  return {
    type: 'intervals',
    title: 'By county, least first: at half, at and at double',
    unit: '%',
    decimals: 0,
    reference: 100 * ofAll,
    rows: rows.slice(0, LISTED_COUNTY_COUNT),
  }
}

function methodOf({ operation }: StudyFacts): MethodCard {
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
      { name: 'Dashed line', value: 'all people, at the half-life' },
    ],
    limits: [
      'No source gives a half-life for villages. The two others show what the guess does; they are no interval of confidence.',
      'A patrol that drove through counts like one that stopped and spoke.',
      'A visit counts for its whole cell. Patrols without a track count nowhere.',
      'Figures are of whole counties, so no small group is shown.',
    ],
    source:
      'That the effect of a visit fades: Koper, Justice Quarterly 12 (1995), on streets in a city.',
  }
}
