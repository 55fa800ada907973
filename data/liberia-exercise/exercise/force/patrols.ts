import { type Columns, categoryColumn, numberColumn } from '#core/columns/columns.ts'
import { metresBetween } from '#core/geo/distance.ts'
import type { LonLat } from '#core/place.ts'
import type { Base } from '#core/records/base.ts'
import type { Community } from '#core/records/community.ts'
import { isWithin } from '#core/time/instant.ts'
import type { Chance } from '../chance.ts'
import { isWetMonth, MINUTES_PER_DAY, monthOf, PLANNING_EPOCH_MINUTES } from '../clock.ts'
import { roundedPlace } from '../land/exercise-ground.ts'
import type { ExerciseRoads } from '../land/roads.ts'
import { communitiesAtNodes, type PatrolWays, patrolWays } from './patrol-ways.ts'

export type PatrolFacts = {
  readonly roads: ExerciseRoads
  readonly communities: readonly Community[]
  readonly bases: readonly Base[]
  readonly chance: Chance
}

type Fix = { readonly place: LonLat; readonly epochMinutes: number }
type Patrol = { readonly type: string; readonly baseId: string; readonly fixes: readonly Fix[] }

const DAYS = 548
/**
 * Patrols a day whose track is on record, by kind of base: about one in six of what a force of this
 * size sends out (one a day for 70 troops), which keeps the file small.
 */
const DAILY: Readonly<Record<Base['kind'], number>> = {
  headquarters: 0.9,
  cob: 0.85,
  tob: 0.55,
  scd: 0.55,
  teamSite: 0.6,
  airfield: 0.06,
}
/** How far a patrol looks: most stay near, which is what presence records show. */
const SHORT_HALF_MINUTES = 24
const LONG_HALF_MINUTES = 75

const TYPES: readonly (readonly [type: string, weight: number, startHour: number])[] = [
  ['shortRange', 46, 6],
  ['longRange', 11, 5],
  ['night', 9, 18],
  ['joint', 9, 7],
  ['market', 11, 8],
  ['city', 8, 9],
  ['escort', 6, 6],
]

/** Eighteen months of patrols from the bases along the roads and back; fewer and shorter in the wet. */
export function exercisePatrols(facts: PatrolFacts): Columns {
  const { bases, chance } = facts
  const worth = communitiesAtNodes(facts.roads, facts.communities)
  const ways = bases.map((base) => patrolWays(base, facts.roads, worth))
  const today = Math.floor(PLANNING_EPOCH_MINUTES / MINUTES_PER_DAY)
  const patrols: Patrol[] = []
  for (let day = today - DAYS; day <= today; day++) {
    const midnight = day * MINUTES_PER_DAY
    const isWet = isWetMonth(monthOf(midnight))
    for (const way of ways) {
      const { kind, validFrom, validTo } = way.base
      if (!isWithin(midnight, validFrom, validTo)) continue
      const wanted = DAILY[kind] * (isWet ? 0.85 : 1.1)
      const count = Math.floor(wanted + chance.next())
      for (let i = 0; i < count; i++) {
        const patrol = patrolOn(way, facts, { midnight, isWet })
        if (patrol.fixes.at(-1)!.epochMinutes < PLANNING_EPOCH_MINUTES) patrols.push(patrol)
      }
    }
  }
  return patrolColumns(patrols.sort((a, b) => a.fixes[0]!.epochMinutes - b.fixes[0]!.epochMinutes))
}

type Day = { readonly midnight: number; readonly isWet: boolean }

function patrolOn(way: PatrolWays, facts: PatrolFacts, { midnight, isWet }: Day): Patrol {
  const { chance } = facts
  if (way.base.kind === 'airfield') return airPatrol(way.base, facts, midnight)
  const weights = TYPES.map(([type, weight]) =>
    isWet && type === 'longRange' ? weight / 2 : weight,
  )
  const [type, , hour] = TYPES[chance.weighted(weights)]!
  const startsAt = Math.round(midnight + hour * 60 + chance.between(0, 180))
  const fixes =
    type === 'market' || type === 'city'
      ? walkAbout(way.start, startsAt, chance)
      : driveOut(way, { type, startsAt, isWet, chance })
  return { type, baseId: way.base.id, fixes }
}

