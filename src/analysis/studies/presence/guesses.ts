import { decimal } from '#core/figures.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import { patrolCoverage } from '../../patrols/patrol-coverage.ts'
import type { Visits } from '../../patrols/visits.ts'
import { countiesOf, LISTED_COUNTY_COUNT } from '../parts/counties.ts'
import { asStart, halfLifeWords, shareWords } from '../parts/figure-words.ts'
import { peopleTimesNeed, weightedMean, weightShare } from '../parts/weighted.ts'
import type { StudyBlock, StudyFacts } from '../study.ts'

/** Below this a place has hardly any presence. */
export const HARDLY_ANY = 0.05
/** Presence at double over presence at half the half-life: from here on the guess matters, or matters much. */
const MATTERS = 1.25
const MATTERS_MUCH = 2

/** Presence of every cell under one half-life. */
type Guess = { readonly halfLifeDays: number; readonly share: Float64Array }

/** @param visits those that count. */
export function guessesOf({ ground, operation }: StudyFacts, visits: Visits): readonly Guess[] {
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

export function dependence([half, , double]: readonly number[]): string {
  const range = `${shareWords(half!)} if it fades twice as fast, ${shareWords(double!)} if half as fast`
  if (!(half! > 0)) return `It would be ${range}.`
  const ratio = double! / half!
  if (ratio >= MATTERS_MUCH) return `The level depends much on that guess: ${range}.`
  if (ratio >= MATTERS) return `The level depends somewhat on that guess: ${range}.`
  return `The level hardly depends on that guess: ${range}.`
}

export function hardlyAny(guesses: readonly Guess[], people: Float64Array): StudyBlock {
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

export function halfLifeTable(
  guesses: readonly Guess[],
  { ground, situation }: StudyFacts,
): StudyBlock {
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

export function countyRows(guesses: readonly Guess[], { ground }: StudyFacts) {
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

export function dependsMost(rows: readonly CountyRow[]): readonly StudyBlock[] {
  const range = ({ low, high }: CountyRow) => (Number.isNaN(high) ? 0 : high - low)
  const [most] = [...rows].sort((a, b) => range(b) - range(a))
  if (rows.length < 2 || !most || range(most) < 1) return []
  const text = `The guess matters most in ${most.name}: ${decimal(most.low, 0)} to ${decimal(most.high, 0)} %.`
  return [{ type: 'sentence', tone: 'plain', text }]
}

export function byCounty(rows: readonly CountyRow[], ofAll: number): StudyBlock {
  return {
    type: 'intervals',
    title: 'By county, least first: at half, at and at double',
    unit: '%',
    decimals: 0,
    reference: 100 * ofAll,
    rows: rows.slice(0, LISTED_COUNTY_COUNT),
  }
}
