import type { Restriction } from '#core/records/restriction.ts'
import type { RoadNetwork } from '../ground.ts'
import { edgesUnder } from './edges-under.ts'

/** What restrictions in force mean for each edge of a network, by its position in `edgeTarget`. */
export type EdgeRules = {
  /** Nobody passes. */
  readonly isClosed: Uint8Array
  /** Vehicles above this mass do not pass; +∞ where there is no limit, 0 where only people walk. */
  readonly maxTonnes: Float64Array
  readonly speedFactor: Float64Array
  /** 0 none; else one more than the position in `zoneDelayMinutes`. */
  readonly delayZone: Uint16Array
  /** Paid once at every entry into the zone: a checkpoint passed, an escort assembled. */
  readonly zoneDelayMinutes: readonly number[]
}

/** Rules of a network on which nothing is restricted. */
export function freeEdges(edgeCount: number): EdgeRules & { readonly zoneDelayMinutes: number[] } {
  return {
    isClosed: new Uint8Array(edgeCount),
    maxTonnes: new Float64Array(edgeCount).fill(Number.POSITIVE_INFINITY),
    speedFactor: new Float64Array(edgeCount).fill(1),
    delayZone: new Uint16Array(edgeCount),
    zoneDelayMinutes: [],
  }
}

/**
 * The rules that restrictions put on edges. Where several overlap the strictest of each sort holds:
 * closed, the least mass, the least speed, the longest delay.
 *
 * @param restrictions those in force; see `isInForce`.
 */
export function edgeRules(network: RoadNetwork, restrictions: readonly Restriction[]): EdgeRules {
  const rules = freeEdges(network.edgeTarget.length)
  for (const { geometry, effect } of restrictions) {
    const edges = edgesUnder(network, geometry)
    if (effect.type === 'delay' || effect.type === 'escortOnly') {
      addZone(rules, edges, effect.delayMinutes)
      continue
    }
    for (const edge of edges) {
      if (effect.type === 'closed') rules.isClosed[edge] = 1
      else if (effect.type === 'footOnly') rules.maxTonnes[edge] = 0
      else if (effect.type === 'massLimit') {
        rules.maxTonnes[edge] = Math.min(rules.maxTonnes[edge]!, effect.maxTonnes)
      } else rules.speedFactor[edge] = Math.min(rules.speedFactor[edge]!, effect.factor)
    }
  }
  return rules
}

function addZone(
  rules: EdgeRules & { readonly zoneDelayMinutes: number[] },
  edges: readonly number[],
  delayMinutes: number,
): void {
  if (edges.length === 0) return
  rules.zoneDelayMinutes.push(delayMinutes)
  const zone = rules.zoneDelayMinutes.length
  for (const edge of edges) {
    const known = rules.delayZone[edge]!
    const isLonger = known === 0 || delayMinutes > rules.zoneDelayMinutes[known - 1]!
    if (isLonger) rules.delayZone[edge] = zone
  }
}
