import { nearestMinutes } from '../nearest-minutes.ts'
import type { PlanProblem } from '../problem.ts'
import { outcomeSentence } from './outcome-sentence.ts'

/**
 * People by what a plan does for them, for one type. They come in 1,024ths of a person, so that
 * every sum and difference of them is exact: before = kept + lost, after = kept + gained.
 */
export type Outcome = {
  readonly beforePeople: number
  readonly afterPeople: number
  readonly gainedPeople: number
  readonly lostPeople: number
  readonly keptPeople: number
  /** Within reach neither before nor after. */
  readonly neverPeople: number
  /** Of all, those whose nearest unit comes nearer, goes further away, or stays as far; none that comes counts as nearer. */
  readonly nearerPeople: number
  readonly fartherPeople: number
  readonly asFarPeople: number
  /** Points of the plan's covered need that this type wins and loses here: their difference over all types and strata is that of the totals. */
  readonly gainedPoints: number
  readonly lostPoints: number
}

/** A cell that comes within reach of a type, or drops out of it. */
export type ChangedPlace = {
  readonly cell: number
  readonly name: string
  readonly stratumName: string
  readonly people: number
  /** To the nearest unit of the type; null: none can get there. */
  readonly minutesBefore: number | null
  readonly minutesAfter: number | null
}

/** What a plan changes for one type. */
export type TypeOutcome = Outcome & {
  readonly typeId: string
  readonly typeName: string
  readonly reachMinutes: number
  /** Those with most people gained or lost first; strata without people are left out. */
  readonly strata: readonly (Outcome & { readonly name: string })[]
  /** Those with most people first. */
  readonly gained: readonly ChangedPlace[]
  readonly lost: readonly ChangedPlace[]
  readonly sentence: string
}

/** Cells named for each type, on either side, unless told. */
const NAMED_COUNT = 20
const PARTS_OF_A_PERSON = 1024

/**
 * Who comes within reach of each type under a plan and who drops out of it, against what stands
 * today. Types without weight, which only carry others, are left out. Some 50 ms at country scale.
 *
 * @param laydown units per slot under the plan.
 */
export function winnersAndLosers(
  problem: PlanProblem,
  laydown: Int32Array,
  namedCount = NAMED_COUNT,
): TypeOutcome[] {
  const weights = problem.types.reduce((sum, { weight }) => sum + weight, 0)
  const people = problem.peopleCount.map(
    (count) => Math.round(count * PARTS_OF_A_PERSON) / PARTS_OF_A_PERSON,
  )
  return problem.types.flatMap((type, index) => {
    if (!(type.weight > 0)) return []
    const demand = problem.demand[index]!
    const total = demand.reduce((sum, value) => sum + value, 0)
    const pointsPerDemand = total > 0 ? (100 * type.weight) / (weights * total) : 0
    const before = nearestMinutes(problem, index, problem.currentCount)
    const after = nearestMinutes(problem, index, laydown)
    return [
      typeOutcome(problem, index, {
        people,
        points: demand.map((d) => d * pointsPerDemand),
        before,
        after,
        namedCount,
      }),
    ]
  })
}

type Surfaces = {
  readonly people: Float64Array
  readonly points: Float64Array
  readonly before: Float64Array
  readonly after: Float64Array
  readonly namedCount: number
}

function typeOutcome(problem: PlanProblem, index: number, surfaces: Surfaces): TypeOutcome {
  const { id, name, reachMinutes } = problem.types[index]!
  const { people, before, after, namedCount } = surfaces
  const all = [...people.keys()]
  const strata = [...problem.stratumNames, null].flatMap((stratumName, stratum) => {
    const wanted = stratumName === null ? -1 : stratum
    const cells = all.filter((cell) => problem.cellStratum[cell] === wanted)
    if (cells.every((cell) => people[cell] === 0 && surfaces.points[cell] === 0)) return []
    return [{ name: stratumName ?? NO_STRATUM, ...outcomeOf(cells, surfaces, reachMinutes) }]
  })
  const named = (from: Float64Array, to: Float64Array) =>
    all
      .filter(
        (cell) => !(from[cell]! <= reachMinutes) && to[cell]! <= reachMinutes && people[cell]! > 0,
      )
      .sort((a, b) => people[b]! - people[a]! || a - b)
      .slice(0, namedCount)
      .map((cell) => placeOf(problem, cell, surfaces))
  const outcome = sumOf(strata)
  const facts = {
    typeId: id,
    typeName: name,
    reachMinutes,
    ...outcome,
    strata: strata
      .map((part, at) => ({ part, at, size: part.gainedPeople + part.lostPeople }))
      .sort((a, b) => b.size - a.size || a.at - b.at)
      .map(({ part }) => part),
    gained: named(before, after),
    lost: named(after, before),
  }
  return { ...facts, sentence: outcomeSentence(facts) }
}

const NO_STRATUM = 'no county'

const NOBODY: Outcome = {
  beforePeople: 0,
  afterPeople: 0,
  gainedPeople: 0,
  lostPeople: 0,
  keptPeople: 0,
  neverPeople: 0,
  nearerPeople: 0,
  fartherPeople: 0,
  asFarPeople: 0,
  gainedPoints: 0,
  lostPoints: 0,
}

function outcomeOf(
  cells: readonly number[],
  { people, points, before, after }: Surfaces,
  reachMinutes: number,
): Outcome {
  const sums = { ...NOBODY } as { -readonly [K in keyof Outcome]: number }
  for (const cell of cells) {
    const count = people[cell]!
    const was = before[cell]! <= reachMinutes
    const is = after[cell]! <= reachMinutes
    if (was) sums.beforePeople += count
    if (is) sums.afterPeople += count
    if (was && is) sums.keptPeople += count
    else if (is) sums.gainedPeople += count
    else if (was) sums.lostPeople += count
    else sums.neverPeople += count
    if (is && !was) sums.gainedPoints += points[cell]!
    if (was && !is) sums.lostPoints += points[cell]!
    const from = distanceOf(before[cell]!)
    const to = distanceOf(after[cell]!)
    if (to < from) sums.nearerPeople += count
    else if (to > from) sums.fartherPeople += count
    else sums.asFarPeople += count
  }
  return sums
}

/** Where none can get is further than anywhere. */
function distanceOf(minutes: number): number {
  return Number.isNaN(minutes) ? Infinity : minutes
}

function sumOf(parts: readonly Outcome[]): Outcome {
  const keys = Object.keys(NOBODY) as (keyof Outcome)[]
  const sums = keys.map((key) => [key, parts.reduce((sum, part) => sum + part[key], 0)])
  return Object.fromEntries(sums) as Outcome
}

function placeOf(
  problem: PlanProblem,
  cell: number,
  { people, before, after }: Surfaces,
): ChangedPlace {
  const known = (minutes: number) => (Number.isNaN(minutes) ? null : minutes)
  return {
    cell,
    name: problem.cellNames[cell]!,
    stratumName: problem.stratumNames[problem.cellStratum[cell]!] ?? NO_STRATUM,
    people: people[cell]!,
    minutesBefore: known(before[cell]!),
    minutesAfter: known(after[cell]!),
  }
}
