import { decimal, grouped, listed } from '#core/figures.ts'
import type { Course } from '../course.ts'
import { type HeldPlace, heldPlacesOf, isInReserve, postureOf, unitsInPlace } from '../posture.ts'
import { inputUnder, type ShockFacts } from './input-under.ts'
import { type Future, MOST_FUTURES } from './stress.ts'

/** What futures are made from: the courses, their names, and the shocks that they take for granted. */
export type FutureFacts = {
  readonly courses: readonly NamedCourse[]
  readonly shocks: ShockFacts & { readonly sentences: Readonly<Record<string, string>> }
  /** Incidents in the window by area; null: nobody keeps a record. */
  readonly incidentCounts: readonly number[] | null
  readonly surgeFactor: number
}

/** A course as it is tried: no measure of stress asks the way to care. */
export type NamedCourse = Omit<Course, 'careMinutes'> & {
  readonly name: string
  readonly ownShockIds: readonly string[]
}

export const AS_IS: Future = {
  id: 'asIs',
  name: 'As it is',
  detail: 'nothing happens beside what a COA takes for granted',
  kind: 'asIs',
}

/** All that could be tried: the present, shocks, bases lost, units lost, a surge in each county. */
export function futuresOf(facts: FutureFacts): Future[] {
  return [
    AS_IS,
    ...shockFutures(facts),
    ...lostPlaces(facts),
    ...lostUnits(facts),
    ...surges(facts),
  ]
}

function shockFutures({ shocks }: FutureFacts): Future[] {
  return shocks.shocks.map(({ id, name }) => ({
    id: `shock:${id}`,
    name,
    detail: shocks.sentences[id] ?? '',
    kind: 'shock',
    shockId: id,
  }))
}

/** Places that a course holds, but for those that a shock takes away and does nothing else. */
function lostPlaces({ courses, shocks }: FutureFacts): Future[] {
  const shocked = new Set(
    shocks.shocks
      .filter(({ id, season, lostBaseIds }) => {
        const isMore = shocks.shockRestrictions.some(({ shockId }) => shockId === id)
        return season === null && lostBaseIds.length === 1 && !isMore
      })
      .flatMap(({ lostBaseIds }) => lostBaseIds),
  )
  const holders = new Map<string, { readonly place: HeldPlace; readonly names: string[] }>()
  for (const { input, name } of courses) {
    for (const place of heldPlacesOf(input)) {
      const known = holders.get(place.id) ?? { place, names: [] }
      known.names.push(name)
      holders.set(place.id, known)
    }
  }
  return [...holders.values()]
    .filter(({ place }) => !shocked.has(place.id))
    .sort(
      (a, b) =>
        a.place.name.localeCompare(b.place.name, 'en') || (a.place.id < b.place.id ? -1 : 1),
    )
    .map(({ place, names }) => ({
      id: `base:${place.id}`,
      name: `${place.name} lost`,
      detail:
        names.length === courses.length
          ? 'held in every COA; who stands there is gone with it'
          : `held in ${listed(names)}; who stands there is gone with it`,
      kind: 'baseLost',
      placeId: place.id,
    }))
}

/** Units of the line: those that leave a place empty before those that do not, the strongest first. */
function lostUnits(facts: FutureFacts): Future[] {
  const held = facts.courses.map(({ input }) => heldPlacesOf(input))
  const units = new Map(
    facts.courses.flatMap(({ input }) =>
      unitsInPlace(input)
        .filter((unit) => unit.role === 'line' && !isInReserve(unit))
        .map((unit) => [unit.id, { unit, input }] as const),
    ),
  )
  return [...units.values()]
    .map((at) => ({ ...at, empties: emptied(facts, held, at.unit.id) }))
    .sort((a, b) => {
      const strength = (b.unit.strengthCount ?? 0) - (a.unit.strengthCount ?? 0)
      const order = Number(b.empties.length > 0) - Number(a.empties.length > 0) || strength
      return order || (a.unit.id < b.unit.id ? -1 : 1)
    })
    .map(({ unit, input, empties }) => {
      const base = input.bases.find(({ id }) => id === unit.baseId)
      const people = unit.strengthCount === null ? '' : `${grouped(unit.strengthCount)} people `
      const what =
        empties.length > 0
          ? `leaves ${listed(empties)} empty`
          : 'others stay where it stood, so nobody waits longer'
      return {
        id: `unit:${unit.id}`,
        name: `${unit.name} lost`,
        detail: `${people}at ${base?.name ?? 'an unknown base'}; ${what}`,
        kind: 'unitLost',
        unitId: unit.id,
      }
    })
}

