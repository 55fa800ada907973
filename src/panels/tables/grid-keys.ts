/** The cell that keys act on. Position −1 is the row of headings. */
export type Spot = { readonly position: number; readonly column: number }

/** The id of a cell on the page. */
export function cellId(grid: string, { position, column }: Spot): string {
  return `${grid}-${position}-${column}`
}

type Size = { readonly rows: number; readonly columns: number; readonly page: number }

/** Where a key leads from a cell; null: it is no key that moves. */
export function movedSpot(
  { position, column }: Spot,
  { key, isCtrl }: { readonly key: string; readonly isCtrl: boolean },
  { rows, columns, page }: Size,
): Spot | null {
  const to = (row: number, col: number): Spot => ({
    position: Math.max(-1, Math.min(rows - 1, row)),
    column: Math.max(0, Math.min(columns - 1, col)),
  })
  switch (key) {
    case 'ArrowUp':
      return to(position - 1, column)
    case 'ArrowDown':
      return to(position + 1, column)
    case 'ArrowLeft':
      return to(position, column - 1)
    case 'ArrowRight':
      return to(position, column + 1)
    case 'PageUp':
      return to(Math.max(0, position - page), column)
    case 'PageDown':
      return to(position + page, column)
    case 'Home':
      return isCtrl ? to(0, 0) : to(position, 0)
    case 'End':
      return isCtrl ? to(rows - 1, columns - 1) : to(position, columns - 1)
    default:
      return null
  }
}
