import Flatbush from 'flatbush'
import { type Step, sideOf } from './lattice.ts'
import { type Noded, toggled } from './noded.ts'

/**
 * The faces that edges cut the plane into. Half-edge 2e runs from `a` to `b` of edge e, 2e + 1 back;
 * each has its face on its left.
 */
export type Faces = {
  readonly noded: Noded
  readonly headOf: (halfEdge: number) => number
  /** The next half-edge along the same border of the same face. */
  readonly next: Int32Array
  /** Face on the left of each half-edge. */
  readonly faceOf: Int32Array
  /** Per face: the areas that hold it. Face 0 is all around, and in none. */
  readonly sources: readonly ReadonlySet<number>[]
}

/** Walks round every face and finds out which areas hold it; n log n. */
export function facesOf(noded: Noded): Faces {
  const { edges, points } = noded
  const headOf = (half: number) => (half % 2 === 0 ? edges[half >> 1]!.b : edges[half >> 1]!.a)
  const tailOf = (half: number) => headOf(half ^ 1)
  const next = nextAlong(noded, headOf)
  const cycles = cyclesOf(next)
  const groups = unionFind(cycles.count + 1)
  const outside = cycles.count
  const finder = edges.length > 0 ? leftOf(noded) : null
  cycles.firsts.forEach((first, cycle) => {
    if (doubleArea(first, next, (half) => points[tailOf(half)]!) > 0) return
    const half = finder?.(leftmostOf(first, next, tailOf, points)) ?? null
    groups.join(cycle, half === null ? outside : cycles.of[half]!)
  })
  const numbers = new Map<number, number>([[groups.rootOf(outside), 0]])
  const faceOf = cycles.of.map((cycle) => {
    const root = groups.rootOf(cycle)
    const number = numbers.get(root) ?? numbers.size
    numbers.set(root, number)
    return number
  })
  return { noded, headOf, next, faceOf, sources: sourcesOf(noded, faceOf, numbers.size) }
}

function nextAlong({ edges, points }: Noded, headOf: (half: number) => number): Int32Array {
  const out: number[][] = points.map(() => [])
  edges.forEach(({ a, b }, edge) => {
    out[a]!.push(2 * edge)
    out[b]!.push(2 * edge + 1)
  })
  const next = new Int32Array(2 * edges.length)
  out.forEach((halves, vertex) => {
    const at = points[vertex]!
    const sorted = halves.sort((g, h) => byAngle(at, points[headOf(g)]!, points[headOf(h)]!))
    sorted.forEach((half, i) => {
      const clockwise = sorted[(i + sorted.length - 1) % sorted.length]!
      next[half ^ 1] = clockwise
    })
  })
  return next
}

/** Counter-clockwise from east. */
function byAngle(at: Step, one: Step, other: Step): number {
  const halves = isUpper(at, one) === isUpper(at, other) ? 0 : isUpper(at, one) ? -1 : 1
  return halves || -Math.sign(sideOf(at, one, other))
}

function isUpper(at: Step, to: Step): boolean {
  return to[1] > at[1] || (to[1] === at[1] && to[0] > at[0])
}

function cyclesOf(next: Int32Array) {
  const of = new Int32Array(next.length).fill(-1)
  const firsts: number[] = []
  for (let first = 0; first < next.length; first++) {
    if (of[first] !== -1) continue
    for (let half = first; of[half] === -1; half = next[half]!) of[half] = firsts.length
    firsts.push(first)
  }
  return { of, firsts, count: firsts.length }
}

/** Twice the area that a walk encloses, in square steps: above 0 if it runs counter-clockwise. */
function doubleArea(first: number, next: Int32Array, tailOf: (half: number) => Step): number {
  const [x0, y0] = tailOf(first)
  let sum = 0
  let half = first
  do {
    const [xA, yA] = tailOf(half)
    half = next[half]!
    const [xB, yB] = tailOf(half)
    sum += (xA - x0) * (yB - y0) - (xB - x0) * (yA - y0)
  } while (half !== first)
  return sum
}

function leftmostOf(
  first: number,
  next: Int32Array,
  tailOf: (half: number) => number,
  points: readonly Step[],
): Step {
  let best = points[tailOf(first)]!
  for (let half = next[first]!; half !== first; half = next[half]!) {
    const at = points[tailOf(half)]!
    if (at[0] < best[0] || (at[0] === best[0] && at[1] < best[1])) best = at
  }
  return best
}

/**
 * Finds the half-edge that looks from the left at a point and just above it, that is the nearest
 * border to the west; null if there is none. The point is the westernmost of what is asked for.
 */
function leftOf({ edges, points }: Noded): (at: Step) => number | null {
  const rows = new Flatbush(edges.length)
  let west = Number.POSITIVE_INFINITY
  for (const { a, b } of edges) {
    const [xA, yA] = points[a]!
    const [xB, yB] = points[b]!
    west = Math.min(west, xA, xB)
    rows.add(Math.min(xA, xB), Math.min(yA, yB), Math.max(xA, xB), Math.max(yA, yB))
  }
  rows.finish()
  return (at) => {
    const [x, y] = at
    let best: { readonly low: Step; readonly high: Step; readonly half: number } | null = null
    for (const edge of rows.search(west, y, x, y)) {
      const { a, b } = edges[edge]!
      const isUp = points[a]![1] < points[b]![1]
      const [low, high] = isUp ? [points[a]!, points[b]!] : [points[b]!, points[a]!]
      if (!(low[1] <= y && y < high[1]) || sideOf(low, high, at) >= 0) continue
      if (best && !isEastOf({ low, high }, best)) continue
      best = { low, high, half: isUp ? 2 * edge + 1 : 2 * edge }
    }
    return best?.half ?? null
  }
}

type Rising = { readonly low: Step; readonly high: Step }

/** Whether one of two rising edges that share a height and do not cross lies east of the other. */
function isEastOf(one: Rising, other: Rising): boolean {
  const offOther = (end: Step) => -Math.sign(sideOf(other.low, other.high, end))
  const offOne = (end: Step) => Math.sign(sideOf(one.low, one.high, end))
  const below = one.low[1] >= other.low[1] ? offOther(one.low) : offOne(other.low)
  const above = one.high[1] <= other.high[1] ? offOther(one.high) : offOne(other.high)
  return (below || above) > 0
}

function sourcesOf({ edges }: Noded, faceOf: Int32Array, faceCount: number): ReadonlySet<number>[] {
  const borders: number[][] = Array.from({ length: faceCount }, () => [])
  for (const [half, face] of faceOf.entries()) borders[face]!.push(half)
  const sources: (ReadonlySet<number> | undefined)[] = Array.from({ length: faceCount })
  sources[0] = new Set()
  const open = [0]
  for (let face = open.pop(); face !== undefined; face = open.pop()) {
    for (const half of borders[face]!) {
      const beyond = faceOf[half ^ 1]!
      if (sources[beyond]) continue
      sources[beyond] = toggled(sources[face]!, edges[half >> 1]!.sources)
      open.push(beyond)
    }
  }
  return sources.map((own) => own ?? new Set())
}

export type UnionFind = {
  readonly rootOf: (member: number) => number
  readonly join: (one: number, other: number) => void
}

export function unionFind(count: number): UnionFind {
  const parent = Int32Array.from({ length: count }, (_, i) => i)
  const rootOf = (member: number): number => {
    let at = member
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!
      at = parent[at]!
    }
    return at
  }
  return {
    rootOf,
    join: (one, other) => {
      parent[rootOf(one)] = rootOf(other)
    },
  }
}
