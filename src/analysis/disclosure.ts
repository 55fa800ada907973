import { LEAST_CELL_COUNT } from '#core/disclosure-limits.ts'

/** A table of counts as it may be shown: null is hidden, totals included. */
export type DisclosedTable = {
  readonly counts: readonly (readonly (number | null)[])[]
  readonly rowTotals: readonly (number | null)[]
  readonly columnTotals: readonly (number | null)[]
  readonly total: number | null
}

/**
 * Hides counts and totals from 1 to k − 1, and as many others as it takes that no hidden figure can
 * be worked out, and none of the small ones is known to be small: what is hidden of a line whose
 * total is shown adds up to 2k or more, and whole counts that fit all that is shown give every small
 * one room up to k. The smallest other count of the line goes first, then the total, then zeros.
 *
 * @source analysis.md §9; reference 10-disclosure/min_cell_k_anonymity.json.
 */
export function discloseCounts(
  counts: readonly (readonly number[])[],
  leastCount = LEAST_CELL_COUNT,
): DisclosedTable {
  const columnCount = counts[0]?.length ?? 0
  const full = withTotals(counts, columnCount)
  const isHidden = full.map((row) => row.map((count) => count > 0 && count < leastCount))
  const lines = linesOf(full)
  for (;;) {
    const weak =
      lines.find((line) => isWeakLine(line, full, isHidden, leastCount)) ??
      linesOfFigureAtRisk(full, isHidden, leastCount)
    if (!weak) break
    const isShown = ([row, column]: Cell) => !isHidden[row]![column]
    const shown = weak.some(isShown) ? weak.filter(isShown) : lines.flat().filter(isShown)
    if (shown.length === 0) break
    const [row, column] = cheapestOf(shown, full)
    isHidden[row]![column] = true
  }
  const shown = full.map((row, r) => row.map((count, c) => (isHidden[r]![c] ? null : count)))
  const totals = shown[counts.length]!
  return {
    counts: shown.slice(0, counts.length).map((row) => row.slice(0, columnCount)),
    rowTotals: shown.slice(0, counts.length).map((row) => row[columnCount]!),
    columnTotals: totals.slice(0, columnCount),
    total: totals[columnCount]!,
  }
}

/**
 * The parts of a figure that is shown, or hidden, elsewhere: none where it is hidden or could not
 * stand beside them, so that nothing can be worked out from both together.
 *
 * @param whole the sum of the parts as it is shown; null: hidden.
 */
export function discloseParts(
  parts: readonly number[],
  whole: number | null,
  leastCount = LEAST_CELL_COUNT,
): readonly (number | null)[] {
  const { counts, total } = discloseCounts([parts], leastCount)
  return whole === null || total === null ? parts.map(() => null) : counts[0]!
}

/**
 * Counts of which each holds the one before it, such as those of 7, 30 and 90 days: any two that are
 * shown differ by 0 or by k and more, so that what came between them is never few.
 */
export function discloseRising(
  counts: readonly number[],
  leastCount = LEAST_CELL_COUNT,
): readonly (number | null)[] {
  let below = 0
  return counts.map((count) => {
    if (count !== below && count - below < leastCount) return null
    below = count
    return count
  })
}

/** One figure hidden alone, or little hidden beside a total that is shown. */
function isWeakLine(
  line: readonly Cell[],
  full: Figures,
  isHidden: Hidden,
  leastCount: number,
): boolean {
  const hidden = line.filter(([row, column]) => isHidden[row]![column])
  if (hidden.length < 2) return hidden.length === 1
  const [totalRow, totalColumn] = line.at(-1)!
  if (isHidden[totalRow]![totalColumn]) return false
  return hidden.reduce((sum, [row, column]) => sum + full[row]![column]!, 0) < 2 * leastCount
}

