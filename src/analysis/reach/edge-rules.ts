import type { Restriction } from '#core/records/restriction.ts'
import type { RoadNetwork } from '../ground.ts'

/** What restrictions in force mean for each edge of a network, by its position in `edgeTarget`. */
export type EdgeRules = {
  /** Nobody passes. */
  readonly isClosed: Uint8Array
  /** Vehicles above this mass do not pass; +∞ where there is no limit, 0 where only people walk. */
  readonly maxTonnes: Float64Array
  /** Vehicles above this military load class do not pass; +∞ where there is no limit. */
  readonly maxLoadClass: Float64Array
  readonly speedFactor: Float64Array
  /** Which zones with a delay it lies in: a position in `zoneSets`; 0 is none. */
  readonly zoneSet: Uint16Array
  /** Sets of positions in `zoneDelayMinutes`; the first is empty. */
  readonly zoneSets: readonly (readonly number[])[]
  /** What each zone is known by, whatever other zones there are. */
  readonly zoneKeys: readonly string[]
  /** Paid once at every entry into the zone: a checkpoint passed, an escort assembled. */
  readonly zoneDelayMinutes: readonly number[]
}

type RulesInMaking = EdgeRules & {
  readonly zoneSets: (readonly number[])[]
  readonly zoneKeys: string[]
  readonly zoneDelayMinutes: number[]
}

/** Rules of a network on which nothing is restricted. */
export function freeEdges(edgeCount: number): RulesInMaking {
  return {
    isClosed: new Uint8Array(edgeCount),
    maxTonnes: new Float64Array(edgeCount).fill(Number.POSITIVE_INFINITY),
    maxLoadClass: new Float64Array(edgeCount).fill(Number.POSITIVE_INFINITY),
    speedFactor: new Float64Array(edgeCount).fill(1),
    zoneSet: new Uint16Array(edgeCount),
    zoneSets: [[]],
    zoneKeys: [],
    zoneDelayMinutes: [],
  }
}

/** Finds the edges that a restriction lies on; see `edgesUnder`. */
export type EdgesUnder = (geometry: Restriction['geometry']) => ArrayLike<number>

/**
 * The rules that restrictions put on edges. Where several overlap the strictest of each sort holds:
 * closed, the least mass, the least load class, the least speed; delays are kept apart, for each is
 * paid where it begins. What is closed to aircraft alone stops nobody on the ground.
 *
 * @param restrictions those that act; see `restrictionsActing`.
 */
export function edgeRules(
  network: Pick<RoadNetwork, 'edgeTarget'>,
  restrictions: readonly Restriction[],
  edgesUnder: EdgesUnder,
): EdgeRules {
  const rules = freeEdges(network.edgeTarget.length)
  for (const { id, geometry, effect, kind } of restrictions) {
    if (kind === 'noFlyArea') continue
    const edges = edgesUnder(geometry)
    if (effect.type === 'delay' || effect.type === 'escortOnly') {
      addZone(rules, edges, { key: id, delayMinutes: effect.delayMinutes })
      continue
    }
    for (let at = 0; at < edges.length; at++) addRule(rules, edges[at]!, effect)
  }
  return rules
}

type EdgeEffect = Exclude<Restriction['effect'], { readonly type: 'delay' | 'escortOnly' }>

function addRule(rules: RulesInMaking, edge: number, effect: EdgeEffect): void {
  switch (effect.type) {
    case 'closed':
    case 'dayOnly':
      rules.isClosed[edge] = 1
      return
    case 'footOnly':
      rules.maxTonnes[edge] = 0
      return
    case 'massLimit':
      rules.maxTonnes[edge] = Math.min(rules.maxTonnes[edge]!, effect.maxTonnes)
      return
    case 'classLimit':
      rules.maxLoadClass[edge] = Math.min(rules.maxLoadClass[edge]!, effect.maxLoadClass)
      return
    case 'speedFactor':
      rules.speedFactor[edge] = Math.min(rules.speedFactor[edge]!, effect.factor)
  }
}

/** Lays a zone whose entry costs so many minutes over edges, and over the zones that are there. */
export function addZone(
  rules: RulesInMaking,
  edges: ArrayLike<number>,
  { key, delayMinutes }: { readonly key: string; readonly delayMinutes: number },
): void {
  if (edges.length === 0) return
  const zone = rules.zoneDelayMinutes.push(delayMinutes) - 1
  rules.zoneKeys.push(key)
  const widened = new Map<number, number>()
  for (let at = 0; at < edges.length; at++) {
    const edge = edges[at]!
    const set = rules.zoneSet[edge]!
    const known = widened.get(set)
    const wider = known ?? rules.zoneSets.push([...rules.zoneSets[set]!, zone]) - 1
    if (known === undefined) widened.set(set, wider)
    rules.zoneSet[edge] = wider
  }
}
