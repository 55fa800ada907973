import { metresBetweenDegrees } from '#core/geo/distance.ts'
import { extentOf } from '#core/geo/polygon.ts'
import type { LonLat } from '#core/place.ts'
import type { Chance } from '../chance.ts'
import { type ExerciseGround, roundedPlace } from './exercise-ground.ts'

/** A loose net of points over the land, some 3 km apart: roads run along it, villages lie on it. */
export type Lattice = {
  readonly places: readonly LonLat[]
  /** Six a point; −1 where there is no neighbour on land. */
  readonly neighbours: Int32Array
  /** What a kilometre costs about each point: 1 on easy ground, to 3 in the hills. */
  readonly hardness: Float64Array
  readonly nodeOfTown: ReadonlyMap<string, number>
}

const STEP_DEGREES = 0.03
const JITTER_SHARE = 0.24

/** Lays the net; towns take the place of the nearest point. 11,000 points take 0.1 s. */
export function createLattice(ground: ExerciseGround, chance: Chance): Lattice {
  const [west, south, east, north] = extentOf(ground.outline)
  const columnCount = Math.ceil((east - west) / STEP_DEGREES) + 1
  const rowCount = Math.ceil((north - south) / (STEP_DEGREES * 0.866)) + 1
  const nodeAt = new Int32Array(columnCount * rowCount).fill(-1)
  const places: LonLat[] = []
  for (let row = 0; row < rowCount; row++) {
    for (let column = 0; column < columnCount; column++) {
      const shift = row % 2 === 0 ? 0 : 0.5
      const jitter = () => chance.between(-JITTER_SHARE, JITTER_SHARE)
      const lon = west + (column + shift + jitter()) * STEP_DEGREES
      const lat = south + (row + jitter()) * STEP_DEGREES * 0.866
      if (!ground.isLand(lon, lat)) continue
      nodeAt[row * columnCount + column] = places.length
      places.push(roundedPlace(lon, lat))
    }
  }
  const nodeOfTown = townNodes(ground, places)
  const frame = { nodeAt, columnCount, rowCount }
  const townSet = new Set(nodeOfTown.values())
  const neighbours = neighboursIn(frame, places.length, (a, b) => {
    if (townSet.has(a) || townSet.has(b)) return true
    return isOverLand(ground, places[a]!, places[b]!)
  })
  return { places, neighbours, hardness: hardnessOf(places, chance), nodeOfTown }
}

function townNodes(ground: ExerciseGround, places: LonLat[]): Map<string, number> {
  return new Map(
    ground.towns.map(({ id, position }) => {
      const node = nearestPlace(places, position)
      places[node] = position
      return [id, node]
    }),
  )
}

/** Index of the place nearest to a position. */
export function nearestPlace(places: readonly LonLat[], [lon, lat]: LonLat): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  places.forEach((place, node) => {
    if (Math.abs(place[1] - lat) * 111_000 > least) return
    const metres = metresBetweenDegrees(lon, lat, place[0], place[1])
    if (metres < least) {
      least = metres
      best = node
    }
  })
  return best
}

function isOverLand({ isLand }: ExerciseGround, a: LonLat, b: LonLat): boolean {
  return [0.25, 0.5, 0.75].every((t) => isLand(a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])))
}

type Frame = {
  readonly nodeAt: Int32Array
  readonly columnCount: number
  readonly rowCount: number
}

function neighboursIn(
  { nodeAt, columnCount, rowCount }: Frame,
  count: number,
  isPassable: (a: number, b: number) => boolean,
): Int32Array {
  const neighbours = new Int32Array(count * 6).fill(-1)
  for (let row = 0; row < rowCount; row++) {
    for (let column = 0; column < columnCount; column++) {
      const node = nodeAt[row * columnCount + column]!
      if (node < 0) continue
      const lean = row % 2 === 0 ? -1 : 0
      const around = [
        [row, column - 1],
        [row, column + 1],
        [row - 1, column + lean],
        [row - 1, column + lean + 1],
        [row + 1, column + lean],
        [row + 1, column + lean + 1],
      ] as const
      around.forEach(([r, c], side) => {
        if (r < 0 || r >= rowCount || c < 0 || c >= columnCount) return
        const other = nodeAt[r * columnCount + c]!
        if (other >= 0 && isPassable(node, other)) neighbours[node * 6 + side] = other
      })
    }
  }
  return neighbours
}

/** Hills come and go over some 30 km. */
const HILL_DEGREES = 0.28

function hardnessOf(places: readonly LonLat[], chance: Chance): Float64Array {
  const heights = new Map<string, number>()
  const heightAt = (column: number, row: number) => {
    const key = `${column} ${row}`
    const known = heights.get(key) ?? chance.next()
    heights.set(key, known)
    return known
  }
  return Float64Array.from(places, ([lon, lat]) => {
    const x = lon / HILL_DEGREES
    const y = lat / HILL_DEGREES
    const [column, row] = [Math.floor(x), Math.floor(y)]
    const [u, v] = [x - column, y - row]
    const low = heightAt(column, row) * (1 - u) + heightAt(column + 1, row) * u
    const high = heightAt(column, row + 1) * (1 - u) + heightAt(column + 1, row + 1) * u
    const height = low * (1 - v) + high * v
    return 1 + 2 * height * height + 0.25 * chance.next()
  })
}
