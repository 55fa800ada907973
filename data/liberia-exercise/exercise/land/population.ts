import { type Columns, textColumn } from '#core/columns/columns.ts'
import { metresBetweenDegrees } from '#core/geo/distance.ts'
import type { Community } from '#core/records/community.ts'
import type { Chance } from '../chance.ts'
import type { ExerciseGround } from './exercise-ground.ts'
import type { ExerciseRoads } from './roads.ts'
import type { Settlement } from './settlements.ts'

export type ExercisePeople = {
  /** Per cell of the grid, whole people; each area sums to its census figure. */
  readonly peopleCount: Float64Array
  readonly communities: readonly Community[]
}

/** Share of an area's people outside its towns who live in a village of the register. */
const IN_VILLAGES_SHARE = 0.5
/** For a town whose population no source gives: this share of its area's people. */
const UNKNOWN_TOWN_SHARE = 0.04
const MOST_IN_TOWNS_SHARE = 0.92
/** A town of 1,000,000 fills the cells within some 12 km, one of 10,000 its own. */
const TOWN_REACH_METRES = 12_000

/**
 * Puts the people of the census on the grid: towns first, then villages, the rest along the roads.
 * Sums of areas are exact, for the last fractions go to the cells that lost most by rounding.
 */
export function settlePeople(
  ground: ExerciseGround,
  facts: {
    readonly settlements: readonly Settlement[]
    readonly roads: ExerciseRoads
    readonly chance: Chance
  },
): ExercisePeople {
  const { settlements } = facts
  const share = new Float64Array(ground.grid.cells.length)
  const counts = new Map<string, number>()
  const cellsOfArea = areaCells(ground)
  const scattered = scatterWeights(ground, facts)
  for (const area of ground.areas) {
    const census = area.populationCount ?? 0
    const cells = cellsOfArea.get(area.id) ?? []
    const own = settlements.filter(({ areaId }) => areaId === area.id)
    const inTowns = townCounts(ground, own, census)
    const townTotal = sum([...inTowns.values()])
    const villages = own.filter(({ isFictional }) => isFictional)
    const villageTotal = Math.round((census - townTotal) * IN_VILLAGES_SHARE)
    const inVillages = apportioned(
      villageTotal,
      villages.map(({ weight }) => weight),
    )
    for (const [i, { id }] of villages.entries()) counts.set(id, inVillages[i]!)
    for (const [id, count] of inTowns) counts.set(id, count)
    for (const settlement of own) {
      spread(ground, settlement, { count: counts.get(settlement.id) ?? 0, cells, share })
    }
    const rest = census - townTotal - (villages.length > 0 ? villageTotal : 0)
    const weights = cells.map((cell) => scattered[cell]!)
    const weightTotal = sum(weights)
    cells.forEach((cell, i) => {
      share[cell]! += (rest * weights[i]!) / weightTotal
    })
    const whole = apportioned(
      census,
      cells.map((cell) => share[cell]!),
    )
    cells.forEach((cell, i) => {
      share[cell] = whole[i]!
    })
  }
  return { peopleCount: share, communities: settlements.map((each) => communityOf(each, counts)) }
}

/**
 * Shares out a whole number in proportion to weights, in whole parts that sum to it exactly
 * (largest remainders; of equals the first).
 */
export function apportioned(total: number, weights: readonly number[]): number[] {
  const weightTotal = sum(weights)
  if (weightTotal === 0) return weights.map(() => 0)
  const exact = weights.map((weight) => (total * weight) / weightTotal)
  const parts = exact.map(Math.floor)
  const order = exact
    .map((value, i) => ({ i, remainder: value - parts[i]! }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i)
  let left = total - sum(parts)
  for (const { i } of order) {
    if (left <= 0) break
    parts[i]!++
    left--
  }
  return parts
}

/** The population dataset. */
export function populationColumns(ground: ExerciseGround, peopleCount: Float64Array): Columns {
  return {
    rowCount: ground.grid.cells.length,
    geometry: { type: 'none' },
    fields: {
      cell: textColumn(ground.grid.cells),
      peopleCount: { type: 'number', values: peopleCount },
    },
  }
}

function areaCells({ grid, areaOfCell }: ExerciseGround): Map<string, number[]> {
  const cells = new Map<string, number[]>()
  for (let cell = 0; cell < grid.cells.length; cell++) {
    const { id } = areaOfCell(cell)
    cells.set(id, [...(cells.get(id) ?? []), cell])
  }
  return cells
}

function townCounts(
  { towns }: ExerciseGround,
  own: readonly Settlement[],
  census: number,
): Map<string, number> {
  const known = new Map(towns.map(({ id, populationCount }) => [id, populationCount]))
  const counts = new Map(
    own
      .filter(({ isFictional }) => !isFictional)
      .map(({ id }) => [id, known.get(id) ?? Math.round(census * UNKNOWN_TOWN_SHARE)]),
  )
  const total = sum([...counts.values()])
  const most = census * MOST_IN_TOWNS_SHARE
  if (total <= most) return counts
  return new Map([...counts].map(([id, count]) => [id, Math.floor((count * most) / total)]))
}

function spread(
  { grid }: ExerciseGround,
  { cell, position: [lon, lat] }: Settlement,
  facts: {
    readonly count: number
    readonly cells: readonly number[]
    readonly share: Float64Array
  },
): void {
  const reachMetres = TOWN_REACH_METRES * Math.sqrt(facts.count / 1_000_000)
  const weights = facts.cells.map((other) => {
    if (other === cell) return 1
    const otherLat = grid.latDegrees[other]!
    if (Math.abs(otherLat - lat) * 111_000 > reachMetres) return 0
    const metres = metresBetweenDegrees(lon, lat, grid.lonDegrees[other]!, otherLat)
    return metres < reachMetres ? (1 - metres / reachMetres) ** 2 : 0
  })
  const total = sum(weights)
  facts.cells.forEach((other, i) => {
    if (weights[i]! > 0) facts.share[other]! += (facts.count * weights[i]!) / total
  })
}

/** Where the people live who are in no register: along roads and near towns, few in the forest. */
function scatterWeights(
  ground: ExerciseGround,
  facts: {
    readonly roads: ExerciseRoads
    readonly settlements: readonly Settlement[]
    readonly chance: Chance
  },
): Float64Array {
  const { grid } = ground
  const weights = Float64Array.from(grid.cells, () => facts.chance.between(0.05, 0.25))
  const classWeight = { paved: 1, gravel: 0.5, track: 0.25 }
  for (const { line, sort, metres } of facts.roads.edges) {
    weights[ground.cellNear(line[1]!)]! += (classWeight[sort] * metres) / 3000
  }
  const towns = facts.settlements.filter((settlement) => settlement.class !== 'village')
  return weights.map((weight, cell) => {
    const nearest = towns.reduce((least, { position: [lon, lat] }) => {
      const metres = metresBetweenDegrees(lon, lat, grid.lonDegrees[cell]!, grid.latDegrees[cell]!)
      return Math.min(least, metres)
    }, Number.POSITIVE_INFINITY)
    return weight * (1 + 4 * Math.exp(-nearest / 10_000))
  })
}

function communityOf(settlement: Settlement, counts: ReadonlyMap<string, number>): Community {
  const { id, name, position, areaId, aliases } = settlement
  return {
    id,
    name,
    position,
    class: settlement.class,
    areaId,
    populationCount: counts.get(id) ?? null,
    aliases,
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
