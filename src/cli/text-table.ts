/** Rows in columns as wide as their widest cell; numbers stand to the right. The first row is the heading. */
export function textTable(rows: readonly (readonly (string | number)[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    rows.reduce((widest, row) => Math.max(widest, String(row[column] ?? '').length), 0),
  )
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const width = widths[column] ?? 0
          const isNumber = rows.slice(1).every((other) => typeof other[column] === 'number')
          return isNumber ? String(cell).padStart(width) : String(cell).padEnd(width)
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
