import type { Matrix, MatrixRow } from '#analysis/compare/matrix/matrix.ts'
import { ruledOutBy } from '#analysis/compare/matrix/pareto.ts'

/** A course by two criteria. */
export type ParetoPoint = {
  readonly scenarioId: string
  readonly x: number
  readonly y: number
  readonly xRange: readonly [number, number] | null
  readonly yRange: readonly [number, number] | null
  /** Who beats it by every weighed criterion; else who is no worse in these two and materially better in one. */
  readonly dominatedById: string | null
  readonly beatenById: string | null
}

/** Courses that both criteria have a value for. */
export function paretoPoints(matrix: Matrix, across: MatrixRow, up: MatrixRow): ParetoPoint[] {
  const ruledOut = ruledOutBy([across, up])
  return matrix.scenarioIds.flatMap((scenarioId, i) => {
    const [x, y] = [across.cells[i], up.cells[i]]
    if (!x || !y || x.value === null || y.value === null) return []
    const total = matrix.totals.find((each) => each.scenarioId === scenarioId)
    return [
      {
        ...{ scenarioId, x: x.value, y: y.value, xRange: x.range, yRange: y.range },
        dominatedById: total?.dominatedById ?? null,
        beatenById: matrix.scenarioIds[ruledOut[i]!] ?? null,
      },
    ]
  })
}

/** Where a mark is drawn, and where its point is: marks that would cover each other stand side by side. */
export type PlacedMark = { readonly x: number; readonly y: number; readonly isMoved: boolean }

/** Moves marks nearer than `size` in both directions apart, in a row about their middle. */
export function apart(
  places: readonly { readonly x: number; readonly y: number }[],
  size: number,
): PlacedMark[] {
  const group = places.map((_, i) => i)
  places.forEach((a, i) => {
    places.slice(0, i).forEach((b, j) => {
      if (Math.abs(a.x - b.x) >= size || Math.abs(a.y - b.y) >= size) return
      const [from, to] = [group[i]!, group[j]!]
      group.forEach((each, at) => {
        if (each === from) group[at] = to
      })
    })
  })
  return places.map((place, i) => {
    const together = group.flatMap((each, at) => (each === group[i] ? [at] : []))
    if (together.length === 1) return { ...place, isMoved: false }
    const ordered = together.sort((a, b) => places[a]!.x - places[b]!.x || a - b)
    const middle = ordered.reduce((sum, at) => sum + places[at]!.x, 0) / ordered.length
    const x = middle + (size + 1) * (ordered.indexOf(i) - (ordered.length - 1) / 2)
    return { x, y: place.y, isMoved: Math.abs(x - place.x) > 1 }
  })
}

/** Heights as near to those asked for as they can be with `size` between them, none below `last`. */
export function stacked(heights: readonly number[], size: number, last: number): number[] {
  const order = [...heights.keys()].sort((a, b) => heights[a]! - heights[b]! || a - b)
  const found = [...heights]
  order.forEach((index, at) => {
    const above = order[at - 1]
    if (above !== undefined) found[index] = Math.max(found[index]!, found[above]! + size)
  })
  let limit = last
  for (const index of order.reverse()) {
    found[index] = Math.min(found[index]!, limit)
    limit = found[index]! - size
  }
  return found
}