/** The row and column of the first hidden figure that can be pinned down; null: there is none. */
function linesOfFigureAtRisk(full: Figures, isHidden: Hidden, leastCount: number): Cell[] | null {
  const arcs = arcsOf(full, isHidden)
  for (const arc of arcs) {
    const others = arcs.filter((other) => other !== arc)
    const rise = flowUpTo(leastCount, others, arc.to, arc.from)
    const isSmall = arc.count > 0 && arc.count < leastCount
    const isRoomy = isSmall
      ? arc.count + rise >= leastCount
      : rise > 0 || (arc.count > 0 && flowUpTo(1, others, arc.from, arc.to) > 0)
    if (isRoomy) continue
    const [row, column] = arc.cell
    return linesOf(full).flatMap((line, i) => (i === row || i === full.length + column ? line : []))
  }
  return null
}

/** A hidden figure as an arc between its row and its column. */
type Arc = {
  readonly cell: Cell
  readonly from: number
  readonly to: number
  readonly count: number
}

/**
 * Tables that fit what is shown differ by circulations: a count runs from its column to its row, a
 * total of either the other way, and no figure falls below 0.
 */
function arcsOf(full: Figures, isHidden: Hidden): Arc[] {
  const [lastRow, lastColumn] = [full.length - 1, full[0]!.length - 1]
  return full.flatMap((counts, row) =>
    counts.flatMap((count, column) => {
      if (!isHidden[row]![column]) return []
      const columnNode = full.length + column
      const isCountOrAll = (row === lastRow) === (column === lastColumn)
      const [from, to] = isCountOrAll ? [columnNode, row] : [row, columnNode]
      return { cell: [row, column] as const, from, to, count }
    }),
  )
}

/** How much can run from one line to another, up to a limit: freely along arcs, against one as much as it has. */
function flowUpTo(limit: number, arcs: readonly Arc[], from: number, to: number): number {
  const left = arcs.map(({ count }) => count)
  let sent = 0
  while (sent < limit) {
    const path = pathOf(arcs, left, from, to)
    if (!path) break
    const room = path.reduce(
      (least, { arc, isForward }) => (isForward ? least : Math.min(least, left[arc]!)),
      limit - sent,
    )
    for (const { arc, isForward } of path) left[arc]! += isForward ? room : -room
    sent += room
  }
  return sent
}

type Step = { readonly arc: number; readonly isForward: boolean }

function pathOf(
  arcs: readonly Arc[],
  left: readonly number[],
  from: number,
  to: number,
): readonly Step[] | null {
  const paths = new Map<number, readonly Step[]>([[from, []]])
  for (const [node, path] of paths) {
    if (node === to) return path
    arcs.forEach((each, arc) => {
      if (each.from === node && !paths.has(each.to)) {
        paths.set(each.to, [...path, { arc, isForward: true }])
      }
      if (each.to === node && left[arc]! > 0 && !paths.has(each.from)) {
        paths.set(each.from, [...path, { arc, isForward: false }])
      }
    })
  }
  return null
}

type Figures = readonly (readonly number[])[]
type Hidden = readonly (readonly boolean[])[]
type Cell = readonly [row: number, column: number]

/** The table with its row totals as last column and its column totals as last row. */
function withTotals(counts: readonly (readonly number[])[], columnCount: number): number[][] {
  const rows = counts.map((row) => [...row, row.reduce((sum, count) => sum + count, 0)])
  const totals = Array.from({ length: columnCount + 1 }, (_, column) =>
    rows.reduce((sum, row) => sum + row[column]!, 0),
  )
  return [...rows, totals]
}

/** Rows, then columns, each as its cells. */
function linesOf(full: Figures): Cell[][] {
  const rows = full.map((row, r) => row.map((_, c): Cell => [r, c]))
  const columns = full[0]!.map((_, c) => full.map((_row, r): Cell => [r, c]))
  return [...rows, ...columns]
}

/** The smallest count; without one a total; without one a zero. */
function cheapestOf(shown: readonly Cell[], full: Figures): Cell {
  const cost = ([row, column]: Cell) => {
    const isTotal = row === full.length - 1 || column === full[0]!.length - 1
    if (isTotal) return 1e12 + full[row]![column]!
    return full[row]![column]! || 1e15
  }
  return shown.reduce((best, cell) => (cost(cell) < cost(best) ? cell : best))
}
