import { type Columns, categoryColumn, numberColumn, textColumn } from '#core/columns/columns.ts'
import { type Shape, shapeColumns } from '#core/columns/shape-columns.ts'
import type { LonLat, Polygon } from '#core/place.ts'

type Drawn = { readonly line?: readonly LonLat[]; readonly polygon?: Polygon }

function shapeOf({ line, polygon }: Drawn): Shape {
  return polygon
    ? { type: 'polygons', polygons: [polygon] }
    : { type: 'lines', lines: [line ?? []] }
}

/** A dataset of waterways. */
export function waterColumns(
  drawn: readonly (Drawn & {
    readonly waterClass: string | null
    readonly widthMetres?: number | null
    readonly name?: string
  })[],
): Columns {
  const { geometry, fields, shapeOfRow } = shapeColumns(drawn.map(shapeOf))
  const rows = shapeOfRow.map((shape) => drawn[shape]!)
  return {
    rowCount: rows.length,
    geometry,
    fields: {
      ...fields,
      waterClass: categoryColumn(rows.map(({ waterClass }) => waterClass)),
      widthMetres: numberColumn(rows.map(({ widthMetres }) => widthMetres ?? null)),
      name: textColumn(rows.map(({ name }) => name ?? '')),
    },
  }
}

/** A dataset of land cover. */
export function coverColumns(drawn: readonly (Drawn & { readonly cover: string })[]): Columns {
  const { geometry, fields, shapeOfRow } = shapeColumns(drawn.map(shapeOf))
  return {
    rowCount: shapeOfRow.length,
    geometry,
    fields: {
      ...fields,
      cover: categoryColumn(shapeOfRow.map((shape) => drawn[shape]!.cover)),
    },
  }
}
