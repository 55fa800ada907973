import { nearbyCellLocator } from '#analysis/cells/cell-locator.ts'
import { prepareOutline } from '#analysis/cells/prepared-outline.ts'
import type { Ground } from '#analysis/ground.ts'
import type { RestrictionFacts } from '#analysis/reach/conditions.ts'
import type { Situation } from '#analysis/situation.ts'
import { countyCells, districtCells } from '#analysis/zones/area-of-cells.ts'
import { amountsOf } from '#analysis/zones/balance-measures.ts'
import { baseWork } from '#analysis/zones/base-work.ts'
import { cellLinks } from '#analysis/zones/cell-links.ts'
import { proposedOutlines } from '#analysis/zones/proposed-outlines.ts'
import { touchingLinks } from '#analysis/zones/touching-links.ts'
import { zoneBlocks } from '#analysis/zones/zone-blocks.ts'
import { type ForceFacts, zoneForceOf } from '#analysis/zones/zone-strength.ts'
import { metresBetweenDegrees } from '#core/geo/distance.ts'
import type { Area } from '#core/records/area.ts'
import type { Base } from '#core/records/base.ts'
import type { Zone } from '#core/records/zone.ts'
import type { Steps } from '../steps.ts'
import { describeZones } from './describe-zones.ts'
import { shareOut } from './share-out.ts'
import type { ZoneProposal } from './zone-proposal.ts'
import { type ZoneSeed, zoneSeeds } from './zone-seeds.ts'
import { ZONE_EFFORT_STEPS, type ZoneWish } from './zone-wish.ts'
import { FREE, type ZoningProblem } from './zoning-problem.ts'

/** What proposed zones follow from. */
export type ZoningFacts = RestrictionFacts &
  Omit<ForceFacts, 'operation'> & {
    readonly ground: Ground
    readonly areas: readonly Area[]
    readonly situation: Pick<Situation, 'underservedScore'> & {
      readonly need: Pick<Situation['need'], 'score'>
    }
    /** Incidents of the window, by cell. */
    readonly incidentCount: Float64Array
    /** Zones that keep their ground. */
    readonly lockedZones: readonly Zone[]
    /** Minutes from a base to every cell; NaN: not come to. */
    readonly minutesFrom: (base: Base) => Float64Array
  }

/**
 * Proposes zones. Their ground is one piece over passable links from their base; see `shareOut` for the
 * search and `zoneBlocks` for what stays whole.
 *
 * @throws Error in a plain sentence if no base is left to begin at.
 */
export function* proposeZones(facts: ZoningFacts, wish: ZoneWish): Steps<ZoneProposal> {
  const { ground, areas } = facts
  const { grid } = ground
  const lockedOf = lockedCells(facts)
  const { seeds, notes } = zoneSeeds(
    {
      ...facts,
      force: zoneForceOf(facts, ground),
      cellAt: nearbyCellLocator(grid),
      lockedAt: (cell) => facts.lockedZones[lockedOf[cell]!] ?? null,
    },
    wish,
  )
  if (seeds.length === 0) throw new Error('no chosen base has ground to begin a zone at')
  const isTaken = Uint8Array.from(lockedOf, (zone) => (zone >= 0 ? 1 : 0))
  const links = cellLinks(facts)
  const counties = countyCells(grid, areas)
  const districts = districtCells(grid, areas)
  const touching = touchingLinks(links, {
    grid,
    within: counties.areas.flatMap(({ outline }) => outline),
    outside: facts.lockedZones.map(({ outline }) => outline),
  })
  const blocks = zoneBlocks({
    cellCount: grid.cells.length,
    seedCells: seeds.map(({ cell }) => cell),
    isTaken,
    ...touching,
    levels: [
      ...(wish.keepsCounties ? [counties.areaIndex] : []),
      ...(wish.blocks === 'districts' ? [districts.areaIndex] : []),
    ],
  })
  const minutes = seeds.map(({ bases }) => facts.minutesFrom(bases[0]!))
  const amounts = seedAmounts(facts, wish, minutes)
  const problem = problemOf({ facts, seeds, blocks, minutes, amounts })
  const search = shareOut(problem, { seed: wish.seed, maxSteps: ZONE_EFFORT_STEPS[wish.effort] })
  let isStopped = false
  let step = search.next()
  while (!step.done) {
    isStopped = (yield 0.95 * step.value) === true || isStopped
    step = search.next(isStopped)
  }
  const shared = step.value
  const zoneOfCell = blocks.blockOf.map((block) => (block < 0 ? -1 : shared.zoneOf[block]!))
  const outlines = proposedOutlines({
    grid,
    ...(wish.blocks === 'districts' ? districts : counties),
    zoneOfCell,
    zoneCount: seeds.length,
    isTaken,
    isWholeCell: touching.isWholeCell,
    locked: facts.lockedZones.map(({ outline }) => outline),
  })
  const told = { ground, seeds, minutes, amounts, zoneOfCell, isTaken, isClosed: links.isClosed }
  return {
    ...describeZones({ ...told, outlines, shared }),
    measureId: wish.measureId,
    balanceIndex: shared.balanceIndex,
    balanceBound: shared.balanceBound,
    meanDeviationShare: shared.meanDeviationShare,
    notes,
    searchSteps: shared.searchSteps,
    isStopped,
  }
}

