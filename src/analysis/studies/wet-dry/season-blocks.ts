import { decimal, durationText, peopleInFull, peopleText, TIE } from '#core/figures.ts'
import { peopleQuantile, shareWithin } from '../../access/people-within.ts'
import { highestCells } from '../parts/cell-communities.ts'
import { type County, countiesOf, LISTED_COUNT, LISTED_COUNTY_COUNT } from '../parts/counties.ts'
import { asStart, shareWords } from '../parts/figure-words.ts'
import { plain, watch } from '../parts/sentence-blocks.ts'
import { SPEED_SHARE } from '../parts/travel-run.ts'
import { weightedMean, weightOf } from '../parts/weighted.ts'
import type { StudyBlock, StudyFacts } from '../study.ts'

/** A value a cell; see `wetMinusDryMinutes` and `wetOverDry`. */
export type Seasons = {
  readonly dry: Float64Array
  readonly wet: Float64Array
  readonly differences: Float64Array
  readonly factors: Float64Array
}

const isCutOff = ({ differences }: Seasons) => {
  return (cell: number) => differences[cell] === Number.POSITIVE_INFINITY
}

export function sentences(
  { ground }: StudyFacts,
  found: Seasons,
  { slowerWet, fasterWet }: { readonly slowerWet: Float64Array; readonly fasterWet: Float64Array },
): StudyBlock[] {
  const people = ground.peopleCount
  const dryReached = weightOf(people, (cell) => !Number.isNaN(found.dry[cell]!))
  const neither = weightOf(people, (cell) => Number.isNaN(found.differences[cell]!))
  const never: StudyBlock[] =
    neither > 0
      ? [watch(`${asStart(peopleText(neither))} people are out of reach in both seasons.`)]
      : []
  if (dryReached === 0) return [watch('Nobody can be reached in the dry season.'), ...never]
  const cut = weightOf(people, isCutOff(found))
  const cutText =
    cut > 0
      ? `The rains cut off ${peopleText(cut)} people, ${shareWords(cut / dryReached)} of those within reach in the dry season.`
      : 'The rains cut off nobody who is within reach in the dry season.'
  const median = peopleQuantile({ values: found.factors, people }, 0.5)
  if (Number.isNaN(median)) return [watch(cutText), ...never]
  const factorOf = (values: Float64Array) => times(peopleQuantile({ values, people }, 0.5))
  const slowest = byMedian({ ground }, found)[0]
  return [
    plain(cutText),
    plain(
      `For those reached in both, the way is ${times(median)} as long in the rains for the middle person, and ${times(peopleQuantile({ values: found.factors, people }, 0.95))} or more for one in twenty: ${durationText(weightedMean(finite(found.differences), people))} longer on average.`,
    ),
    ...(slowest
      ? [
          plain(
            `They lengthen it most in ${slowest.name}: the middle person's way there is ${times(slowest.median)} as long.`,
          ),
        ]
      : []),
    plain(
      `With wet roads ${100 * SPEED_SHARE} % slower than the table says the middle person's way is ${factorOf(slowerWet)} as long, with faster ones ${factorOf(fasterWet)}.`,
    ),
    ...never,
  ]
}

/** County by county: the middle factor and where nine in ten people lie. */
export function factorIntervals({ ground }: StudyFacts, found: Seasons): StudyBlock[] {
  const rows = byMedian({ ground }, found)
  if (rows.length === 0) return []
  return [
    {
      type: 'intervals',
      title: 'Wet over dry by county, slowest first: the middle person, and nine in ten people',
      unit: '×',
      decimals: 1,
      reference: 1,
      scale: 'ratio',
      rows: rows.slice(0, LISTED_COUNTY_COUNT).map(({ name, place, median, low, high }) => ({
        name,
        place,
        note: '',
        value: median,
        low,
        high,
      })),
    },
  ]
}

export function countyTable(
  { ground }: StudyFacts,
  found: Seasons,
  standardMinutes: number,
): StudyBlock[] {
  const people = ground.peopleCount
  const cut = isCutOff(found)
  const counties = countiesOf(ground)
    .filter(({ peopleCount }) => peopleCount > 0)
    .map((county) => ({ ...county, cutCount: weightOf(people, cut, county.cells) }))
    .sort(
      (a, b) => b.cutCount - a.cutCount || meanOf(b, found, people) - meanOf(a, found, people) || 0,
    )
  const within = ({ cells }: County, values: Float64Array) =>
    shareWithin(
      { values: cells.map((cell) => values[cell]!), people: cells.map((cell) => people[cell]!) },
      standardMinutes,
    )
  const listed = counties.slice(0, LISTED_COUNTY_COUNT)
  const standard = durationText(standardMinutes)
  return [
    {
      type: 'table',
      title: `By county: cut off, longer on average, and within ${standard} dry and wet`,
      columns: ['County', 'Cut off', 'Of all', 'Longer', 'Dry', 'Wet'],
      rows: listed.map((county) => ({
        cells: [
          county.name,
          peopleInFull(county.cutCount),
          shareWords(county.cutCount / county.peopleCount),
          durationText(meanOf(county, found, people)),
          shareWords(within(county, found.dry)),
          shareWords(within(county, found.wet)),
        ],
        place: county.place,
      })),
      moreCount: counties.length - listed.length,
    },
  ]
}

/** The largest places that the rains cut off. */
export function cutOffTable({ ground }: StudyFacts, found: Seasons): StudyBlock[] {
  const cut = isCutOff(found)
  const isMeant = (cell: number) => cut(cell) && ground.peopleCount[cell]! > 0
  const all = ground.peopleCount.reduce((count, _, cell) => count + (isMeant(cell) ? 1 : 0), 0)
  if (all === 0) return []
  const listed = highestCells(ground, ground.peopleCount, { isMeant, count: LISTED_COUNT })
  return [
    {
      type: 'table',
      title: 'Cut off by the rains: the cells with most people',
      columns: ['Place', 'People', 'Dry'],
      rows: listed.map(({ cell, place }) => ({
        cells: [
          place.name,
          peopleInFull(ground.peopleCount[cell]!),
          durationText(found.dry[cell]!),
        ],
        place,
      })),
      moreCount: all - listed.length,
    },
  ]
}

/** Counties with people reached in both seasons, slowest first. */
function byMedian({ ground }: Pick<StudyFacts, 'ground'>, { factors }: Seasons) {
  return countiesOf(ground)
    .map((county) => {
      const lived = {
        values: county.cells.map((cell) => factors[cell]!),
        people: county.cells.map((cell) => ground.peopleCount[cell]!),
      }
      const [low, median, high] = [0.05, 0.5, 0.95].map((share) => peopleQuantile(lived, share))
      return { ...county, low: low!, median: median!, high: high! }
    })
    .filter(({ median }) => Number.isFinite(median))
    .sort((a, b) => b.median - a.median || b.high - a.high)
}

function meanOf({ cells }: County, { differences }: Seasons, people: Float64Array): number {
  return weightedMean(finite(differences), people, cells)
}

/** What is no number of minutes is left out. */
function finite(values: Float64Array): Float64Array {
  return values.map((value) => (Number.isFinite(value) ? value : Number.NaN))
}

function times(factor: number): string {
  return `${decimal(factor, factor < 10 ? 2 : 0)}${TIE}×`
}
