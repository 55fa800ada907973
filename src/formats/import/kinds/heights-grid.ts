import type { LonLat } from '#core/place.ts'

/** How high the ground lies at a place, in metres above the sea. */
export type Height = { readonly position: LonLat; readonly metres: number }

/** Some 500 m: walks are worked out no finer. */
const LEAST_DEGREES = 0.0045
/** How far apart two numbers may be and still be written from one. */
const SAME_DEGREES = 1e-6

/**
 * Heights on a square grid in degrees, the mean of those in each square, from south to north and west
 * to east; squares without one are left out. Heights that lie on a grid already keep it, or squares of it
 * are gathered up to some 500 m; others are laid on one with about a height a square.
 */
export function gridOfHeights(heights: readonly Height[]): {
  readonly squares: readonly Height[]
  readonly cellDegrees: number
} {
  const lons = heights.map(({ position }) => position[0])
  const lats = heights.map(({ position }) => position[1])
  const [west, south] = [leastOf(lons), leastOf(lats)]
  const [wide, high] = [mostOf(lons) - west, mostOf(lats) - south]
  const given = spacingOf(lons, lats)
  const cellDegrees = given
    ? given * Math.max(1, Math.ceil(LEAST_DEGREES / given - 1e-9))
    : Math.max(LEAST_DEGREES, Math.sqrt((wide * high) / heights.length))
  const edge = (given ?? cellDegrees) / 2
  const sums = new Map<number, { row: number; column: number; sum: number; count: number }>()
  const columns = Math.ceil(360 / cellDegrees) + 1
  for (const { position, metres } of heights) {
    const column = Math.floor((position[0] - west + edge) / cellDegrees)
    const row = Math.floor((position[1] - south + edge) / cellDegrees)
    const square = sums.get(row * columns + column)
    if (square) {
      square.sum += metres
      square.count++
    } else sums.set(row * columns + column, { row, column, sum: metres, count: 1 })
  }
  const middle = cellDegrees / 2 - edge
  const squares = [...sums.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, { row, column, sum, count }]) => ({
      position: [west + column * cellDegrees + middle, south + row * cellDegrees + middle] as const,
      metres: sum / count,
    }))
  return { squares, cellDegrees }
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