/** The locked zone that holds the middle of each cell, by position; −1: none. */
function lockedCells({ ground: { grid }, lockedZones }: ZoningFacts): Int32Array {
  const outlines = lockedZones.map(({ outline }) => prepareOutline(outline))
  return Int32Array.from(grid.cells, (_, cell) =>
    outlines.findIndex(({ holds }) => holds(grid.lonDegrees[cell]!, grid.latDegrees[cell]!)),
  )
}

/** The measure by cell: one list for all seeds, or one a seed. */
function seedAmounts(
  facts: ZoningFacts,
  { measureId }: ZoneWish,
  minutes: readonly Float64Array[],
): readonly Float64Array[] {
  if (measureId !== 'workload') return [amountsOf(measureId, facts)]
  return baseWork(facts.ground, facts.situation.need.score, minutes)
}

/** All work in so many whole units, so that sums are exact. */
const TOTAL_UNITS = 2 ** 30
const WALKING_MINUTES_PER_KILOMETRE = 20
/** How much a mean cell weighs in travel, half by its people and half by its ground. */
const MEAN_CELL_WEIGHT = 1000

function problemOf(parts: {
  readonly facts: ZoningFacts
  readonly seeds: readonly ZoneSeed[]
  readonly blocks: ReturnType<typeof zoneBlocks>
  readonly minutes: readonly Float64Array[]
  readonly amounts: readonly Float64Array[]
}): ZoningProblem {
  const { facts, seeds, blocks, minutes, amounts } = parts
  const { blockCount, blockOf } = blocks
  const { grid, peopleCount } = facts.ground
  const sum = (values: Float64Array) =>
    values.reduce(
      (total, value, cell) => (blockOf[cell]! >= 0 && value > 0 ? total + value : total),
      0,
    )
  const scale = TOTAL_UNITS / (Math.max(...amounts.map(sum)) || 1)
  const weightUnits = new Float64Array(amounts.length * blockCount)
  const distance = new Float64Array(seeds.length * blockCount)
  const distanceWeight = new Float64Array(blockCount)
  const meanPeople = sum(peopleCount) / blockOf.length || 1
  const meanArea = sum(grid.areaSquareKilometres) / blockOf.length || 1
  blockOf.forEach((block, cell) => {
    if (block < 0) return
    amounts.forEach((row, at) => {
      const amount = row[cell]!
      if (amount > 0) weightUnits[at * blockCount + block]! += Math.round(amount * scale)
    })
    const shares = peopleCount[cell]! / meanPeople + grid.areaSquareKilometres[cell]! / meanArea
    const weight = Math.max(1, Math.round((MEAN_CELL_WEIGHT / 2) * shares))
    distanceWeight[block]! += weight
    seeds.forEach((seed, at) => {
      const there = minutes[at]![cell]!
      const told = Number.isNaN(there) ? walkedMinutes(facts.ground, seed.cell, cell) : there
      distance[at * blockCount + block]! += weight * Math.round(told)
    })
  })
  for (let at = 0; at < distance.length; at++) distance[at]! /= distanceWeight[at % blockCount] || 1
  return {
    blockCount,
    linkOffsets: blocks.linkOffsets,
    links: blocks.links,
    seeds: seeds.map(({ share }, at) => ({ block: blocks.seedBlock[at]!, share })),
    weightUnits,
    distance,
    distanceWeight,
    fixedZone: new Int32Array(blockCount).fill(FREE),
    mayHave: blocks.mayHave,
    toleranceShare: TOLERANCE_SHARE,
  }
}

const TOLERANCE_SHARE = 0.05

function walkedMinutes({ grid }: Ground, from: number, to: number): number {
  const metres = metresBetweenDegrees(
    grid.lonDegrees[from]!,
    grid.latDegrees[from]!,
    grid.lonDegrees[to]!,
    grid.latDegrees[to]!,
  )
  return (metres / 1000) * WALKING_MINUTES_PER_KILOMETRE
}
