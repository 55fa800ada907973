import { placeIncidents } from '#analysis/incidents/incident-cells.ts'
import { situationOf } from '#analysis/situation-of.ts'
import { workloadBound } from '#analysis/zones/bound/workload-bound.ts'
import { outlineProblems } from '#analysis/zones/problems/registry.ts'
import { servedZones } from '#analysis/zones/served-zones.ts'
import { zoneFactsOf } from '#analysis/zones/zone-facts.ts'
import { zoneStatistics } from '#analysis/zones/zone-statistics.ts'
import type { LonLat } from '#core/place.ts'
import type { Zone } from '#core/records/zone.ts'
import { aBase, aUnit, aZone } from '#support/build.ts'
import { twoCounties } from '../analysis/small-ground.ts'
import { type BenchRow, median, timed } from './bench-row.ts'
import { inputOn, withCommunities } from './need.ts'

const SIZE_DEGREES = 6.85
const BASE_COUNT = 18

/** What zones cost on 20,000 cells: all statistics at opening, one move of a border, the review. */
export async function zones(): Promise<BenchRow[]> {
  return [figuresOf(8, 2, 60), figuresOf(500, 20, 50)]
}

function figuresOf(zoneCount: number, rowCount: number, cornerCount: number): BenchRow {
  const ground = withCommunities(twoCounties(SIZE_DEGREES, 6), SIZE_DEGREES)
  const input = inputOn(ground, SIZE_DEGREES)
  const minutes = Float64Array.from(ground.grid.cells, (_, cell) => (cell * 7) % 400)
  const situation = situationOf(input, { responseMinutes: minutes, travelToTownMinutes: minutes })
  const bases = Array.from({ length: BASE_COUNT }, (_, i) =>
    aBase({ id: `base-${i}`, position: at((i % 6) / 6 + 0.08, Math.floor(i / 6) / 3 + 0.16) }),
  )
  const travel = {
    baseIds: bases.map(({ id }) => id),
    minutes: Float32Array.from({ length: BASE_COUNT * minutes.length }, (_, i) => (i * 13) % 500),
  }
  const facts = zoneFactsOf({
    ...input,
    situation,
    incidents: placeIncidents(ground.grid, input.incidents),
    bases,
    units: bases.map(({ id }, i) => aUnit({ id: `unit-${i}`, baseId: id })),
    travel,
  })
  const drawn = lattice(zoneCount, rowCount, cornerCount)
  const statistics = () => drawn.map((zone) => zoneStatistics(facts, zone.outline, zone))
  const { milliseconds: opening } = timed(statistics)
  const moves = drawn
    .slice(0, 40)
    .map((zone) => timed(() => zoneStatistics(facts, zone.outline, zone)).milliseconds)
  const whole = aZone({ outline: [lattice(1, 1, cornerCount)[0]!.outline[0]!] })
  const wholes = Array.from(
    { length: 20 },
    () => timed(() => zoneStatistics(facts, whole.outline, whole)).milliseconds,
  )
  const served = servedZones(facts, drawn).map((zone) => ({ ...zone, patrolDays: 60 }))
  const loaded = served.map((zone) => ({ ...zone, workloadShare: 1 }))
  const bound = timed(() => workloadBound(facts, travel, loaded))
  const problems = timed(() => outlineProblems({ ground, zones: drawn, theatre: [] }))
  return {
    name: `${zoneCount} zones of ${cornerCount} corners`,
    figures: {
      cells: ground.grid.cells.length,
      'all at opening': opening,
      'target opening': 1000,
      'all again': timed(statistics).milliseconds,
      'one zone, median move': median(moves),
      'one zone, slowest move': Math.max(...moves),
      'one zone over all ground, median move': median(wholes),
      'target move': 16,
      bound: bound.milliseconds,
      'problems of outlines': problems.milliseconds,
    },
  }
}

function at(x: number, y: number): LonLat {
  return [-9.6 + x * SIZE_DEGREES, 6.4 + y * SIZE_DEGREES]
}

/** Zones side by side in rows, each a box with corners strewn along its sides. */
function lattice(zoneCount: number, rowCount: number, cornerCount: number): Zone[] {
  const columnCount = Math.ceil(zoneCount / rowCount)
  const perSide = Math.floor(cornerCount / 4)
  return Array.from({ length: zoneCount }, (_, i) => {
    const [x, y] = [i % columnCount, Math.floor(i / columnCount)]
    const corners: readonly LonLat[] = [
      [x, y],
      [x + 1, y],
      [x + 1, y + 1],
      [x, y + 1],
    ]
    const ring = corners.flatMap(([fromX, fromY], side): LonLat[] => {
      const [toX, toY] = corners[(side + 1) % 4]!
      return Array.from({ length: perSide }, (_, k) => {
        const along = k / perSide
        const wave = 0.05 * Math.sin(9 * (fromX + fromY + along) + side)
        const gridX = fromX + along * (toX - fromX) + (side % 2 ? wave : 0)
        const gridY = fromY + along * (toY - fromY) + (side % 2 ? 0 : wave)
        return at(gridX / columnCount, gridY / rowCount)
      })
    })
    return aZone({ id: `zone-${i}`, outline: [[...ring, ring[0]!]] })
  })
}
