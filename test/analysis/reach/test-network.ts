import type { RoadNetwork } from '#analysis/ground.ts'
import { roadSpeedsEverywhere } from '#core/defaults/vehicles.ts'
import { type RoadSurface, roadSortOf } from '#core/records/road.ts'
import { hasReferences, referenceValues } from '../reference-values.ts'

export type TestEdge = {
  readonly a: number
  readonly b: number
  readonly km: number
  readonly surface: RoadSurface
}

/** A network of given lengths; where its nodes lie is of no account here. */
export function networkOf(nodeCount: number, edges: readonly TestEdge[]) {
  const out = Array.from({ length: nodeCount }, () => [] as { to: number; edge: number }[])
  edges.forEach(({ a, b }, edge) => {
    out[a]!.push({ to: b, edge })
    out[b]!.push({ to: a, edge })
  })
  const offsets = [0]
  for (const list of out) offsets.push(offsets.at(-1)! + list.length)
  const flat = out.flat()
  const network: RoadNetwork = {
    nodeLonDegrees: new Float64Array(nodeCount),
    nodeLatDegrees: new Float64Array(nodeCount),
    edgeOffsets: Uint32Array.from(offsets),
    edgeTarget: Uint32Array.from(flat, ({ to }) => to),
    edgeMetres: Float64Array.from(flat, ({ edge }) => 1000 * edges[edge]!.km),
    edgeSort: Uint8Array.from(flat, ({ edge }) => roadSortOf('primary', edges[edge]!.surface)),
    edgeCrossing: new Uint8Array(flat.length),
    edgeMaxTonnes: new Float32Array(flat.length).fill(Number.POSITIVE_INFINITY),
    edgeStretch: Uint32Array.from(flat, ({ edge }) => edge),
    stretchNames: edges.map(() => ''),
    nodeIsland: new Uint32Array(nodeCount),
    islandCount: 1,
    edgeWater: new Uint32Array(flat.length),
    waterNames: [''],
    joinCount: 0,
    longestJoinMetres: 0,
  }
  return { network, edgeOf: flat.map(({ edge }) => edge) }
}

/** Both ways of the edges with these numbers. */
export function edgesNamed(edgeOf: readonly number[], ids: readonly number[]): number[] {
  return [...edgeOf.keys()].filter((at) => ids.includes(edgeOf[at]!))
}

export const SPEEDS = {
  paved: { dryKilometresPerHour: 60, wetKilometresPerHour: 50 },
  gravel: { dryKilometresPerHour: 40, wetKilometresPerHour: 25 },
  earth: { dryKilometresPerHour: 20, wetKilometresPerHour: 8 },
}
export const FERRIES = { ferryWaitMinutes: 30, ferryKilometresPerHour: 6 }
/** A truck. */
export const VEHICLE = {
  mode: 'road',
  massTonnes: 8,
  loadClass: null,
  roadSpeeds: roadSpeedsEverywhere((surface) => SPEEDS[surface]),
} as const
type Reference = {
  readonly inputs: {
    readonly nodes_km: Record<string, readonly [number, number]>
    readonly edges: readonly {
      readonly id: number
      readonly a: string
      readonly b: string
      readonly km: number
      readonly surface: 'paved' | 'gravel' | 'track'
      readonly max_mass_t: number
      readonly closed_in: string | null
      readonly escort_only: boolean
    }[]
    readonly escort_delay_min: number
  }
  readonly expected: readonly {
    readonly name: string
    readonly params: {
      readonly mass: number
      readonly season: string
      readonly escort?: boolean
      readonly closed?: readonly number[]
    }
    readonly minutes: Record<string, number | null>
  }[]
}

/** Roads with the minutes that networkx finds on them; empty without the folder of reference values. */
export function referenceRoads(): Reference {
  return hasReferences
    ? referenceValues('03-access/road_network_restrictions.json')
    : { inputs: { nodes_km: {}, edges: [], escort_delay_min: 0 }, expected: [] }
}
