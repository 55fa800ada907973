import type { BalanceMeasureId } from '#analysis/zones/balance-measures.ts'
import type { LonLat, Polygon } from '#core/place.ts'

/** One proposed zone, not yet in the document. */
export type ProposedZone = {
  readonly name: string
  readonly baseIds: readonly string[]
  readonly outline: Polygon
  readonly tint: number
  /** Of the measure that zones are balanced by. */
  readonly load: number
  /** Load over its even share: 1 is even; NaN where nothing is to be carried. */
  readonly loadOverEven: number
  readonly peopleCount: number
  readonly areaSquareKilometres: number
  readonly cellCount: number
  /** From its base, weighted by people, over those that are come to; NaN: none. */
  readonly meanMinutes: number
}

/** Ground in no proposed zone, and why. */
export type LeftOutGround = {
  readonly why: 'closedGround' | 'noWay' | 'apart'
  readonly cellCount: number
  readonly peopleCount: number
  readonly areaSquareKilometres: number
  /** Within the largest part of it. */
  readonly position: LonLat
}

/** Zones for a course of action, for a person to take, change or discard. */
export type ZoneProposal = {
  readonly measureId: BalanceMeasureId
  readonly zones: readonly ProposedZone[]
  /** The largest load over its even share; see `SharedOut`. */
  readonly balanceIndex: number
  readonly balanceBound: number
  readonly meanDeviationShare: number
  /** People of whom the measure says nothing; they count as no load. */
  readonly unknownPeopleCount: number
  readonly leftOut: readonly LeftOutGround[]
  /** Plain sentences on bases that were not taken as they were asked. */
  readonly notes: readonly string[]
  readonly searchSteps: number
  readonly isStopped: boolean
}
