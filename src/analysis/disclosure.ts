import { LEAST_CELL_COUNT } from '#core/disclosure-limits.ts'

/** A table of counts as it may be shown: null is hidden, totals included. */
export type DisclosedTable = {
  readonly counts: readonly (readonly (number | null)[])[]
  readonly rowTotals: readonly (number | null)[]
  readonly columnTotals: readonly (number | null)[]
  readonly total: number | null
}

/**
 * Hides counts and totals from 1 to k − 1, and as many others as it takes that no line (a row or
 * column with its total) has exactly one hidden, which could be worked out from the rest. The
 * smallest other count of the line goes first, then the total, then zeros.
 *
 * @param isHiddenToo other cells that must not be shown, as in a table of a part whose rest is small;
 *   totals are the last row and the last column.
 * @source analysis.md §9; reference 10-disclosure/min_cell_k_anonymity.json.
 */
export function discloseCounts(
  counts: readonly (readonly number[])[],
  leastCount = LEAST_CELL_COUNT,
  isHiddenToo: (row: number, column: number) => boolean = () => false,
): DisclosedTable {
  const columnCount = counts[0]?.length ?? 0
  const full = withTotals(counts, columnCount)
  const isHidden = full.map((row, r) =>
    row.map((count, c) => (count > 0 && count < leastCount) || isHiddenToo(r, c)),
  )
  const lines = linesOf(full)
  for (let hasChanged = true; hasChanged; ) {
    hasChanged = false
    for (const line of lines) {
      if (line.filter(([row, column]) => isHidden[row]![column]).length !== 1) continue
      const [row, column] = cheapestShown(line, full, isHidden)
      isHidden[row]![column] = true
      hasChanged = true
    }
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
function linesOf(full: readonly (readonly number[])[]): Cell[][] {
  const rows = full.map((row, r) => row.map((_, c): Cell => [r, c]))
  const columns = full[0]!.map((_, c) => full.map((_row, r): Cell => [r, c]))
  return [...rows, ...columns]
}

function cheapestShown(
  line: readonly Cell[],
  full: readonly (readonly number[])[],
  isHidden: readonly (readonly boolean[])[],
): Cell {
  const cost = ([row, column]: Cell) => {
    const isTotal = row === full.length - 1 || column === full[0]!.length - 1
    if (isTotal) return 1e12 + full[row]![column]!
    return full[row]![column]! || 1e15
  }
  const shown = line.filter(([row, column]) => !isHidden[row]![column])
  return shown.reduce((best, cell) => (cost(cell) < cost(best) ? cell : best))
}
