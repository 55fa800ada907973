import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RoadNetwork } from '#analysis/ground.ts'
import { addZone, type EdgeRules, freeEdges } from '#analysis/reach/edge-rules.ts'
import { type Entry, growTree } from '#analysis/reach/shortest-tree.ts'
import { type TravelGraph, type Traveller, travelGraph } from '#analysis/reach/travel-graph.ts'
import { roadSpeedsEverywhere } from '#core/defaults/vehicles.ts'
import { ROAD_SURFACES, type RoadSurface, roadSortOf } from '#core/records/road.ts'

type TestEdge = {
  readonly a: number
  readonly b: number
  readonly km: number
  readonly surface: RoadSurface
}

/** A network of given lengths; where its nodes lie is of no account here. */
function networkOf(nodeCount: number, edges: readonly TestEdge[]) {
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
function edgesNamed(edgeOf: readonly number[], ids: readonly number[]): number[] {
  return [...edgeOf.keys()].filter((at) => ids.includes(edgeOf[at]!))
}

const SPEEDS = {
  paved: { dryKilometresPerHour: 60, wetKilometresPerHour: 50 },
  gravel: { dryKilometresPerHour: 40, wetKilometresPerHour: 25 },
  earth: { dryKilometresPerHour: 20, wetKilometresPerHour: 8 },
}
const FERRIES = { ferryWaitMinutes: 30, ferryKilometresPerHour: 6 }
const VEHICLE = {
  mode: 'road',
  massTonnes: 8,
  loadClass: null,
  roadSpeeds: roadSpeedsEverywhere((surface) => SPEEDS[surface]),
} as const
const ON_FOOT = {
  mode: 'foot',
  massTonnes: 0,
  loadClass: 0,
  roadSpeeds: roadSpeedsEverywhere(() => ({ dryKilometresPerHour: 4, wetKilometresPerHour: 3 })),
} as const

const shortestMinutes = (graph: TravelGraph, entries: readonly Entry[]) =>
  growTree(graph, entries).minutes

const FILE = '../shared/data/reference-values/03-access/road_network_restrictions.json'

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

describe.skipIf(!existsSync(FILE))('the reference network (networkx 3.6.1)', () => {
  const { inputs, expected }: Reference = existsSync(FILE)
    ? JSON.parse(readFileSync(FILE, 'utf8'))
    : { inputs: { nodes_km: {}, edges: [], escort_delay_min: 0 }, expected: [] }
  const names = Object.keys(inputs.nodes_km)
  const { network, edgeOf } = networkOf(
    names.length,
    inputs.edges.map((edge) => ({
      ...edge,
      surface: edge.surface === 'track' ? ('earth' as const) : edge.surface,
      a: names.indexOf(edge.a),
      b: names.indexOf(edge.b),
    })),
  )

  it.each(expected)('$name', ({ params, minutes }) => {
    const rules = freeEdges(network.edgeTarget.length)
    edgeOf.forEach((id, edge) => {
      const {
        max_mass_t: maxTonnes,
        closed_in: closedIn,
        escort_only: isEscort,
      } = inputs.edges[id]!
      rules.maxTonnes[edge] = maxTonnes
      const isShut = params.closed?.includes(id) || closedIn === params.season
      if (isShut || (isEscort && !params.escort)) rules.isClosed[edge] = 1
    })
    const escorted = inputs.edges.filter((edge) => edge.escort_only).map(({ id }) => id)
    addZone(rules, edgesNamed(edgeOf, escorted), {
      key: 'escort',
      delayMinutes: inputs.escort_delay_min,
    })
    const graph = travelGraph(network, rules, {
      vehicle: { ...VEHICLE, massTonnes: params.mass },
      isWet: params.season === 'wet',
      ferries: FERRIES,
    })
    const found = shortestMinutes(graph, [{ node: names.indexOf('HQ'), minutes: 0 }])
    for (const [name, value] of Object.entries(minutes)) {
      const at = found[names.indexOf(name)]!
      if (value === null) expect(at).toBe(Number.POSITIVE_INFINITY)
      else expect(at).toBeCloseTo(value, 6)
    }
  })
})

const edge = (nodeCount: number) =>
  fc.record({
    a: fc.integer({ min: 0, max: nodeCount - 1 }),
    b: fc.integer({ min: 0, max: nodeCount - 1 }),
    km: fc.integer({ min: 1, max: 30 }),
    surface: fc.constantFrom(...ROAD_SURFACES),
  })

const TRAVELLER: Traveller = { vehicle: VEHICLE, isWet: false, ferries: FERRIES }

describe('shortestMinutes', () => {
  it('equals Floyd–Warshall on random graphs', () => {
    fc.assert(
      fc.property(fc.array(edge(8), { minLength: 1, maxLength: 20 }), (edges) => {
        const { network } = networkOf(8, edges)
        const graph = travelGraph(network, freeEdges(network.edgeTarget.length), TRAVELLER)
        const all = allPairs(edges)
        const found = shortestMinutes(graph, [{ node: 0, minutes: 0 }])
        for (let node = 0; node < 8; node++) expect(found[node]).toBeCloseTo(all[0]![node]!, 9)
      }),
    )
  })

  it('never gets shorter when an edge is closed, slowed, limited or delayed', () => {
    const spoil = fc.record({
      edge: fc.nat(),
      how: fc.constantFrom('closed', 'mass', 'slow', 'delay'),
    })
    fc.assert(
      fc.property(
        fc.array(edge(8), { minLength: 1, maxLength: 20 }),
        fc.array(spoil, { minLength: 1, maxLength: 4 }),
        (edges, spoils) => {
          const { network, edgeOf } = networkOf(8, edges)
          const rules = freeEdges(network.edgeTarget.length)
          const minutesUnder = (of: EdgeRules) =>
            shortestMinutes(travelGraph(network, of, TRAVELLER), [{ node: 0, minutes: 0 }])
          const before = minutesUnder(rules)
          for (const { edge: nth, how } of spoils) {
            const edgesAt = [...edgeOf.keys()].filter((at) => edgeOf[at] === nth % edges.length)
            if (how === 'delay') addZone(rules, edgesAt, { key: 'zone', delayMinutes: 20 })
            edgesAt.forEach((at) => {
              if (how === 'closed') rules.isClosed[at] = 1
              if (how === 'mass') rules.maxTonnes[at] = 5
              if (how === 'slow') rules.speedFactor[at] = 0.4
            })
          }
          const after = minutesUnder(rules)
          for (let node = 0; node < 8; node++) {
            expect(after[node]!).toBeGreaterThanOrEqual(before[node]! - 1e-9)
          }
        },
      ),
    )
  })

  it('pays an escort once, however many edges it goes with', () => {
    //   0 ──60 km── 1 ──60 km── 2 ──60 km── 3      the two edges in the middle need an escort
    const edges = [0, 1, 2, 3].map((a) => ({ a, b: a + 1, km: 60, surface: 'paved' as const }))
    const { network, edgeOf } = networkOf(5, edges)
    const rules = freeEdges(network.edgeTarget.length)
    addZone(rules, edgesNamed(edgeOf, [1, 2]), { key: 'a', delayMinutes: 45 })
    const found = shortestMinutes(travelGraph(network, rules, TRAVELLER), [{ node: 0, minutes: 0 }])
    expect([...found.slice(0, 5)]).toEqual([0, 60, 165, 225, 285])
  })

  it('pays for a checkpoint within an escorted stretch once, and the escort once', () => {
    const edges = [0, 1, 2, 3].map((a) => ({ a, b: a + 1, km: 60, surface: 'paved' as const }))
    const { network, edgeOf } = networkOf(5, edges)
    const rules = freeEdges(network.edgeTarget.length)
    addZone(rules, edgesNamed(edgeOf, [0, 1, 2, 3]), { key: 'a', delayMinutes: 90 })
    addZone(rules, edgesNamed(edgeOf, [2]), { key: 'b', delayMinutes: 100 })
    const found = shortestMinutes(travelGraph(network, rules, TRAVELLER), [{ node: 0, minutes: 0 }])
    expect([...found.slice(0, 5)]).toEqual([0, 150, 210, 370, 430])
  })

  it('never gets shorter by one more zone, whatever zones there are', () => {
    const zone = fc.record({ edges: fc.array(fc.nat(), { maxLength: 6 }), minutes: fc.nat(120) })
    fc.assert(
      fc.property(
        fc.array(edge(8), { minLength: 1, maxLength: 20 }),
        fc.array(zone, { minLength: 1, maxLength: 5 }),
        (edges, zones) => {
          const { network, edgeOf } = networkOf(8, edges)
          const rules = freeEdges(network.edgeTarget.length)
          let before = new Float64Array(8)
          for (const { edges: nths, minutes } of zones) {
            addZone(
              rules,
              edgesNamed(
                edgeOf,
                nths.map((nth) => nth % edges.length),
              ),
              { key: `${minutes}`, delayMinutes: minutes },
            )
            const graph = travelGraph(network, rules, TRAVELLER)
            const after = shortestMinutes(graph, [{ node: 0, minutes: 0 }]).slice(0, 8)
            for (let node = 0; node < 8; node++) {
              expect(after[node]!).toBeGreaterThanOrEqual(before[node]! - 1e-9)
            }
            before = after
          }
        },
      ),
    )
  })

  it('lets people on foot over a bridge that carries no vehicle', () => {
    const { network } = networkOf(2, [{ a: 0, b: 1, km: 4, surface: 'paved' }])
    const rules = freeEdges(2)
    rules.maxTonnes.fill(0)
    const start = [{ node: 0, minutes: 0 }]
    const drive = shortestMinutes(travelGraph(network, rules, TRAVELLER), start)
    const walk = shortestMinutes(
      travelGraph(network, rules, { ...TRAVELLER, vehicle: ON_FOOT }),
      start,
    )
    expect([drive[1], walk[1]]).toEqual([Number.POSITIVE_INFINITY, 60])
  })
})

function allPairs(edges: readonly TestEdge[]): number[][] {
  const all = Array.from({ length: 8 }, (_, i) =>
    Array.from({ length: 8 }, (__, j) => (i === j ? 0 : Number.POSITIVE_INFINITY)),
  )
  for (const { a, b, km, surface } of edges) {
    const speed = SPEEDS[surface as keyof typeof SPEEDS].dryKilometresPerHour
    const minutes = a === b ? 0 : (60 * km) / speed
    all[a]![b] = Math.min(all[a]![b]!, minutes)
    all[b]![a] = Math.min(all[b]![a]!, minutes)
  }
  for (let k = 0; k < 8; k++)
    for (let i = 0; i < 8; i++)
      for (let j = 0; j < 8; j++) all[i]![j] = Math.min(all[i]![j]!, all[i]![k]! + all[k]![j]!)
  return all
}
