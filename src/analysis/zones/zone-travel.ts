import type { Base } from '#core/records/base.ts'
import type { Zone } from '#core/records/zone.ts'
import type { ZoneCells } from '../cells/zone-cells.ts'
import { SUM_UNITS, wholeUnits } from './cell-sums.ts'
import { patrolDaysOfVisit, visitsNeeded } from './patrol-rhythm.ts'
import type { BaseTravel, ServiceFacts } from './zone-facts.ts'

/** The base that a zone is served from, and how it came to be that one. */
export type ZoneBase = {
  readonly id: string
  readonly name: string
  /** Position in `BaseTravel.baseIds`. */
  readonly index: number
  /** Named for the zone; or by rule, within it or outside. */
  readonly by: 'named' | 'inside' | 'outside'
}

/** What the way from its base means for a zone. */
export type ZoneTravel = {
  readonly base: ZoneBase | null
  /** Over the people whom the base reaches; NaN: none. */
  readonly meanMinutes: number
  /** Whole minutes within which 95 % of them are reached. */
  readonly minutes95: number
  readonly unreachedPeopleCount: number
  /** Patrol-days of the period that visits to those within reach take, in SUM_UNITS. */
  readonly neededSum: number
}

/** Per base and cell, in whole numbers, so that sums do not depend on order. */
type BaseColumns = {
  /** 1,024ths of a person × minutes; out of reach counts as a day. */
  readonly cost: Float64Array
  readonly needed: Float64Array
}

const OUT_OF_REACH_MINUTES = 1440

/**
 * Travel from a zone's base: the one it names, if that stands; else of the bases within it, or where
 * there is none of all bases, the one from which the mean way to its people is shortest, a person
 * out of reach counting as a day away. Ties go to the lower id.
 */
export function zoneTravel(
  facts: ServiceFacts,
  cells: ZoneCells,
  {
    zone,
    holds,
  }: {
    readonly zone: Pick<Zone, 'baseId'>
    readonly holds: (lonDegrees: number, latDegrees: number) => boolean
  },
): ZoneTravel | null {
  const { travel, force, ground } = facts
  if (!travel) return null
  const base = baseOf(facts, cells, { zone, holds, travel, bases: force.bases })
  if (!base) {
    return {
      base: null,
      meanMinutes: Number.NaN,
      minutes95: Number.NaN,
      unreachedPeopleCount: Number.NaN,
      neededSum: Number.NaN,
    }
  }
  const from = base.index * ground.grid.cells.length
  const { needed } = columnsOf(facts, travel, base.index)
  const byMinute: number[] = []
  let [reached, unreached, minuteSum, neededSum] = [0, 0, 0, 0]
  for (let i = 0; i < cells.cells.length; i++) {
    const cell = cells.cells[i]!
    const people = cells.parts[i]! * wholeUnits(ground.peopleCount[cell]!)
    const minutes = travel.minutes[from + cell]!
    if (Number.isNaN(minutes)) {
      unreached += people
      continue
    }
    const whole = Math.round(minutes)
    reached += people
    minuteSum += people * whole
    byMinute[whole] = (byMinute[whole] ?? 0) + people
    neededSum += cells.parts[i]! * needed[cell]!
  }
  return {
    base,
    meanMinutes: minuteSum / reached,
    minutes95: minutesOfShare(byMinute, 0.95 * reached),
    unreachedPeopleCount: unreached / SUM_UNITS,
    neededSum,
  }
}

/** Patrol-days that visits to a cell take from a base, 1,024ths of one; 0 where it does not reach. */
export function neededByCell(facts: ServiceFacts, travel: BaseTravel, base: number): Float64Array {
  return columnsOf(facts, travel, base).needed
}

function baseOf(
  facts: ServiceFacts,
  cells: ZoneCells,
  {
    zone,
    holds,
    travel,
    bases,
  }: {
    readonly zone: Pick<Zone, 'baseId'>
    readonly holds: (lonDegrees: number, latDegrees: number) => boolean
    readonly travel: BaseTravel
    readonly bases: readonly Base[]
  },
): ZoneBase | null {
  const known = bases.flatMap(({ id, name, position }) => {
    const index = travel.baseIds.indexOf(id)
    return index < 0 ? [] : [{ id, name, position, index }]
  })
  const named = known.find(({ id }) => id === zone.baseId)
  if (named) return { id: named.id, name: named.name, index: named.index, by: 'named' }
  const inside = known.filter(({ position }) => holds(...position))
  let best: ZoneBase | null = null
  let least = Number.POSITIVE_INFINITY
  for (const { id, name, index } of inside.length > 0 ? inside : known) {
    const { cost } = columnsOf(facts, travel, index)
    let sum = 0
    for (let i = 0; i < cells.cells.length; i++) sum += cells.parts[i]! * cost[cells.cells[i]!]!
    if (sum > least || (sum === least && best && best.id < id)) continue
    least = sum
    best = { id, name, index, by: inside.length > 0 ? 'inside' : 'outside' }
  }
  return best
}

function minutesOfShare(byMinute: readonly number[], wanted: number): number {
  let sum = 0
  for (let minutes = 0; minutes < byMinute.length; minutes++) {
    sum += byMinute[minutes] ?? 0
    if (sum >= wanted && sum > 0) return minutes
  }
  return Number.NaN
}

const columns = new WeakMap<ServiceFacts, Map<number, BaseColumns>>()

/** Worked out when a base is first asked for: 0.2 ms for 20,000 cells. */
function columnsOf(facts: ServiceFacts, travel: BaseTravel, base: number): BaseColumns {
  const ofFacts = columns.get(facts) ?? new Map<number, BaseColumns>()
  columns.set(facts, ofFacts)
  const before = ofFacts.get(base)
  if (before) return before
  const { ground, needScore } = facts
  const cellCount = ground.grid.cells.length
  const cost = new Float64Array(cellCount)
  const needed = new Float64Array(cellCount)
  for (let cell = 0; cell < cellCount; cell++) {
    const people = ground.peopleCount[cell]!
    const minutes = travel.minutes[base * cellCount + cell]!
    const isOut = Number.isNaN(minutes)
    cost[cell] = wholeUnits(people * (isOut ? OUT_OF_REACH_MINUTES : minutes))
    if (isOut) continue
    const visits = visitsNeeded(people, needScore[cell]!)
    needed[cell] = wholeUnits(visits * patrolDaysOfVisit(minutes))
  }
  const made = { cost, needed }
  ofFacts.set(base, made)
  return made
}
