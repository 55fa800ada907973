import { type Columns, categoryColumn, textColumn } from '#core/columns/columns.ts'
import type { LonLat } from '#core/place.ts'

/** A road dataset from lines and their classes. */
export function roadColumns(
  lines: readonly {
    readonly line: readonly LonLat[]
    readonly roadClass?: string | null
    readonly crossing?: string
  }[],
): Columns {
  const offsets = [0]
  for (const { line } of lines) offsets.push(offsets.at(-1)! + line.length)
  return {
    rowCount: lines.length,
    geometry: {
      type: 'lines',
      positions: Float64Array.from(lines.flatMap(({ line }) => line.flat())),
      offsets: Uint32Array.from(offsets),
      vertexEpochMinutes: null,
    },
    fields: {
      roadClass: categoryColumn(
        lines.map(({ roadClass }) => (roadClass === undefined ? 'gravel' : roadClass)),
      ),
      crossing: categoryColumn(lines.map(({ crossing }) => crossing ?? null)),
      name: textColumn(lines.map(() => '')),
    },
  }
}

/** Degrees of latitude, and of longitude on the equator, in so many kilometres. */
export const DEGREES_PER_KILOMETRE = 1 / 111.19508

/** A position so many kilometres east and north of 10° W on the equator. */
export function at(eastKilometres: number, northKilometres: number): LonLat {
  return [-10 + eastKilometres * DEGREES_PER_KILOMETRE, northKilometres * DEGREES_PER_KILOMETRE]
}
