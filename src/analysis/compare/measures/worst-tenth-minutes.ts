import { FINENESS } from '../../whole-units.ts'
import type { Course } from '../course.ts'
import { wholePeople } from '../whole-people.ts'
import { twiceToday } from './equal-minutes.ts'
import type { CompareMeasure } from './measure.ts'
import { partsByCommunity } from './parts-by-community.ts'
import { said, wayText } from './said.ts'

export const WORST_TENTH_MINUTES: CompareMeasure = {
  id: 'worstTenthMinutes',
  name: 'Minutes of the worst-off tenth',
  definition:
    'Mean wait of the tenth reached last. It is in response minutes, of the tenth of people within reach who wait longest; people out of reach are counted apart.',
  unit: 'minutes',
  isHighGood: false,
  usualWeight: 10,
  usualBenchmark: () => null,
  naturalScale: (terms) => twiceToday(terms, meanOf(terms.baseline)),
  measure: (course) => said(meanOf(course)),
  parts: (course) => {
    const { people, waited } = worstTenth(course)
    return {
      kind: 'ratio',
      noun: 'communities of the worst-off tenth',
      inWhat: 'people × minutes',
      areWhole: true,
      rows: partsByCommunity(course.input.ground, {
        amount: waited,
        of: people,
        unitsInOne: FINENESS,
        textOf: (cell) => wayText(course.situation.responseMinutes[cell]!),
      }),
    }
  },
}

function meanOf(course: Course): number {
  const { people, waited } = worstTenth(course)
  const sumOf = (units: Float64Array) => units.reduce((sum, each) => sum + each, 0)
  return sumOf(waited) / sumOf(people)
}

/** People of the worst-off tenth by cell, and their minutes, in whole 1,024ths; the last cell in part. */
function worstTenth({ input, situation }: Course) {
  const { responseMinutes } = situation
  const all = wholePeople(input.ground.peopleCount)
  const reached = new Uint32Array(all.length)
  let [reachedCount, everybody] = [0, 0]
  for (let cell = 0; cell < all.length; cell++) {
    if (!(all[cell]! > 0) || Number.isNaN(responseMinutes[cell]!)) continue
    reached[reachedCount++] = cell
    everybody += all[cell]!
  }
  const order = longestWaits(reached.subarray(0, reachedCount), responseMinutes, {
    all,
    wanted: everybody / 10,
  })
  const people = new Float64Array(all.length)
  const waited = new Float64Array(all.length)
  let left = Math.ceil(everybody / 10)
  for (const cell of order) {
    if (left === 0) break
    const taken = Math.min(left, all[cell]!)
    people[cell] = taken
    waited[cell] = Math.round(taken * responseMinutes[cell]!)
    left -= taken
  }
  return { people, waited }
}

const BUCKETS = 256

/** Cells with at least so many people, those of the longest waits, longest first; sorting all would take long. */
function longestWaits(
  reached: Uint32Array,
  minutes: Float64Array,
  { all, wanted }: { readonly all: Float64Array; readonly wanted: number },
): Uint32Array {
  let longest = 0
  for (const cell of reached) longest = Math.max(longest, minutes[cell]!)
  const bucketOf = (cell: number) =>
    longest > 0 ? Math.floor(((BUCKETS - 1) * minutes[cell]!) / longest) : 0
  const people = new Float64Array(BUCKETS)
  for (const cell of reached) people[bucketOf(cell)]! += all[cell]!
  let first = BUCKETS - 1
  for (let held = people[first]!; held < wanted && first > 0; held += people[first]!) first--
  return reached
    .filter((cell) => bucketOf(cell) >= first)
    .sort((a, b) => minutes[b]! - minutes[a]! || a - b)
}
