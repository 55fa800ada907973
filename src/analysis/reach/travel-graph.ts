import type { Operation } from '#core/records/operation.ts'
import { ROAD_CROSSINGS, ROAD_SORT_COUNT, roadOfSort } from '#core/records/road.ts'
import { loadClassOf, type Speeds, type Vehicle } from '#core/records/vehicle.ts'
import type { RoadNetwork } from '../ground.ts'
import type { EdgeRules } from './edge-rules.ts'

/** How somebody travels on roads. */
export type Traveller = {
  readonly vehicle: Pick<Vehicle, 'mode' | 'massTonnes' | 'loadClass' | 'roadSpeeds'>
  readonly isWet: boolean
  readonly ferries: Pick<Operation, 'ferryWaitMinutes' | 'ferryKilometresPerHour'>
}

/**
 * Roads as one traveller meets them: what cannot be passed is left out. A node within zones with a
 * delay has a twin for each set of them that meets there. Going from twin to twin costs the longest
 * delay of the zones entered by it, and nothing to leave one: so each is paid once at every entry,
 * however long it is and whatever lies within it, and one more zone never makes a way shorter.
 */
export type TravelGraph = {
  /** Nodes of the network come first and keep their numbers; twins follow. */
  readonly nodeCount: number
  /** The node of the network that each twin stands for. */
  readonly twinNode: readonly number[]
  /** What each twin is known by: its node and its zones. */
  readonly twinKeys: readonly string[]
  readonly edgeOffsets: Uint32Array
  readonly edgeTarget: Uint32Array
  readonly edgeMinutes: Float64Array
  /** The edge of the network that each stands for; −1 for an entry into zones. */
  readonly edgeOrigin: Int32Array
}

const METRES_PER_KILOMETRE = 1000
const NO_ZONE = 0
const ENTRY = -1

/** Weighs each edge of a network in minutes for a traveller. 90,000 edges take some 10 ms. */
export function travelGraph(
  network: RoadNetwork,
  rules: EdgeRules,
  traveller: Traveller,
): TravelGraph {
  const links = roomFor(network.edgeTarget.length)
  const twins = new Map<number, Map<number, number>>()
  const twinNode: number[] = []
  const twinKeys: string[] = []
  let nodeCount = network.nodeLonDegrees.length
  const twinOf = (node: number, set: number): number => {
    const here = twins.get(node) ?? new Map([[NO_ZONE, node]])
    twins.set(node, here)
    const known = here.get(set)
    if (known !== undefined) return known
    const twin = nodeCount++
    twinNode.push(node)
    twinKeys.push(`${node} ${zoneNames[set]}`)
    for (const [otherSet, other] of here) {
      link(links, [other, twin, ENTRY], entryMinutes(rules, otherSet, set))
      link(links, [twin, other, ENTRY], entryMinutes(rules, set, otherSet))
    }
    here.set(set, twin)
    return twin
  }
  const zoneNames = rules.zoneSets.map((zones) =>
    JSON.stringify(zones.map((zone) => rules.zoneKeys[zone]).sort()),
  )
  const mayPass = passing(network, rules, traveller)
  const minutesAlong = alongEdges(network, rules, traveller)
  for (let from = 0; from + 1 < network.edgeOffsets.length; from++) {
    for (let edge = network.edgeOffsets[from]!; edge < network.edgeOffsets[from + 1]!; edge++) {
      if (!mayPass(edge)) continue
      const minutes = minutesAlong(edge)
      if (!Number.isFinite(minutes)) continue
      const set = rules.zoneSet[edge]!
      const to = network.edgeTarget[edge]!
      if (set === NO_ZONE) link(links, [from, to, edge], minutes)
      else link(links, [twinOf(from, set), twinOf(to, set), edge], minutes)
    }
  }
  return { nodeCount, twinNode, twinKeys, ...compressed(nodeCount, links) }
}

/** The longest delay of the zones that are in the second set and not in the first. */
function entryMinutes({ zoneSets, zoneDelayMinutes }: EdgeRules, from: number, to: number): number {
  const entered = zoneSets[to]!.filter((zone) => !zoneSets[from]!.includes(zone))
  return entered.reduce((longest, zone) => Math.max(longest, zoneDelayMinutes[zone]!), 0)
}

