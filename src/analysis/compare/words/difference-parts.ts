import type { FigurePart, FigureParts } from '../measures/measure.ts'

/**
 * What one side has more of each record than the other, largest first: rows of one record (of one
 * name where they name none) and place are one. Rows that are the same on both sides are left out, so amounts of a sum add up to the
 * difference. 5 ms for 5,000 rows.
 *
 * @param textOf what a row says of both amounts; left out: what it says of its own side.
 */
export function differenceParts(
  parts: FigureParts,
  against: FigureParts,
  textOf?: (own: number, other: number) => string,
): FigureParts {
  const others = new Map<string, FigurePart[]>()
  for (const row of against.rows) {
    const key = keyOf(row)
    const known = others.get(key)
    if (known) known.push(row)
    else others.set(key, [row])
  }
  const rows: FigurePart[] = []
  const add = (row: FigurePart, own: number, other: number) => {
    const amount = own - other
    if (Math.abs(amount) < 1e-9) return
    rows.push({ ...row, amount, of: null, text: textOf?.(own, other) ?? row.text })
  }
  for (const row of parts.rows) {
    const its = others.get(keyOf(row))?.shift()
    const isAlike = !its || its.label === row.label
    add(isAlike ? row : { ...row, label: row.record ?? row.label }, row.amount, its?.amount ?? 0)
  }
  for (const row of [...others.values()].flat()) add(row, 0, row.amount)
  rows.sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount))
  return { ...parts, kind: parts.kind === 'sum' ? 'sum' : 'list', rows }
}

function keyOf({ label, record, areaIndex, position }: FigurePart): string {
  return `${record ?? label}|${areaIndex ?? ''}|${position?.join(' ') ?? ''}`
}