/** Names of places that stand empty without a unit: elsewhere its loss makes nobody wait longer. */
function emptied(
  { courses, shocks }: FutureFacts,
  held: readonly (readonly HeldPlace[])[],
  unitId: string,
): string[] {
  const byPlace = new Map<string, string[]>()
  courses.forEach(({ input, name, ownShockIds }, at) => {
    const lost = { kind: 'unitLost', unitId } as const
    const { heldPlaces } = postureOf(inputUnder(input, lost, { facts: shocks, ownShockIds }))
    for (const place of held[at]!) {
      if (heldPlaces.has(place.id)) continue
      byPlace.set(place.name, [...(byPlace.get(place.name) ?? []), name])
    }
  })
  return [...byPlace].map(([place, names]) =>
    names.length === courses.length ? place : `${place} (in ${listed(names)})`,
  )
}

/** A surge in each county whose need is known: where most incidents were first, else where most need is. */
function surges({ courses, incidentCounts, surgeFactor: factor }: FutureFacts): Future[] {
  const [first] = courses
  if (!first) return []
  const { ground, operation } = first.input
  const need = needByArea(first)
  const hasRecord = incidentCounts?.some((count) => count > 0) ?? false
  const rank = (area: number) => (hasRecord ? (incidentCounts?.[area] ?? 0) : need[area]!)
  return [...ground.areaNames.keys()]
    .filter((area) => need[area]! > 0)
    .sort((a, b) => rank(b) - rank(a) || a - b)
    .map((areaIndex, at) => {
      const why = hasRecord
        ? `most incidents in the last ${grouped(operation.incidentWindowDays)} days`
        : 'most need × people'
      return {
        id: `surge:${ground.areaIds[areaIndex]}`,
        name: `Surge in ${ground.areaNames[areaIndex]}`,
        detail: `need ×${decimal(factor, factor % 1 === 0 ? 0 : 1)} there, up to 10${at === 0 ? `; ${why}` : ''}`,
        kind: 'surge',
        areaIndex,
        factor,
      }
    })
}

function needByArea({ input, situation }: NamedCourse): Float64Array {
  const { grid, peopleCount, areaNames } = input.ground
  const sums = new Float64Array(areaNames.length)
  situation.need.score.forEach((score, cell) => {
    const area = grid.areaIndex[cell]!
    if (area >= 0 && !Number.isNaN(score)) sums[area]! += score * peopleCount[cell]!
  })
  return sums
}

/**
 * The futures that are on unless somebody chooses: the present, the shocks, what hurts most of each
 * course, the strongest unit, the first surge, as many as are sure to be answered for in time.
 *
 * @param worth of a course by how it meets need in a future; asked for places that could be lost.
 */
export function usualFutures(
  options: readonly Future[],
  courseCount: number,
  worth: (course: number, future: Future) => number,
): Future[] {
  const places = options.filter(({ kind }) => kind === 'baseLost')
  const worst = new Set<Future>()
  for (let course = 0; course < courseCount; course++) {
    const [first] = places
      .map((future) => ({ future, left: worth(course, future) }))
      .filter(({ left }) => !Number.isNaN(left))
      .sort((a, b) => a.left - b.left)
    if (first) worst.add(first.future)
  }
  const firstOf = (kind: Future['kind']) => options.find((future) => future.kind === kind)
  const others = new Set([...worst, firstOf('unitLost'), firstOf('surge')])
  const shocks = options.filter(({ kind }) => kind === 'shock')
  const on = new Set([AS_IS, ...shocks.slice(0, MOST_FUTURES - 1 - others.size), ...others])
  return options.filter((future) => on.has(future))
}

/** The futures of some ids, the present always among them; ids that are not there are left out. */
export function futuresNamed(options: readonly Future[], ids: readonly string[]): Future[] {
  return options.filter(({ id, kind }) => kind === 'asIs' || ids.includes(id))
}