const [, , FERRY, FORD] = ROAD_CROSSINGS.map((_, index) => index)

/** Whether a traveller gets over an edge at all. A ford is deep in the wet season. */
function passing(
  network: RoadNetwork,
  rules: EdgeRules,
  { vehicle, isWet }: Traveller,
): (edge: number) => boolean {
  const loadClass = loadClassOf(vehicle)
  const isOnFoot = vehicle.mode !== 'road'
  return (edge) => {
    if (rules.isClosed[edge] === 1) return false
    if (isWet && network.edgeCrossing[edge] === FORD) return false
    if (isOnFoot) return true
    const { massTonnes } = vehicle
    if (massTonnes > rules.maxTonnes[edge]! || massTonnes > network.edgeMaxTonnes[edge]!)
      return false
    return loadClass <= rules.maxLoadClass[edge]!
  }
}

/** Minutes along an edge. A ferry is waited for, and keeps its own speed. */
function alongEdges(
  network: RoadNetwork,
  rules: EdgeRules,
  { vehicle, isWet, ferries }: Traveller,
): (edge: number) => number {
  const perMetre = Array.from({ length: ROAD_SORT_COUNT }, (_, sort) => {
    const [roadClass, surface] = roadOfSort(sort)
    return minutesPerMetre(vehicle.roadSpeeds[roadClass][surface], isWet)
  })
  const perMetreAfloat = 60 / (ferries.ferryKilometresPerHour * METRES_PER_KILOMETRE)
  return (edge) => {
    const metres = network.edgeMetres[edge]!
    if (network.edgeCrossing[edge] === FERRY) {
      return ferries.ferryWaitMinutes + metres * perMetreAfloat
    }
    return (metres * perMetre[network.edgeSort[edge]!]!) / rules.speedFactor[edge]!
  }
}

/** +∞ where the speed is 0. */
export function minutesPerMetre(speeds: Speeds, isWet: boolean): number {
  const { dryKilometresPerHour, wetKilometresPerHour } = speeds
  const kilometresPerHour = isWet ? wetKilometresPerHour : dryKilometresPerHour
  return 60 / (kilometresPerHour * METRES_PER_KILOMETRE)
}

type Links = {
  count: number
  from: Uint32Array
  to: Uint32Array
  minutes: Float64Array
  origin: Int32Array
}

function roomFor(length: number): Links {
  return {
    count: 0,
    from: new Uint32Array(length),
    to: new Uint32Array(length),
    minutes: new Float64Array(length),
    origin: new Int32Array(length),
  }
}

type Link = readonly [from: number, to: number, origin: number]

function link(links: Links, [from, to, origin]: Link, minutes: number): void {
  if (links.count === links.from.length) grow(links)
  const at = links.count++
  links.from[at] = from
  links.to[at] = to
  links.minutes[at] = minutes
  links.origin[at] = origin
}

function grow(links: Links): void {
  const { from, to, minutes, origin } = links
  Object.assign(links, roomFor(2 * links.count + 16), { count: links.count })
  links.from.set(from)
  links.to.set(to)
  links.minutes.set(minutes)
  links.origin.set(origin)
}

function compressed(nodeCount: number, links: Links) {
  const { count, from, to, minutes, origin } = links
  const edgeOffsets = new Uint32Array(nodeCount + 1)
  for (let i = 0; i < count; i++) edgeOffsets[from[i]! + 1]!++
  for (let node = 0; node < nodeCount; node++) edgeOffsets[node + 1]! += edgeOffsets[node]!
  const next = edgeOffsets.slice()
  const edgeTarget = new Uint32Array(count)
  const edgeMinutes = new Float64Array(count)
  const edgeOrigin = new Int32Array(count)
  for (let i = 0; i < count; i++) {
    const at = next[from[i]!]!++
    edgeTarget[at] = to[i]!
    edgeMinutes[at] = minutes[i]!
    edgeOrigin[at] = origin[i]!
  }
  return { edgeOffsets, edgeTarget, edgeMinutes, edgeOrigin }
}