/** Out to one place and back the same way; a long-range patrol stays the night. */
function driveOut(
  way: PatrolWays,
  {
    type,
    startsAt,
    isWet,
    chance,
  }: { type: string; startsAt: number; isWet: boolean; chance: Chance },
): Fix[] {
  const half = type === 'longRange' || type === 'escort' ? LONG_HALF_MINUTES : SHORT_HALF_MINUTES
  const weights = way.goals.map(({ minutes, worth }) => worth * 0.5 ** (minutes / half))
  const goal = way.goals[chance.weighted(weights)]
  if (!goal) return walkAbout(way.start, startsAt, chance)
  const slow = isWet ? 1.25 : 1
  const out = thinned(way.wayTo(goal.node), goal.minutes)
  const stay = type === 'longRange' ? chance.between(600, 840) : chance.between(25, 140)
  const leavesAt = startsAt + slow * goal.minutes + stay
  return [
    ...out.map(({ place, minutes }) => fix(place, startsAt + slow * minutes)),
    ...out
      .map(({ place, minutes }) => fix(place, leavesAt + slow * (goal.minutes - minutes)))
      .reverse(),
  ]
}

/** As few fixes as leave no gap of more than 50 minutes and follow the larger bends. */
function thinned<T extends { readonly minutes: number }>(way: readonly T[], minutes: number): T[] {
  const count = Math.min(way.length, Math.max(3, Math.ceil(minutes / 45) + 2), 8)
  const kept: T[] = []
  let at = 0
  for (let i = 0; i < count; i++) {
    const due = (minutes * i) / (count - 1)
    while (at < way.length - 1 && way[at]!.minutes < due - 1e-9) at++
    if (kept.at(-1) !== way[at]) kept.push(way[at]!)
  }
  return kept
}

function walkAbout([lon, lat]: LonLat, startsAt: number, chance: Chance): Fix[] {
  const turn = chance.between(0, 2 * Math.PI)
  const reach = chance.between(0.006, 0.018)
  const corners = [0, 1, 2].map((corner) =>
    roundedPlace(
      lon + reach * Math.cos(turn + corner * 1.4),
      lat + reach * Math.sin(turn + corner * 1.4),
    ),
  )
  const home = roundedPlace(lon, lat)
  return [home, ...corners, home].map((place, i) => fix(place, startsAt + i * 32))
}

/** By helicopter to a town and back, 130 km/h at most. */
function airPatrol(base: Base, { bases, chance }: PatrolFacts, midnight: number): Patrol {
  const others = bases.filter(({ kind, position }) => {
    return kind !== 'airfield' && metresBetween(position, base.position) > 60_000
  })
  const target = chance.pick(others).position
  const minutes = (metresBetween(base.position, target) / 1000 / 130) * 60
  const startsAt = Math.round(midnight + 480 + chance.between(0, 120))
  const legs = Math.max(1, Math.ceil(minutes / 45))
  const out = Array.from({ length: legs + 1 }, (_, i) => {
    const t = i / legs
    const place = roundedPlace(
      base.position[0] + t * (target[0] - base.position[0]),
      base.position[1] + t * (target[1] - base.position[1]),
    )
    return { place, minutes: t * minutes }
  })
  const fixes = [
    ...out.map((point) => fix(point.place, startsAt + point.minutes)),
    ...out.map((point) => fix(point.place, startsAt + 2 * minutes + 60 - point.minutes)).reverse(),
  ]
  return { type: 'air', baseId: base.id, fixes }
}

function fix(place: LonLat, epochMinutes: number): Fix {
  return { place, epochMinutes: Math.round(epochMinutes) }
}

function patrolColumns(patrols: readonly Patrol[]): Columns {
  const offsets = [0]
  for (const { fixes } of patrols) offsets.push(offsets.at(-1)! + fixes.length)
  const all = patrols.flatMap(({ fixes }) => fixes)
  return {
    rowCount: patrols.length,
    geometry: {
      type: 'lines',
      positions: Float64Array.from(all.flatMap(({ place }) => place)),
      offsets: Uint32Array.from(offsets),
      vertexEpochMinutes: Float64Array.from(all, ({ epochMinutes }) => epochMinutes),
    },
    fields: {
      startedEpochMinutes: numberColumn(patrols.map(({ fixes }) => fixes[0]!.epochMinutes)),
      endedEpochMinutes: numberColumn(patrols.map(({ fixes }) => fixes.at(-1)!.epochMinutes)),
      type: categoryColumn(patrols.map(({ type }) => type)),
      baseId: categoryColumn(patrols.map(({ baseId }) => baseId)),
    },
  }
}
