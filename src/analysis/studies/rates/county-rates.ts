import { counted, NOTHING, peopleText } from '#core/figures.ts'
import { countInterval } from '../../statistics/counts.ts'
import { areaPlaces, sumByArea } from '../parts/area-places.ts'
import type { StudyBlock, StudyFacts } from '../study.ts'

type IntervalRow = Extract<StudyBlock, { readonly type: 'intervals' }>['rows'][number]

/** A rate per 10,000 people a year, with the interval in which chance leaves it. */
export type ExactRate = { readonly value: number; readonly low: number; readonly high: number }

export type CountyRate = IntervalRow & { readonly count: number; readonly peopleCount: number }

/** Whole reports over people and time, with Garwood's interval; NaN without people. */
export function exactRate(count: number, peopleCount: number, years: number): ExactRate {
  const exposure = (peopleCount * years) / 10_000
  if (!(exposure > 0)) return { value: Number.NaN, low: Number.NaN, high: Number.NaN }
  const { lower, upper } = countInterval(count)
  return { value: count / exposure, low: lower / exposure, high: upper / exposure }
}

/**
 * The rate of each county over all its people, highest first, unknown last. Who could have reported is
 * partly known from who did, so that a rate over them alone would be too high.
 */
export function countyRates(
  { ground }: StudyFacts,
  counts: Float64Array,
  of: { readonly isKnown: (cell: number) => boolean; readonly years: number },
): readonly CountyRate[] {
  const known = ground.peopleCount.map((people, cell) => (of.isKnown(cell) ? people : 0))
  const places = areaPlaces(ground)
  const all = sumByArea(ground, ground.peopleCount)
  const people = sumByArea(ground, known)
  const reports = sumByArea(ground, counts)
  return ground.areaNames
    .map((name, area): CountyRate => {
      const [count, peopleCount] = [reports[area]!, all[area]!]
      const couldReport = people[area]!
      const isHeard = count > 0 || couldReport > 0
      const rate = exactRate(count, isHeard ? peopleCount : 0, of.years)
      const isPart = couldReport < peopleCount * 0.995
      const note = Number.isNaN(rate.value)
        ? 'nobody could report'
        : `${counted(count, 'report')}, ${peopleText(peopleCount)} people${isPart ? `, of whom ${peopleText(couldReport)} people could report` : ''}`
      return { name: name || NOTHING, note, ...rate, place: places[area]!, count, peopleCount }
    })
    .filter(({ place }) => place !== null)
    .sort((a, b) => orderOf(b) - orderOf(a) || (a.name < b.name ? -1 : 1))
}

/** Unknown ones come after a true zero. */
const orderOf = ({ value }: ExactRate) => (Number.isNaN(value) ? -1 : value)
