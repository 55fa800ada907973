/** A point of a plane: map units or pixels. */
export type XY = readonly [number, number]

/** An arrow's line, and the tip and direction of its head. */
export type Arc = {
  readonly line: readonly XY[]
  /** Tip, then the two corners behind it. */
  readonly head: readonly [XY, XY, XY]
}

export type ArcShape = {
  /** How far the middle lies beside the straight line, as a share of its length. */
  readonly bendShare: number
  /** Left free at the start, and before the tip. */
  readonly startGap: number
  readonly endGap: number
  readonly headLength: number
}

const STEPS = 40

/**
 * A quadratic arc that bulges to the side of more y, cut so that it begins and its head stops short
 * of the ends. Null where the ends are too near for an arrow between them.
 */
export function arcBetween(from: XY, to: XY, shape: ArcShape): Arc | null {
  const points = quadratic(from, controlOf(from, to, shape.bendShare), to)
  const lengths = lengthsAlong(points)
  const total = lengths.at(-1) ?? 0
  const tipAt = total - shape.endGap
  const neckAt = tipAt - shape.headLength
  if (neckAt - shape.startGap < shape.headLength) return null
  const tip = pointAt(points, lengths, tipAt)
  const neck = pointAt(points, lengths, neckAt)
  const start = pointAt(points, lengths, shape.startGap)
  const between = points.filter((_, i) => lengths[i]! > shape.startGap && lengths[i]! < neckAt)
  return { line: [start, ...between, neck], head: headOf(neck, tip) }
}

function controlOf([x0, y0]: XY, [x1, y1]: XY, bendShare: number): XY {
  const side = x1 >= x0 ? 1 : -1
  return [
    (x0 + x1) / 2 - 2 * bendShare * side * (y1 - y0),
    (y0 + y1) / 2 + 2 * bendShare * side * (x1 - x0),
  ]
}

function quadratic([x0, y0]: XY, [cx, cy]: XY, [x1, y1]: XY): XY[] {
  return Array.from({ length: STEPS + 1 }, (_, i) => {
    const t = i / STEPS
    const [a, b, c] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t]
    return [a * x0 + b * cx + c * x1, a * y0 + b * cy + c * y1] as const
  })
}

function lengthsAlong(points: readonly XY[]): Float64Array {
  const lengths = new Float64Array(points.length)
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1]!, points[i]!]
    lengths[i] = lengths[i - 1]! + Math.hypot(b[0] - a[0], b[1] - a[1])
  }
  return lengths
}

function pointAt(points: readonly XY[], lengths: Float64Array, at: number): XY {
  const after = Math.max(
    1,
    lengths.findIndex((length) => length >= at),
  )
  const [a, b] = [points[after - 1]!, points[after]!]
  const span = lengths[after]! - lengths[after - 1]!
  const share = span > 0 ? (at - lengths[after - 1]!) / span : 0
  return [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])]
}

function headOf(neck: XY, tip: XY): Arc['head'] {
  const [dx, dy] = [tip[0] - neck[0], tip[1] - neck[1]]
  const half = 0.5
  return [
    tip,
    [neck[0] - half * dy, neck[1] + half * dx],
    [neck[0] + half * dy, neck[1] - half * dx],
  ]
}
