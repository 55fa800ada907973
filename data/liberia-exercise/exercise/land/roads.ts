import { type Columns, categoryColumn, textColumn } from '#core/columns/columns.ts'
import { metresBetween } from '#core/geo/distance.ts'
import type { LonLat } from '#core/place.ts'
import type { Chance } from '../chance.ts'
import { cheapestFrom, pathTo, type Ways } from './cheapest-path.ts'
import { roundedPlace } from './exercise-ground.ts'
import type { Lattice } from './lattice.ts'
import { ROAD_KILOMETRES, ROAD_PLAN, type RoadSort } from './road-plan.ts'

export type RoadEdge = {
  readonly a: number
  readonly b: number
  readonly sort: RoadSort
  readonly name: string
  /** From a to b: the two ends and a bend between them. */
  readonly line: readonly LonLat[]
  readonly metres: number
}

/** Roads along the lattice: one connected net, noded at the points of the lattice. */
export type ExerciseRoads = {
  readonly lattice: Lattice
  readonly edges: readonly RoadEdge[]
  /** Edges at each lattice node; empty off the roads. */
  readonly edgesAt: readonly (readonly RoadEdge[])[]
}

const CLASS_OF = { paved: 'primary', gravel: 'secondary', track: 'track' } as const
const SURFACE_OF = { paved: 'paved', gravel: 'gravel', track: 'earth' } as const
const KIND_OF_ROAD: Readonly<Record<RoadSort, string>> = {
  paved: 'Highway',
  gravel: 'Road',
  track: 'Track',
}

/** An existing road is followed rather than a new one cut beside it. */
const FOLLOW_SHARE = 0.5

/** Draws the network: the planned roads first, then branches into the widest empty ground. */
export function drawRoads(lattice: Lattice, chance: Chance): ExerciseRoads {
  const draft = createDraft(lattice, chance)
  for (const [sort, ...towns] of ROAD_PLAN) {
    for (let i = 1; i < towns.length; i++) {
      const from = lattice.nodeOfTown.get(towns[i - 1]!)
      const to = lattice.nodeOfTown.get(towns[i]!)
      if (from === undefined || to === undefined) throw new Error(`no town ${towns[i]}`)
      draft.join(from, (node) => node === to, sort)
    }
  }
  const gravel = branchesFrom(draft, lattice)
  while (draft.kilometresOf('gravel') < ROAD_KILOMETRES.gravel) gravel('gravel')
  while (draft.kilometresOf('track') < ROAD_KILOMETRES.track) gravel('track')
  const edges = draft.edges()
  const edgesAt: RoadEdge[][] = lattice.places.map(() => [])
  for (const edge of edges) {
    edgesAt[edge.a]!.push(edge)
    edgesAt[edge.b]!.push(edge)
  }
  return { lattice, edges, edgesAt }
}

function createDraft(lattice: Lattice, chance: Chance) {
  const { places, neighbours, hardness } = lattice
  const edgeOf = new Map<number, RoadEdge>()
  const isOnRoad = new Uint8Array(places.length)
  const kilometres: Record<RoadSort, number> = { paved: 0, gravel: 0, track: 0 }
  const counts: Record<RoadSort, number> = { paved: 0, gravel: 0, track: 0 }
  const keyOf = (a: number, b: number) => Math.min(a, b) * places.length + Math.max(a, b)
  const ways: Ways = {
    nodeCount: places.length,
    each: (node, onWay) => {
      for (let side = 0; side < 6; side++) {
        const other = neighbours[node * 6 + side]!
        if (other < 0) continue
        const metres = metresBetween(places[node]!, places[other]!)
        const share = edgeOf.has(keyOf(node, other)) ? FOLLOW_SHARE : 1
        onWay(other, metres * share * (hardness[node]! + hardness[other]!))
      }
    },
  }
  const add = (a: number, b: number, sort: RoadSort, name: string) => {
    if (edgeOf.has(keyOf(a, b))) return
    const line = bent(places[a]!, places[b]!, chance)
    const metres = metresBetween(line[0]!, line[1]!) + metresBetween(line[1]!, line[2]!)
    edgeOf.set(keyOf(a, b), { a, b, sort, name, line, metres })
    kilometres[sort] += metres / 1000
  }
  return {
    isOnRoad,
    kilometresOf: (sort: RoadSort) => kilometres[sort],
    edges: () => [...edgeOf.values()],
    /** Builds the cheapest road from a node to the first goal; returns its nodes. */
    join(from: number, isGoal: (node: number) => boolean, sort: RoadSort): number[] {
      const tree = cheapestFrom(ways, from, isGoal)
      if (tree.goal < 0) return []
      const path = pathTo(tree, tree.goal)
      counts[sort]++
      const name = `${KIND_OF_ROAD[sort]} ${counts[sort]}`
      for (let i = 1; i < path.length; i++) add(path[i - 1]!, path[i]!, sort, name)
      for (const node of path) isOnRoad[node] = 1
      return path
    },
  }
}

