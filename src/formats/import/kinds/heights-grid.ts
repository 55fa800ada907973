import type { LonLat } from '#core/place.ts'

/** How high the ground lies at a place, in metres above the sea. */
export type Height = { readonly position: LonLat; readonly metres: number }

/** Some 500 m: walks are worked out no finer. */
const LEAST_DEGREES = 0.0045
/** How far apart two numbers may be and still be written from one. */
const SAME_DEGREES = 1e-6

/** How full a grid is at least: scattered places, by chance, hardly ever fill so much of one. */
const FILLED_SHARE = 0.75
/** Of its squares, so many have neighbours for slopes, however odd the outline of what is told. */
const JOINED_SHARE = 0.9

/** Mean heights of squares from south to north and west to east, without the squares that have none. */
export type HeightsGrid = {
  readonly squares: readonly Height[]
  readonly cellDegrees: number
  /** How many of the squares stand in a block of two by two with a height each, as a slope needs. */
  readonly joinedCount: number
}

/**
 * Heights on a square grid in degrees. Those that lie on a grid already keep it, or squares of it are
 * gathered up to some 500 m. Scattered ones, which lie on one too by the rounding of their numbers but leave
 * most of it empty, are laid on squares with about a height each; with about four where by chance too many of
 * those are empty.
 */
export function gridOfHeights(heights: readonly Height[]): HeightsGrid {
  const lons = heights.map(({ position }) => position[0])
  const lats = heights.map(({ position }) => position[1])
  const [west, south] = [leastOf(lons), leastOf(lats)]
  const [wide, high] = [mostOf(lons) - west, mostOf(lats) - south]
  const given = spacingOf(lons, lats)
  if (given) {
    const cellDegrees = given * Math.max(1, Math.ceil(LEAST_DEGREES / given - 1e-9))
    const grid = laidOn(heights, { west, south, cellDegrees, edge: given / 2 })
    const placeCount =
      Math.floor((wide + given / 2) / cellDegrees + 1) *
      Math.floor((high + given / 2) / cellDegrees + 1)
    const isGrid =
      joinedShare(grid) >= JOINED_SHARE || grid.squares.length >= FILLED_SHARE * placeCount
    if (isGrid) return grid
  }
  const usual = Math.sqrt((wide * high) / heights.length)
  const laid = (times: number) => {
    const cellDegrees = Math.max(LEAST_DEGREES, times * usual)
    return laidOn(heights, { west, south, cellDegrees, edge: cellDegrees / 2 })
  }
  const grid = laid(1)
  if (joinedShare(grid) >= JOINED_SHARE) return grid
  const wider = laid(2)
  return joinedShare(wider) > joinedShare(grid) ? wider : grid
}

function joinedShare({ squares, joinedCount }: HeightsGrid): number {
  return joinedCount / squares.length
}

type Square = {
  readonly row: number
  readonly column: number
  sum: number
  count: number
  isJoined: boolean
}

/** @param grid its south-west corner lies by `edge` degrees beyond `west` and `south`. */
function laidOn(
  heights: readonly Height[],
  grid: {
    readonly west: number
    readonly south: number
    readonly cellDegrees: number
    readonly edge: number
  },
): HeightsGrid {
  const { west, south, cellDegrees, edge } = grid
  const sums = new Map<number, Square>()
  const columns = Math.ceil(360 / cellDegrees) + 2
  for (const { position, metres } of heights) {
    const column = Math.floor((position[0] - west + edge) / cellDegrees)
    const row = Math.floor((position[1] - south + edge) / cellDegrees)
    const square = sums.get(row * columns + column)
    if (square) {
      square.sum += metres
      square.count++
    } else sums.set(row * columns + column, { row, column, sum: metres, count: 1, isJoined: false })
  }
  const middle = cellDegrees / 2 - edge
  const squares = [...sums.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, { row, column, sum, count }]) => ({
      position: [west + column * cellDegrees + middle, south + row * cellDegrees + middle] as const,
      metres: sum / count,
    }))
  let joinedCount = 0
  for (const [at, square] of sums) {
    const [east, north] = [sums.get(at + 1), sums.get(at + columns)]
    const across = east && north && sums.get(at + columns + 1)
    if (!across) continue
    for (const one of [square, east, north, across]) {
      if (!one.isJoined) joinedCount++
      one.isJoined = true
    }
  }
  return { squares, cellDegrees, joinedCount }
}

/** How far apart the places of a square grid are; null: they lie on none. */
function spacingOf(lons: readonly number[], lats: readonly number[]): number | null {
  const [across, along] = [stepOf(lons), stepOf(lats)]
  if (across === null || along === null) return null
  return Math.abs(across - along) <= 0.001 * along ? (across + along) / 2 : null
}

/** The step that all of the numbers lie on; null: none does, or all are one. */
function stepOf(values: readonly number[]): number | null {
  const sorted = Float64Array.from(new Set(values)).sort()
  let step = Number.POSITIVE_INFINITY
  for (let i = 1; i < sorted.length; i++) {
    const apart = sorted[i]! - sorted[i - 1]!
    if (apart > SAME_DEGREES) step = Math.min(step, apart)
  }
  if (!Number.isFinite(step)) return null
  const count = Math.round((sorted.at(-1)! - sorted[0]!) / step)
  const exact = (sorted.at(-1)! - sorted[0]!) / count
  const isOn = (value: number) => {
    const at = (value - sorted[0]!) / exact
    return Math.abs(at - Math.round(at)) * exact <= 2 * SAME_DEGREES + 0.01 * exact
  }
  return sorted.every(isOn) ? exact : null
}

function leastOf(values: readonly number[]): number {
  return values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY)
}

function mostOf(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY)
}
