import type { ExtentDegrees } from '#core/geo/extent.ts'
import type { MultiPolygon } from '#core/place.ts'
import type { Zone } from '#core/records/zone.ts'
import type { Ground } from '../../ground.ts'
import type { ZoneStatistics } from '../zone-statistics.ts'

/** bad ■: to be mended; watch ▲: to be looked at; unknown ◌: nobody knows. */
export type Severity = 'bad' | 'watch' | 'unknown'

/** Something about a drawing of zones that a planner has to look at. */
export type ZoneProblem = {
  /** The same for as long as the problem is the same. */
  readonly id: string
  readonly kind: string
  readonly severity: Severity
  /** Null: of no one zone, such as ground that none has. */
  readonly zoneId: string | null
  /** One plain sentence, without the zone's name and without its full stop. */
  readonly sentence: string
  readonly figure: number
  readonly unit: 'people' | '%' | 'km²' | ''
  /** Where to look. */
  readonly extent: ExtentDegrees
}

/** What problems of the ground follow from. */
export type DrawnZones = {
  readonly ground: Ground
  /** All zones of one course of action. */
  readonly zones: readonly Zone[]
  /** Outlines that make up the theatre. */
  readonly theatre: readonly MultiPolygon[]
  /**
   * Minutes from a zone's base to every cell, on any road, and on roads within the zone alone; null
   * where it has no base within it.
   */
  readonly travelWithin: (zone: Zone) => WithinTravel | null
}

/** Per cell; NaN: cannot be reached. */
export type WithinTravel = {
  readonly anyway: ArrayLike<number>
  readonly within: ArrayLike<number>
}

/** One kind of problem that the outlines and the ground tell. */
export type GroundKind = {
  readonly kind: string
  readonly find: (drawn: DrawnZones) => readonly ZoneProblem[]
}

/** One kind of problem that a zone's statistics tell, so that it is known while a border is moved. */
export type LiveKind = {
  readonly kind: string
  readonly find: (zone: Zone, statistics: ZoneStatistics) => Told | null
}

/** What a live kind says of a zone; the rest is the zone's. */
export type Told = Pick<ZoneProblem, 'severity' | 'sentence' | 'figure' | 'unit'>