function bent(a: LonLat, b: LonLat, chance: Chance): LonLat[] {
  const bow = chance.between(-0.14, 0.14)
  const middle = roundedPlace(
    (a[0] + b[0]) / 2 - bow * (b[1] - a[1]),
    (a[1] + b[1]) / 2 + bow * (b[0] - a[0]),
  )
  return [a, middle, b]
}

/** A branch goes on to a second place on the net if that is so far from the first: no dead end. */
const LOOP_DEGREES = 0.12

/** Each call leads a road of the class through the point furthest from any road. */
function branchesFrom(draft: ReturnType<typeof createDraft>, { places, neighbours }: Lattice) {
  const farness = new Float64Array(places.length).fill(Number.POSITIVE_INFINITY)
  const lons = Float64Array.from(places, ([lon]) => lon)
  const lats = Float64Array.from(places, ([, lat]) => lat)
  const seen = (node: number) => {
    const lon = lons[node]!
    const lat = lats[node]!
    for (let other = 0; other < farness.length; other++) {
      const square = (lons[other]! - lon) ** 2 + (lats[other]! - lat) ** 2
      if (square < farness[other]!) farness[other] = square
    }
  }
  draft.isOnRoad.forEach((isOn, node) => {
    if (isOn) seen(node)
  })
  return (sort: RoadSort) => {
    let furthest = 0
    farness.forEach((square, node) => {
      const isLedTo = neighbours.subarray(node * 6, node * 6 + 6).some((other) => other >= 0)
      if (isLedTo && square > farness[furthest]!) furthest = node
    })
    const path = draft.join(furthest, (node) => draft.isOnRoad[node] === 1, sort)
    if (path.length === 0) farness[furthest] = 0
    path.forEach(seen)
    const [lon, lat] = places[path.at(-1) ?? furthest]!
    const own = new Set(path)
    const isElsewhere = (node: number) => {
      const [otherLon, otherLat] = places[node]!
      return Math.hypot(otherLon - lon, otherLat - lat) > LOOP_DEGREES
    }
    const isLink = (node: number) => draft.isOnRoad[node] === 1 && !own.has(node)
    if (path.length === 0) return
    draft.join(furthest, (node) => isLink(node) && isElsewhere(node), sort).forEach(seen)
  }
}

/** The network as a dataset: one row a stretch between forks, as a road office would draw it. */
export function roadColumns({ edges, edgesAt }: ExerciseRoads): Columns {
  const lines: LonLat[][] = []
  const rows: RoadEdge[] = []
  const done = new Set<RoadEdge>()
  const isFork = (node: number, edge: RoadEdge) =>
    edgesAt[node]!.length !== 2 || edgesAt[node]!.some(({ name }) => name !== edge.name)
  const follow = (start: number, first: RoadEdge) => {
    const line: LonLat[] = [...directed(first, start)]
    done.add(first)
    let edge = first
    let node = otherEnd(first, start)
    while (!isFork(node, edge)) {
      const next = edgesAt[node]!.find((candidate) => !done.has(candidate))
      if (!next) break
      line.push(...directed(next, node).slice(1))
      done.add(next)
      node = otherEnd(next, node)
      edge = next
    }
    lines.push(line)
    rows.push(first)
  }
  for (const edge of edges) {
    if (!done.has(edge) && isFork(edge.a, edge)) follow(edge.a, edge)
    else if (!done.has(edge) && isFork(edge.b, edge)) follow(edge.b, edge)
  }
  for (const edge of edges) if (!done.has(edge)) follow(edge.a, edge)
  return lineColumns(lines, rows)
}

/** The line of an edge, beginning at one of its nodes. */
export function directed(edge: RoadEdge, from: number): readonly LonLat[] {
  return edge.a === from ? edge.line : [...edge.line].reverse()
}

/** The node at the other end of an edge. */
export function otherEnd(edge: RoadEdge, node: number): number {
  return edge.a === node ? edge.b : edge.a
}

function lineColumns(lines: readonly (readonly LonLat[])[], rows: readonly RoadEdge[]): Columns {
  const offsets = [0]
  for (const line of lines) offsets.push(offsets.at(-1)! + line.length)
  return {
    rowCount: lines.length,
    geometry: {
      type: 'lines',
      positions: Float64Array.from(lines.flat(2)),
      offsets: Uint32Array.from(offsets),
      vertexEpochMinutes: null,
    },
    fields: {
      roadClass: categoryColumn(rows.map(({ sort }) => CLASS_OF[sort])),
      surface: categoryColumn(rows.map(({ sort }) => SURFACE_OF[sort])),
      name: textColumn(rows.map(({ name }) => name)),
    },
  }
}
