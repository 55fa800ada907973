import type { Zone } from '#core/records/zone.ts'
import { bitCount } from '../../cells/zone-cells.ts'
import { SUM_UNITS } from '../cell-sums.ts'
import { cellsOf } from '../known-cells.ts'
import type { BaseTravel, ServiceFacts } from '../zone-facts.ts'
import { neededByCell } from '../zone-travel.ts'
import { priceAscent, type SharingProblem } from './price-ascent.ts'

/** A zone with its base, and what its units can put out. */
export type ServedZone = Pick<Zone, 'id' | 'outline' | 'isLocked'> & {
  /** Position in `BaseTravel.baseIds`. */
  readonly baseIndex: number
  readonly patrolDays: number
  /** Of its capacity, as it is drawn. */
  readonly workloadShare: number
}

/** How well any drawing of these zones could share the work, at best. */
export type WorkloadBound = {
  /** No drawing has its most loaded zone below this. */
  readonly boundShare: number
  /** The most loaded zone as drawn. */
  readonly drawnShare: number
  readonly zoneCount: number
}

/**
 * A lower bound on the load of the most loaded zone, over all ways to deal out the ground that these
 * zones serve between the same bases and units, in one piece or not. Locked zones keep their ground.
 * What its zone's base does not reach today is left out, for it is nobody's work as drawn. Null where
 * fewer than two zones can be told.
 */
export function workloadBound(
  facts: ServiceFacts,
  travel: BaseTravel,
  zones: readonly ServedZone[],
): WorkloadBound | null {
  const known = zones.filter(({ workloadShare }) => Number.isFinite(workloadShare))
  if (known.length < 2 || known.length < zones.length) return null
  const locked = known.filter(({ isLocked }) => isLocked)
  const free = known.filter(({ isLocked }) => !isLocked)
  const mostLocked = Math.max(0, ...locked.map(({ workloadShare }) => workloadShare))
  const { bound } = priceAscent(sharingOf(facts, travel, { free, locked }))
  return {
    boundShare: Math.max(bound, mostLocked),
    drawnShare: Math.max(...known.map(({ workloadShare }) => workloadShare)),
    zoneCount: known.length,
  }
}

/** The parts of cells that free zones serve, and what each would take of each free zone's capacity. */
function sharingOf(
  facts: ServiceFacts,
  travel: BaseTravel,
  { free, locked }: Record<'free' | 'locked', readonly ServedZone[]>,
): SharingProblem {
  const { ground } = facts
  const cellCount = ground.grid.cells.length
  const held = new Uint32Array(cellCount)
  const isReached = ({ baseIndex }: ServedZone, cell: number) =>
    !Number.isNaN(travel.minutes[baseIndex * cellCount + cell]!)
  for (const zone of free) {
    const { cells, masks } = cellsOf(ground.grid, zone.outline)
    cells.forEach((cell, i) => {
      if (isReached(zone, cell)) held[cell]! |= masks[i]!
    })
  }
  for (const { outline } of locked) {
    const { cells, masks } = cellsOf(ground.grid, outline)
    cells.forEach((cell, i) => {
      held[cell]! &= ~masks[i]!
    })
  }
  const pieces = [...held.keys()].filter((cell) => held[cell] !== 0)
  const needed = free.map(({ baseIndex }) => neededByCell(facts, travel, baseIndex))
  const shares = new Float64Array(pieces.length * free.length)
  pieces.forEach((cell, piece) => {
    const part = bitCount(held[cell]!)
    free.forEach((zone, k) => {
      shares[piece * free.length + k] = isReached(zone, cell)
        ? (part * needed[k]![cell]!) / SUM_UNITS / zone.patrolDays
        : Number.POSITIVE_INFINITY
    })
  })
  return { workerCount: free.length, pieceCount: pieces.length, shares }
}
