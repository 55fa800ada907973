import { FINENESS, wholeUnits } from '../whole-units.ts'
import {
  PERIOD_DAYS,
  patrolDaysOfVisit,
  TROOPS_PER_PATROL,
  visitsNeeded,
} from '../zones/patrol-rhythm.ts'
import type { Course } from './course.ts'
import { nearestPlaces } from './nearest-places.ts'
import { type HeldPlace, heldPlacesOf } from './posture.ts'
import { troopsByPlace } from './troops.ts'
import { wholePeople } from './whole-people.ts'

/** What is asked of the troops at one place, and what they can put out. Visits and people in whole 1,024ths. */
export type PlaceWork = {
  readonly place: HeldPlace
  /** NaN: nobody knows their strength. */
  readonly troopCount: number
  /** Patrol-days in the period that visits take, and that the troops have; NaN as well. */
  readonly daysNeeded: number
  readonly daysThere: number
  readonly peopleWithin: number
  /** Of these, so many, in whole people, live where visits cannot be made; 0 where strength is not known. */
  readonly peopleWithout: number
  readonly visitsNeeded: number
  /** 0 where strength is not known. */
  readonly visitsMade: number
}

/** The patrols that people need, against those that the force can put out. */
export type PatrolWork = {
  readonly places: readonly PlaceWork[]
  /** Of everybody, whether or not anybody can get there. */
  readonly visitsNeeded: number
  /** Of people whom no unit can reach. */
  readonly visitsOutOfReach: number
}

const known = new WeakMap<Course, PatrolWork>()

/**
 * Each hex is visited as often as its need asks (`patrol-rhythm.ts`), from the place that lies nearest
 * in a straight line, on a journey of the response minutes. Troops go to people within the standard
 * first, then to those beyond; where they are too few all get the same share. 20 ms for 25,000 cells.
 */
export function patrolWorkOf(course: Course): PatrolWork {
  const before = known.get(course)
  if (before) return before
  const made = workOf(course)
  known.set(course, made)
  return made
}

type Asked = { within: Part; beyond: Part; people: number }
type Part = { visits: number; days: number }

function workOf({ input, situation }: Course): PatrolWork {
  const { ground, operation } = input
  const { places, nearest, troops } = forceIn(input)
  const people = wholePeople(ground.peopleCount)
  const asked = places.map(
    (): Asked => ({ within: { visits: 0, days: 0 }, beyond: { visits: 0, days: 0 }, people: 0 }),
  )
  let [needed, outOfReach] = [0, 0]
  ground.peopleCount.forEach((count, cell) => {
    const visits = visitsNeeded(count, situation.need.score[cell]!)
    const units = wholeUnits(visits)
    needed += units
    const minutes = situation.responseMinutes[cell]!
    const at = asked[nearest[cell]!]
    if (Number.isNaN(minutes) || !at) {
      outOfReach += units
      return
    }
    const isWithin = minutes <= operation.responseStandardMinutes
    const part = isWithin ? at.within : at.beyond
    part.visits += units
    part.days += visits * patrolDaysOfVisit(minutes)
    if (isWithin) at.people += people[cell]!
  })
  return {
    places: places.map((place, at) => ({
      place,
      ...madeOf(asked[at]!, troops.get(place.id) ?? Number.NaN),
    })),
    visitsNeeded: needed,
    visitsOutOfReach: outOfReach,
  }
}

function madeOf({ within, beyond, people }: Asked, troopCount: number) {
  const daysThere = (PERIOD_DAYS * troopCount) / TROOPS_PER_PATROL
  const isKnown = !Number.isNaN(daysThere)
  const withinShare = isKnown ? shareOf(daysThere, within.days) : 0
  const beyondShare = isKnown ? shareOf(daysThere - within.days, beyond.days) : 0
  return {
    troopCount,
    daysNeeded: within.days + beyond.days,
    daysThere,
    peopleWithin: people,
    peopleWithout: isKnown ? FINENESS * Math.round(((1 - withinShare) * people) / FINENESS) : 0,
    visitsNeeded: within.visits + beyond.visits,
    visitsMade: Math.round(withinShare * within.visits) + Math.round(beyondShare * beyond.visits),
  }
}

function shareOf(daysThere: number, days: number): number {
  return days > 0 ? Math.min(1, Math.max(0, daysThere / days)) : 1
}

type Force = {
  readonly places: readonly HeldPlace[]
  /** By cell, index of a place; −1: there is none. */
  readonly nearest: Int32Array
  readonly troops: ReadonlyMap<string, number>
}

const forceOf = new WeakMap<object, Force>()

/** Kept for an input: draws of what is not known have other minutes over the same force. */
function forceIn(input: Course['input']): Force {
  const before = forceOf.get(input)
  if (before) return before
  const places = heldPlacesOf(input)
  const positions = places.map(({ position }) => position)
  const nearest = nearestPlaces(input.ground.grid, positions)
  const made = { places, nearest, troops: troopsByPlace(input) }
  forceOf.set(input, made)
  return made
}
