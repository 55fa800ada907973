import type { Restriction } from '#core/records/restriction.ts'
import { ROAD_CROSSINGS } from '#core/records/road.ts'
import { cellLocator, cellWidthMetres } from '../cells/cell-locator.ts'
import type { Ground } from '../ground.ts'
import { closedGround } from '../reach/closed-ground.ts'
import { isWetSeason, type RestrictionFacts, restrictionsActing } from '../reach/conditions.ts'
import { edgeRules } from '../reach/edge-rules.ts'
import { edgeFinder } from '../reach/edges-under.ts'
import { waterFinder } from '../reach/off-road/water-finder.ts'
import { crossesOutline } from '../reach/outline-crossing.ts'

/** Which neighbouring cells people get between, laid out as the neighbours of a grid. */
export type CellLinks = {
  /** Links of cell c: `links[linkOffsets[c]]` up to `linkOffsets[c + 1]` − 1; both ways. */
  readonly linkOffsets: Uint32Array
  readonly links: Uint32Array
  /** Pairs of neighbours between which nobody gets. */
  readonly cutCount: number
  /** 1 where the centre lies in closed ground. */
  readonly isClosed: Uint8Array
}

type LinkFacts = RestrictionFacts & { readonly ground: Pick<Ground, 'grid' | 'network' | 'water'> }

/**
 * Two neighbouring cells are linked where a straight walk between their centres meets neither water
 * that is not waded nor closed ground; else where somebody may walk straight from one centre to a road,
 * follow open roads within the two cells, over a bridge or ferry say, and walk straight to the other
 * centre. What holds by the hour or at night alone parts nothing: zones last longer. So every link is a way that is there, and a zone of linked cells is cut by no river without
 * a crossing; what winds much may count as cut. A cell lies where its centre lies, on whichever bank.
 * 4,000 cells with 45,000 nodes take some 0.3 s.
 */
export function cellLinks(facts: LinkFacts): CellLinks {
  const { grid } = facts.ground
  const { isClear, roadsJoin, closed } = passage(facts)
  const linkOffsets = new Uint32Array(grid.cells.length + 1)
  const links: number[] = []
  const known = new Map<number, boolean>()
  let cutCount = 0
  for (let cell = 0; cell < grid.cells.length; cell++) {
    for (let at = grid.neighbourOffsets[cell]!; at < grid.neighbourOffsets[cell + 1]!; at++) {
      const near = grid.neighbours[at]!
      const [low, high] = [Math.min(cell, near), Math.max(cell, near)]
      const key = low * grid.cells.length + high
      const isLinked = known.get(key) ?? (isClear(low, high) || roadsJoin(low, high))
      if (!known.has(key) && !isLinked) cutCount++
      known.set(key, isLinked)
      if (isLinked) links.push(near)
    }
    linkOffsets[cell + 1] = links.length
  }
  const isClosed = Uint8Array.from(grid.cells, (_, cell) =>
    closed.some(({ holds }) => holds(grid.lonDegrees[cell]!, grid.latDegrees[cell]!)) ? 1 : 0,
  )
  return { linkOffsets, links: Uint32Array.from(links), cutCount, isClosed }
}

function passage(facts: LinkFacts) {
  const { grid, water } = facts.ground
  const acting = restrictionsActing(facts).filter(
    ({ hours, effect }) => hours === null && effect.type !== 'dayOnly',
  )
  const waterBetween = waterFinder(water)
  const closed = closedGround(acting).map(({ outline }) => outline)
  const mayWalk = (lonA: number, latA: number, lonB: number, latB: number) =>
    waterBetween(lonA, latA, lonB, latB, true) < 0 &&
    !closed.some((outline) => crossesOutline(outline, [lonA, latA, lonB, latB]))
  const { lonDegrees, latDegrees } = grid
  const roads = openRoads(facts, acting)
  const walkToRoad = (cell: number, point: number) =>
    mayWalk(lonDegrees[cell]!, latDegrees[cell]!, roads.lon[point]!, roads.lat[point]!)
  return {
    closed,
    isClear: (a: number, b: number) =>
      mayWalk(lonDegrees[a]!, latDegrees[a]!, lonDegrees[b]!, latDegrees[b]!),
    /** Follows roads from every point of either cell that is walked to from the one centre. */
    roadsJoin(a: number, b: number): boolean {
      const points = [...roads.pointsOf(a), ...roads.pointsOf(b)]
      const within = new Set(points)
      const open = points.filter((point) => walkToRoad(a, point))
      const seen = new Set(open)
      for (const point of open) {
        if (walkToRoad(b, point)) return true
        for (const next of roads.nextOf(point)) {
          if (!within.has(next) || seen.has(next)) continue
          seen.add(next)
          open.push(next)
        }
      }
      return false
    },
  }
}

const [FORD, FERRY] = [ROAD_CROSSINGS.indexOf('ford'), ROAD_CROSSINGS.indexOf('ferry')]
/** Roads are looked at in so many points a cell, wherever their bends are. */
const POINTS_A_CELL = 5

/**
 * Points along roads that nobody is kept from, by cell, and where one gets from each. A ferry is boarded
 * at its ends alone.
 */
function openRoads({ ground, operation }: LinkFacts, acting: readonly Restriction[]) {
  const { grid, network } = ground
  const { edgeOffsets, edgeTarget, edgeCrossing, edgeMetres } = network
  const { isClosed } = edgeRules(network, acting, edgeFinder(network))
  const isWet = isWetSeason(operation)
  const lon = [...network.nodeLonDegrees]
  const lat = [...network.nodeLatDegrees]
  const next: number[][] = lon.map(() => [])
  const join = (a: number, b: number) => {
    next[a]!.push(b)
    next[b]!.push(a)
  }
  const between = (from: number, to: number, count: number) => {
    let last = from
    for (let i = 1; i < count; i++) {
      const at = lon.push(lon[from]! + (i / count) * (lon[to]! - lon[from]!)) - 1
      lat.push(lat[from]! + (i / count) * (lat[to]! - lat[from]!))
      next.push([])
      join(last, at)
      last = at
    }
    join(last, to)
  }
  const spacing = grid.cells.length > 0 ? cellWidthMetres(grid, 0) / POINTS_A_CELL : 1000
  for (let from = 0; from + 1 < edgeOffsets.length; from++) {
    for (let edge = edgeOffsets[from]!; edge < edgeOffsets[from + 1]!; edge++) {
      const to = edgeTarget[edge]!
      if (to < from || isClosed[edge] === 1 || (isWet && edgeCrossing[edge] === FORD)) continue
      const isFerry = edgeCrossing[edge] === FERRY
      between(from, to, isFerry ? 1 : Math.ceil(edgeMetres[edge]! / spacing))
    }
  }
  const locate = cellLocator(grid)
  const byCell = new Map<number, number[]>()
  for (let point = 0; point < lon.length; point++) {
    const cell = locate(lon[point]!, lat[point]!)
    const here = byCell.get(cell)
    if (here) here.push(point)
    else byCell.set(cell, [point])
  }
  return {
    lon,
    lat,
    pointsOf: (cell: number): readonly number[] => byCell.get(cell) ?? [],
    nextOf: (point: number): readonly number[] => next[point]!,
  }
}
