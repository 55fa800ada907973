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
  /** Which zones with a delay it lies in: a position in `zoneSets`; 0 is none. */
  readonly zoneSet: Uint16Array
  /** Sets of positions in `zoneDelayMinutes`; the first is empty. */
  readonly zoneSets: readonly (readonly number[])[]
  /** Paid once at every entry into the zone: a checkpoint passed, an escort assembled. */
  readonly zoneDelayMinutes: readonly number[]
}

type RulesInMaking = EdgeRules & {
  readonly zoneSets: (readonly number[])[]
  readonly zoneDelayMinutes: number[]
}

/** Rules of a network on which nothing is restricted. */
export function freeEdges(edgeCount: number): RulesInMaking {
  return {
    isClosed: new Uint8Array(edgeCount),
    maxTonnes: new Float64Array(edgeCount).fill(Number.POSITIVE_INFINITY),
    speedFactor: new Float64Array(edgeCount).fill(1),
    zoneSet: new Uint16Array(edgeCount),
    zoneSets: [[]],
    zoneDelayMinutes: [],
  }
}

/**
 * The rules that restrictions put on edges. Where several overlap the strictest of each sort holds:
 * closed, the least mass, the least speed; delays are kept apart, for each is paid where it begins.
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

/** Lays a zone whose entry costs so many minutes over edges, and over the zones that are there. */
export function addZone(
  rules: RulesInMaking,
  edges: readonly number[],
  delayMinutes: number,
): void {
  if (edges.length === 0) return
  const zone = rules.zoneDelayMinutes.push(delayMinutes) - 1
  const widened = new Map<number, number>()
  for (const edge of edges) {
    const set = rules.zoneSet[edge]!
    const known = widened.get(set)
    const wider = known ?? rules.zoneSets.push([...rules.zoneSets[set]!, zone]) - 1
    if (known === undefined) widened.set(set, wider)
    rules.zoneSet[edge] = wider
  }
}
