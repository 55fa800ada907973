import type { LonLat, MultiPolygon, Polygon } from '../place.ts'
import { type Column, type Columns, categoryColumn, labelAt, numberColumn } from './columns.ts'

/** Lines, or outlines with their holes. */
export type Shape =
  | { readonly type: 'lines'; readonly lines: readonly (readonly LonLat[])[] }
  | { readonly type: 'polygons'; readonly polygons: MultiPolygon }

/** What `shapeColumns` adds to the fields of a kind whose rows are parts of shapes. */
export const SHAPE_FIELDS = {
  /** Which shape a row is part of; rows of one lie together. */
  shape: 'number',
  /** outer or hole: the row is a closed ring, and holes follow the ring they lie in; missing: an open line. */
  ring: 'category',
} as const

/**
 * Shapes as rows of lines, so that storage and export need no geometry of their own for outlines: a row
 * is a line or a ring.
 *
 * A −0 becomes 0, which is how text formats write it.
 *
 * @returns the geometry, its two fields, and for each row the shape it is part of.
 */
export function shapeColumns(shapes: readonly Shape[]): {
  readonly geometry: Columns['geometry']
  readonly fields: Readonly<Record<keyof typeof SHAPE_FIELDS, Column>>
  readonly shapeOfRow: readonly number[]
} {
  const parts = shapes.flatMap((each, shape) => partsOf(each).map((part) => ({ ...part, shape })))
  const offsets = new Uint32Array(parts.length + 1)
  for (const [row, { line }] of parts.entries()) offsets[row + 1] = offsets[row]! + line.length
  const positions = new Float64Array(2 * offsets[parts.length]!)
  let at = 0
  for (const { line } of parts) {
    for (const [lon, lat] of line) {
      positions[at++] = lon + 0
      positions[at++] = lat + 0
    }
  }
  return {
    geometry: { type: 'lines', positions, offsets, vertexEpochMinutes: null },
    fields: {
      shape: numberColumn(parts.map(({ shape }) => shape)),
      ring: categoryColumn(parts.map(({ ring }) => ring)),
    },
    shapeOfRow: parts.map(({ shape }) => shape),
  }
}

type Ring = 'outer' | 'hole' | null

function partsOf(shape: Shape): { readonly line: readonly LonLat[]; readonly ring: Ring }[] {
  if (shape.type === 'lines') return shape.lines.map((line) => ({ line, ring: null }))
  return shape.polygons.flatMap((rings) =>
    rings.map((line, i) => ({ line, ring: i === 0 ? ('outer' as const) : ('hole' as const) })),
  )
}

/** The shapes of a dataset, each with the first of its rows. */
export function shapesOf(columns: Columns): { readonly shape: Shape; readonly row: number }[] {
  const { rowCount } = columns
  const shapeAt = columns.fields['shape']
  const ringAt = columns.fields['ring']
  if (shapeAt?.type !== 'number' || ringAt?.type !== 'category') return []
  const found: { readonly shape: Shape; readonly row: number }[] = []
  for (let row = 0; row < rowCount; ) {
    const from = row
    while (row < rowCount && shapeAt.values[row] === shapeAt.values[from]) row++
    const rows = Array.from({ length: row - from }, (_, i) => from + i)
    const isOutline = labelAt(ringAt, from) !== null
    const shape: Shape = isOutline
      ? { type: 'polygons', polygons: polygonsIn(columns, rows, (at) => labelAt(ringAt, at)) }
      : { type: 'lines', lines: rows.map((at) => lineAt(columns, at)) }
    found.push({ shape, row: from })
  }
  return found
}

function polygonsIn(
  columns: Columns,
  rows: readonly number[],
  ringAt: (row: number) => string | null,
): Polygon[] {
  const polygons: (readonly LonLat[])[][] = []
  for (const row of rows) {
    const line = lineAt(columns, row)
    const last = polygons.at(-1)
    if (ringAt(row) === 'hole' && last) last.push(line)
    else polygons.push([line])
  }
  return polygons
}

/** The vertices of a row of lines; none where the rows lie otherwise. */
export function lineAt({ geometry }: Columns, row: number): LonLat[] {
  if (geometry.type !== 'lines') return []
  const { positions, offsets } = geometry
  return Array.from({ length: offsets[row + 1]! - offsets[row]! }, (_, i): LonLat => {
    const at = 2 * (offsets[row]! + i)
    return [positions[at]!, positions[at + 1]!]
  })
}
