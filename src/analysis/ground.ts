import type { Columns } from '#core/columns/columns.ts'
import type { Grid } from '#core/geo/grid.ts'
import type { Area } from '#core/records/area.ts'
import type { Community } from '#core/records/community.ts'
import type { Terrain } from './reach/off-road/off-road.ts'

/** What the ground is made from: facts that rarely change, so it is worked out once and kept. */
export type GroundInput = {
  readonly areas: readonly Area[]
  readonly communities: readonly Community[]
  /** A dataset of kind `population`, or null: then each county's people are spread over its communities. */
  readonly population: Columns | null
  /** Datasets of kind `roads`. */
  readonly roads: readonly Columns[]
  /** Datasets of kind `waterways`; left out: no water is known. */
  readonly waterways?: readonly Columns[]
  /** The width from which on water is not waded; left out: `BARRIER_METRES`. */
  readonly waterBarrierMetres?: number | undefined
  /** Datasets of kind `landCover`; left out: nothing is known of the ground. */
  readonly landCover?: readonly Columns[]
  /** Datasets of kind `elevation`; left out: no height is known, and all ground is level. */
  readonly elevation?: readonly Columns[]
  readonly gridResolution: number
}

/** The theatre with dense indices: everything else is computed over its cells. */
export type Ground = Terrain & {
  readonly grid: Grid
  /** Level-1 areas sorted by id; `grid.areaIndex` points here. */
  readonly areaIds: readonly string[]
  readonly areaNames: readonly string[]
  readonly areaPeopleCount: Float64Array
  /** People per cell; sums to each area's census figure where there is one. */
  readonly peopleCount: Float64Array
  /** Communities sorted by id. */
  readonly communityIds: readonly string[]
  readonly communityNames: readonly string[]
  readonly communityLonDegrees: Float64Array
  readonly communityLatDegrees: Float64Array
  /** Cell of each community; −1 off the grid. */
  readonly communityCell: Int32Array
  readonly communityAreaIndex: Int32Array
  readonly communityPeopleCount: Float64Array
  readonly network: RoadNetwork
}

/** Roads as a graph: near-touching ends joined, crossings noded. Edges stand twice, once each way. */
export type RoadNetwork = {
  readonly nodeLonDegrees: Float64Array
  readonly nodeLatDegrees: Float64Array
  /** Edges out of node v: `edgeOffsets[v]` to `edgeOffsets[v + 1]` − 1. */
  readonly edgeOffsets: Uint32Array
  readonly edgeTarget: Uint32Array
  readonly edgeMetres: Float64Array
  /** Class and surface in one; see `roadSortOf`. */
  readonly edgeSort: Uint8Array
  /** Index into ROAD_CROSSINGS; a bridge where an edge goes over a river and the road says nothing. */
  readonly edgeCrossing: Uint8Array
  /** The water that each edge goes over: a position in `waterNames`; 0: none, or one without a name. */
  readonly edgeWater: Uint32Array
  readonly waterNames: readonly string[]
  /** Heaviest vehicle that its bridge or ferry takes; +∞ where no limit is known. */
  readonly edgeMaxTonnes: Float32Array
  /** The stretch that an edge is part of, as it was drawn: a position in `stretchNames`. */
  readonly edgeStretch: Uint32Array
  /** Names of all stretches; empty where there is none. */
  readonly stretchNames: readonly string[]
  /** Connected part of the network that each node belongs to. */
  readonly nodeIsland: Uint32Array
  readonly islandCount: number
  /** Ends that nearly touched another road and were joined to it, and the longest gap closed. */
  readonly joinCount: number
  readonly longestJoinMetres: number
}
